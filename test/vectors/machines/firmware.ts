/**
 * Firmware that relocates itself. Its table is the section of relocations that its loop goes over, between two symbols; as
 * long as it is, so that types of nothing fill up what a vector leaves.
 */
import { sectionsOf } from '../../support/link-image.ts';
import { ARENA, INSTRUCTIONS, type Peer, type Port, region } from '../peer.ts';
import { fileOf, inOnePiece, programOf } from '../program.ts';
import { imageBytes, tableBytes } from '../vector-bytes.ts';

/** What a loop takes for an entry of NONE, and for a word that it copies before, is less. */
const FOR_EACH = 16;

interface Firmware extends Port {
  /** How its loop comes to be run, of a file that is linked at `link` and stands D behind that. */
  enter(file: Buffer, link: bigint, D: bigint): Entered;
}

interface Entered {
  /** Where the file stands while the loop runs: it relocates that, or a copy. */
  readonly at: bigint;
  readonly start: bigint;
  readonly registers: Record<string, bigint>;
  readonly stop: readonly bigint[];
}

/** Where it is started, as by what comes before it; there it relocates itself. */
function atItsEntry(file: Buffer, link: bigint, D: bigint): Entered {
  const { entry } = programOf(file);
  return { at: link + D, start: entry + D, registers: {}, stop: [] };
}

/** `ldmia r2!, {r0, r1}`: how the loop begins; and `adr r3, .`, with which its function does. */
const LOOP = 0xe8b2_0003;
const FUNCTION = 0xe24f_3008;
/** Where nothing is. */
const BACK = 0x7fff_f000n;

/** Its function relocate_code copies the image and relocates the copy. */
function byItsFunction(file: Buffer, link: bigint, D: bigint): Entered {
  const code = sectionsOf(file).find(({ name }) => name === '.text_rest');
  if (!code) throw new Error('it has no such section');
  const data = Buffer.from(code.data);
  let at = 0;
  while (at < data.length && data.readUInt32LE(at) !== LOOP) at += 4;
  while (at > 0 && data.readUInt32LE(at) !== FUNCTION) at -= 4;
  if (at === 0) throw new Error('relocate_code is not found');
  return {
    at: link,
    start: code.address + BigInt(at),
    registers: { r0: link + D, lr: BACK },
    stop: [BACK],
  };
}

/** `mv s2, a0`, `mv s3, a1`, `mv s4, a2`: how the function begins that has where the copy is to be in a2. */
const BEGINNING = Buffer.from('2a89ae89328a', 'hex');
/** `csrw mtvec, t0`: what it does when all is relocated. */
const DONE = Buffer.from('73905230', 'hex');

/** The same of RISC-V. */
function byItsBeginning(file: Buffer, link: bigint, D: bigint): Entered {
  const code = sectionsOf(file).find(({ name }) => name === '.text');
  const text = Buffer.from(code?.data ?? []);
  const start = text.indexOf(BEGINNING);
  const done = text.indexOf(DONE, start);
  if (!code || start < 0 || done < 0) throw new Error('relocate_code is not found');
  return {
    at: link,
    start: code.address + BigInt(start),
    registers: { a2: link + D },
    stop: [code.address + BigInt(done)],
  };
}

const DEBIAN = { suite: 'bookworm', debian: 'all' } as const;

const PORTS: readonly Firmware[] = [
  {
    ...{ ...DEBIAN, name: 'OpenSBI, firmware/fw_base.S', package: 'opensbi' },
    path: 'usr/lib/riscv64-linux-gnu/opensbi/generic/fw_jump.elf',
    ...{ arch: 'riscv64', kinds: ['rela'], enter: atItsEntry },
  },
  {
    ...{ ...DEBIAN, name: 'U-Boot, arch/arm/cpu/armv8/start.S', package: 'u-boot-qemu' },
    path: 'usr/lib/u-boot/qemu_arm64/uboot.elf',
    ...{ arch: 'aarch64', kinds: ['rela'], enter: atItsEntry },
  },
  {
    ...{ ...DEBIAN, name: 'U-Boot, arch/arm/lib/relocate.S', package: 'u-boot-qemu' },
    path: 'usr/lib/u-boot/qemu_arm/uboot.elf',
    ...{ arch: 'arm', kinds: ['rel'], enter: byItsFunction },
  },
  {
    ...{ ...DEBIAN, name: 'U-Boot, arch/riscv/cpu/start.S', package: 'u-boot-qemu' },
    path: 'usr/lib/u-boot/qemu-riscv64/uboot.elf',
    ...{ arch: 'riscv64', kinds: ['rela'], enter: byItsBeginning },
  },
];

function peerOf({ enter, ...port }: Firmware): Peer {
  const { path, arch } = port;
  const file = fileOf(port);
  const program = programOf(file);
  const link = program.segments[0]?.address ?? 0n;
  const section = sectionsOf(file).find((each) => /^\.rela?\.dyn$/.test(each.name));
  if (!section) throw new Error(`${path} has no table`);
  return {
    ...port,
    prepare: (vector) => {
      const { D } = vector;
      const { at, start, registers, stop } = enter(file, link, D);
      // Places are those of the linked file; the loop adds to them what it adds to words.
      const own = tableBytes(arch, vector, link + ARENA);
      const table = Buffer.concat([own, Buffer.alloc(section.data.length - own.length)]);
      const memory = inOnePiece(program, section.address, table);
      const copy = at === link ? [region(at + D, new Uint8Array(), memory.length)] : [];
      return {
        image: 0,
        run: {
          arch,
          regions: [
            region(link + D + ARENA, imageBytes(arch, vector, 'before')),
            region(at, memory),
            ...copy,
          ],
          start,
          stop,
          registers,
          maxInstructions: INSTRUCTIONS + FOR_EACH * (memory.length / 8),
          strictAlignment: false,
        },
      };
    },
  };
}

export const FIRMWARE: readonly Peer[] = PORTS.map(peerOf);
