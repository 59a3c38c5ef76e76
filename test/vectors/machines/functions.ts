/** Firmware without headers: its function that relocates is called. The file stands at D, below the image. */
import { ARENA, INSTRUCTIONS, type Peer, type Port, region, TABLE } from '../peer.ts';
import { fileOf } from '../program.ts';
import { imageBytes, tableBytes } from '../vector-bytes.ts';

interface Called extends Port {
  /** How it begins. */
  readonly beginning: readonly number[];
  /** Where the function has its table, if it is not told. */
  readonly table?: (file: Buffer, start: number) => { at: number; bytes: number };
  /** What it is called with, for a table of that many bytes at TABLE. */
  registers(D: bigint, bytes: bigint): Record<string, bigint>;
}

/** Where the function's `adrp` and `add` at `at` lead to. */
function addressAt(file: Buffer, at: number): number {
  const [adrp, add] = [file.readUInt32LE(at), file.readUInt32LE(at + 4)];
  const pages = (((adrp >> 5) & 0x7ffff) << 2) | ((adrp >> 29) & 3);
  return (at & ~0xfff) + pages * 0x1000 + ((add >> 10) & 0xfff);
}

/** `ldr x3, [x1, #8]` and `cbz`: the loop, in front of which the ends of the table are put together. */
const LOOP = 0xf940_0423;

/** The table is its own, from one symbol to the next. */
function betweenSymbols(file: Buffer, start: number): { at: number; bytes: number } {
  let loop = start;
  while (file.readUInt32LE(loop) !== LOOP) loop += 4;
  const [at, end] = [addressAt(file, loop - 16), addressAt(file, loop - 8)];
  return { at, bytes: end - at };
}

const PORTS: readonly Called[] = [
  {
    ...{ name: 'm1n1, src/startup.c', package: 'm1n1', suite: 'trixie', debian: 'arm64' },
    path: 'usr/lib/m1n1/m1n1.bin',
    ...{ arch: 'aarch64', kinds: ['rela'] },
    // apply_rela(base, rela_start, rela_end): cmp x1, x2; b.lo .+0x24; ret; ldr x4, [x1]
    beginning: [0xeb02_003f, 0x5400_0123, 0xd65f_03c0, 0xf940_0024],
    registers: (D, bytes) => ({ x0: D, x1: D + TABLE, x2: D + TABLE + bytes, x30: D, sp: D + TABLE }),
    differs: [{ vectors: /^rela none-/, why: 'it halts at every type but RELATIVE, type 0 too' }],
  },
  {
    ...{ name: 'TF-A, lib/aarch64/misc_helpers.S', package: 'arm-trusted-firmware' },
    ...{ suite: 'bookworm', debian: 'arm64', path: 'usr/lib/arm-trusted-firmware/imx8mn/bl31.bin' },
    ...{ arch: 'aarch64', kinds: ['rela'] },
    // fixup_gdt_reloc(from, to): mov x6, x0; mov x7, x1; orr x0, x0, x1; tst x0, #0xfff
    beginning: [0xaa00_03e6, 0xaa01_03e7, 0xaa01_0000, 0xf240_2c1f],
    table: betweenSymbols,
    // The load base is the page that it returns to, less where the image that it is told of begins.
    registers: (D) => ({ x0: 0n, x1: TABLE, x30: D }),
    differs: [
      {
        vectors: /^rela (negative|high)-addend/,
        why: 'it passes over addends that are no addresses of the image whose ends it is told, and stores nothing',
      },
    ],
  },
];

function startOf(file: Buffer, beginning: readonly number[]): number {
  const bytes = Buffer.alloc(4 * beginning.length);
  for (const [index, word] of beginning.entries()) bytes.writeUInt32LE(word, 4 * index);
  const start = file.indexOf(bytes);
  if (start < 0) throw new Error('its function is not found');
  return start;
}

function peerOf({ beginning, table, registers, ...port }: Called): Peer {
  const { arch } = port;
  const file = fileOf(port);
  const start = startOf(file, beginning);
  const own = table?.(file, start);
  return {
    ...port,
    prepare: (vector) => {
      const { D } = vector;
      const entries = tableBytes(arch, vector, ARENA);
      const code = Buffer.from(file);
      // Of its own table, what the vector's leaves is filled up with types of nothing.
      if (own) code.fill(0, own.at, own.at + own.bytes).set(entries, own.at);
      return {
        image: 0,
        run: {
          arch,
          regions: [
            region(D + ARENA, imageBytes(arch, vector, 'before')),
            region(D, code),
            region(D + TABLE, entries, 0x1000),
          ],
          start: D + BigInt(start),
          // A call returns to the first bytes of the file, which are not run.
          stop: [D],
          registers: registers(D, BigInt(entries.length)),
          maxInstructions: INSTRUCTIONS,
          strictAlignment: false,
        },
      };
    },
  };
}

export const FUNCTIONS: readonly Peer[] = PORTS.map(peerOf);
