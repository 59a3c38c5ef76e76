import type { Run } from '../../emulate/index.ts';

function le32(...words: number[]): Uint8Array {
  const bytes = Buffer.alloc(words.length * 4);
  words.forEach((word, i) => {
    bytes.writeUInt32LE(word >>> 0, i * 4);
  });
  return new Uint8Array(bytes);
}

interface Program {
  /** data[0] += 1 through the pointer in the first register; then the second register = 0x2a; then the stop. */
  add: Uint8Array;
  addInstructions: number;
  /** Offset of the stop in `add`. */
  stop: number;
  pointer: string;
  output: string;
  width: 4 | 8;
  forever: Uint8Array;
  /** Load `width` bytes through the pointer, then the stop, at `wildStop`. */
  load: Uint8Array;
  loadStop: number;
  /** Store `width` bytes through the pointer. */
  store: Uint8Array;
  /** Jump to the address in the pointer register. */
  jump: Uint8Array;
  bases: bigint[];
}

const HIGH = [0x1_0000_0000n, 0x12_3456_7000n, 0x7fff_0000_0000n];

export const PROGRAMS: Record<string, Program> = {
  x86_64: {
    // mov (%rdi),%rax; add $1,%rax; mov %rax,(%rdi); mov $0x2a,%r8d; nop
    add: Uint8Array.of(
      0x48,
      0x8b,
      0x07,
      0x48,
      0x83,
      0xc0,
      0x01,
      0x48,
      0x89,
      0x07,
      0x41,
      0xb8,
      0x2a,
      0,
      0,
      0,
      0x90,
    ),
    addInstructions: 4,
    stop: 16,
    pointer: 'rdi',
    output: 'r8',
    width: 8,
    forever: Uint8Array.of(0xeb, 0xfe),
    load: Uint8Array.of(0x48, 0x8b, 0x07, 0x90),
    loadStop: 3,
    store: Uint8Array.of(0x48, 0x89, 0x07, 0x90),
    jump: Uint8Array.of(0xff, 0xe7),
    bases: [0x1000n, 0x40_0000n, 0x8000_0000n, 0xffff_0000n, ...HIGH],
  },
  i386: {
    add: Uint8Array.of(0x8b, 0x07, 0x83, 0xc0, 0x01, 0x89, 0x07, 0xbb, 0x2a, 0, 0, 0, 0x90),
    addInstructions: 4,
    stop: 12,
    pointer: 'edi',
    output: 'ebx',
    width: 4,
    forever: Uint8Array.of(0xeb, 0xfe),
    load: Uint8Array.of(0x8b, 0x07, 0x90),
    loadStop: 2,
    store: Uint8Array.of(0x89, 0x07, 0x90),
    jump: Uint8Array.of(0xff, 0xe7),
    bases: [0x1000n, 0x40_0000n, 0x8000_0000n, 0xf000_0000n],
  },
  aarch64: {
    // ldr x1,[x0]; add x1,x1,#1; str x1,[x0]; mov x30,#0x2a; nop
    add: le32(0xf9400001, 0x91000421, 0xf9000001, 0xd280055e, 0xd503201f),
    addInstructions: 4,
    stop: 16,
    pointer: 'x0',
    output: 'x30',
    width: 8,
    forever: le32(0x14000000),
    load: le32(0xf9400001, 0xd503201f),
    loadStop: 4,
    store: le32(0xf9000001, 0xd503201f),
    jump: le32(0xd61f0000),
    bases: [0x1000n, 0x40_0000n, 0x8000_0000n, 0xffff_0000n, ...HIGH],
  },
};

export function program(arch: string): Program {
  const found = PROGRAMS[arch];
  if (found === undefined) throw new Error(arch);
  return found;
}

/** Code at `base`, data at `base + 0x800 + skew`. */
export function run(
  arch: string,
  base: bigint,
  code: Uint8Array,
  stop: readonly bigint[],
  { skew = 0, strict = false, pointer }: { skew?: number; strict?: boolean; pointer?: bigint } = {},
): Run {
  const data = base + 0x800n + BigInt(skew);
  return {
    arch,
    regions: [
      { address: base, data: code, size: code.length },
      { address: data, data: Uint8Array.of(0xff, 0x01), size: 16 },
    ],
    start: base,
    stop,
    registers: { [program(arch).pointer]: pointer ?? data },
    maxInstructions: 1000,
    strictAlignment: strict,
  };
}

/** Runs that patch code they have run or are about to run, and the register that tells. */
export function patching(): { run: Run; register: string; value: bigint }[] {
  // movb $0x2b,3(%rip); jmp .+2; mov $0x2a,%al; nop
  const ahead = Uint8Array.of(0xc6, 5, 3, 0, 0, 0, 0x2b, 0xeb, 0, 0xb0, 0x2a, 0x90);
  // 1: mov w1,#1; add x2,x2,x1; cbnz x3,2f; str w4,[x0]; mov x3,#1; b 1b; 2: nop
  const loop = le32(0x52800021, 0x8b010042, 0xb5000083, 0xb9000004, 0xd2800023, 0x17fffffb, 0xd503201f);
  const arm = run('aarch64', 0x40_0000n, loop, [0x40_0018n]);
  return [
    { run: run('x86_64', 0x40_0000n, ahead, [0x40_000bn]), register: 'rax', value: 0x2bn },
    // w4 = mov w1,#7
    { run: { ...arm, registers: { x0: 0x40_0000n, x4: 0x528000e1n } }, register: 'x2', value: 8n },
  ];
}
