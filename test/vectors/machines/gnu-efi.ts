/** gnu-efi's loop, a function of the library that applications of UEFI are linked with (gnuefi/reloc_<machine>.c). */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolchainOf } from '../../machines/index.ts';
import { sectionsOf } from '../../support/link-image.ts';
import { run } from '../../support/run.ts';
import { ARENA, INSTRUCTIONS, type Peer, type Port, region, STACK, TABLE } from '../peer.ts';
import { fileOf } from '../program.ts';
import { dynamicBytes, imageBytes, STACK_POINTER, stackBytes, tableBytes } from '../vector-bytes.ts';

/** Where the function stands; behind it what a call of it is to return to. */
const CODE = 0x30_0000n;
const BACK = CODE + 0x8000n;
const DYNAMIC = TABLE + 0x8000n;

interface Machine extends Pick<Port, 'arch' | 'debian' | 'kinds' | 'differs'> {
  /** The machine by gnu-efi's name. */
  readonly efi: string;
  /** How a C function is called with two arguments. */
  call(
    base: bigint,
    dynamic: bigint,
    back: bigint,
    stack: bigint,
  ): { registers: Record<string, bigint>; stack: bigint[] };
}

const MACHINES: readonly Machine[] = [
  {
    ...{ arch: 'x86_64', debian: 'amd64', efi: 'x86_64', kinds: ['rela'] },
    differs: [
      {
        vectors: /^rela (?!empty|addend-0)/,
        why: 'it passes r_addend over and adds the load base to what the place holds; GNU ld stores the addend there, too',
      },
    ],
    call: (base, dynamic, back, stack) => ({
      registers: { rdi: base, rsi: dynamic, rsp: stack },
      stack: [back],
    }),
  },
  {
    ...{ arch: 'i386', debian: 'i386', efi: 'ia32', kinds: ['rel'] },
    call: (base, dynamic, back, stack) => ({
      registers: { esp: stack },
      stack: [back, base, dynamic, 0n, 0n],
    }),
  },
  {
    ...{ arch: 'aarch64', debian: 'arm64', efi: 'aarch64', kinds: ['rela'] },
    call: (base, dynamic, back, stack) => ({
      registers: { x0: base, x1: dynamic, x30: back, sp: stack },
      stack: [],
    }),
  },
  {
    ...{ arch: 'arm', debian: 'armhf', efi: 'arm', kinds: ['rel'] },
    call: (base, dynamic, back, stack) => ({
      registers: { r0: base, r1: dynamic, lr: back, sp: stack },
      stack: [],
    }),
  },
];

/** The function alone, linked at 0. */
function codeOf(port: Port, object: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'gnu-efi-'));
  try {
    writeFileSync(join(folder, 'lib.a'), fileOf(port));
    run(['ar'], ['x', 'lib.a', object], { cwd: folder });
    run(toolchainOf(port.arch).ld, ['-Ttext', '0', '-e', '_relocate', '-o', 'out', object], { cwd: folder });
    const text = sectionsOf(readFileSync(join(folder, 'out'))).find(({ name }) => name === '.text');
    if (!text) throw new Error(`${object} has no code`);
    return text.data;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function peerOf({ efi, call, ...machine }: Machine): Peer {
  const { arch } = machine;
  const port: Port = {
    ...machine,
    name: `gnu-efi, gnuefi/reloc_${efi}.c`,
    ...{ package: 'gnu-efi', suite: 'bookworm', path: 'usr/lib/libgnuefi.a' },
  };
  const code = codeOf(port, `reloc_${efi}.o`);
  return {
    ...port,
    prepare: (vector) => {
      const { D } = vector;
      const table = tableBytes(arch, vector, ARENA);
      const { registers, stack } = call(D, D + DYNAMIC, D + BACK, D + STACK + STACK_POINTER);
      return {
        image: 0,
        run: {
          arch,
          regions: [
            region(D + ARENA, imageBytes(arch, vector, 'before')),
            region(D + CODE, code, 0x9000),
            region(D + TABLE, table, 0x8000),
            region(D + DYNAMIC, dynamicBytes(arch, vector, table, TABLE)),
            region(D + STACK, stackBytes(arch, stack)),
          ],
          start: D + CODE,
          stop: [D + BACK],
          registers,
          maxInstructions: INSTRUCTIONS,
          strictAlignment: false,
        },
      };
    },
  };
}

export const GNU_EFI: readonly Peer[] = MACHINES.map(peerOf);
