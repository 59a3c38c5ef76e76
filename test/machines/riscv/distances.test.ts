/** Addresses in lui that become distances from auipc: what is done, what is left, and that the code still does the same. */
import { describe, expect, test } from 'vitest';
import { runInUnicorn } from '../../../emulate/unicorn.ts';
import { applyAt, buildImage } from '../../../index.ts';
import { FAILURES } from '../../../relocator-dsl/entry.ts';
import { gnuObject } from '../../support/gnu-object.ts';
import { sectionDifferences } from '../../support/link-image.ts';
import { contractOf } from '../../support/machine-run.ts';

const COUNTER = `
  .data
  .balign 8
  pad: .zero 0x7f8
  .globl counter
  counter: .dword 5, 6
  pointer: .dword counter
`;

function object(text: string, data = COUNTER): Uint8Array {
  return gnuObject('riscv64', `.text\n.globl purgatory_start\npurgatory_start:\n${text}\n${data}`);
}

/** Runs the image from its first byte to the end of its code and tells a0. */
async function outcome(source: Uint8Array, base: bigint, from: 'relocator' | 'fixups'): Promise<bigint> {
  const { blob, map } = await buildImage(source);
  expect(map.fixups.some(({ type }) => type === 'R_RISCV_HI20')).toBe(from === 'fixups');
  const text = map.sections.find(({ name }) => name === '.text');
  const end = base + BigInt((text?.offset ?? 0) + (text?.size ?? 0));
  const { reached, registers } = runInUnicorn({
    arch: 'riscv64',
    regions: [{ address: base, data: blob, size: map.memsz }],
    start: base,
    stop: [end],
    registers: { a0: 1n },
    maxInstructions: 10_000,
    strictAlignment: true,
  });
  expect(reached).toBe(true);
  return registers.a0 ?? 0n;
}

const CODE: readonly (readonly [name: string, code: string, result: bigint])[] = [
  ['a pair in a row', 'lui a5, %hi(counter)\n ld a0, %lo(counter)(a5)', 5n],
  [
    'one upper part for a load and a store, with others between them',
    'lui a5, %hi(counter)\n li a4, 7\n sd a4, %lo(counter)(a5)\n mv a3, a4\n ld a0, %lo(counter)(a5)\n add a0, a0, a3',
    14n,
  ],
  [
    'an upper part that is kept over a loop and a call',
    `
      j over
    callee:
      li a5, 9
      li t0, 9
      ret
    over:
      lui s1, %hi(counter)
      li a4, 3
      li a0, 0
    loop:
      call callee
      ld a3, %lo(counter)(s1)
      add a0, a0, a3
      addi a4, a4, -1
      bnez a4, loop
      ld a3, %lo(counter)(s1)
      add a0, a0, a3`,
    20n,
  ],
  [
    'two of them that cross',
    'lui a5, %hi(counter)\n lui a4, %hi(pointer)\n ld a4, %lo(pointer)(a4)\n ld a5, %lo(counter)(a5)\n ld a4, 8(a4)\n add a0, a4, a5',
    11n,
  ],
  [
    'an address that is formed and then used',
    'lui a5, %hi(counter+8)\n addi a5, a5, %lo(counter+8)\n ld a0, 0(a5)',
    6n,
  ],
];

describe('code does the same, below 2 GiB as GNU ld links it and far above', () => {
  test.each(CODE)('%s', async (_name, code, result) => {
    const source = object(code);
    const { blob, map } = await buildImage(source);
    for (const base of [0x1_0000n, 0x7ff0_0000n, 0x8000_0000n, 0xffff_f000n, 0x12_3456_7000n]) {
      expect(await outcome(source, base, 'relocator')).toBe(result);
      if (base < 1n << 31n)
        expect(sectionDifferences(applyAt(blob, map, base), map, source, base)).toEqual([]);
    }
  });
});

const LEFT: readonly (readonly [name: string, code: string])[] = [
  [
    'two upper parts may have come here',
    `
      beqz a0, other
      lui a5, %hi(counter)
      j both
    other:
      lui a5, %hi(counter)
    both:
      ld a0, %lo(counter)(a5)`,
  ],
  ['its register was written in between', 'lui a5, %hi(counter)\n mv a5, a5\n ld a0, %lo(counter)(a5)'],
  ['a call in between may write its register', 'lui a5, %hi(counter)\n call f\nf:\n ld a0, %lo(counter)(a5)'],
  ['code from elsewhere may come in between', 'lui a5, %hi(counter)\n.globl f\nf:\n ld a0, %lo(counter)(a5)'],
  ['a table leads in between', 'lui a5, %hi(counter)\nf:\n ld a0, %lo(counter)(a5)\n.data\n.dword f\n.text'],
  ['the lower part is of another address', 'lui a5, %hi(counter)\n ld a0, %lo(counter+8)(a5)'],
  ['the register is another', 'lui a5, %hi(counter)\n lui a4, 0\n ld a0, %lo(counter)(a4)'],
  [
    'what is not an instruction stands in the code',
    'lui a5, %hi(counter)\n ld a0, %lo(counter)(a5)\n.half 0x8000',
  ],
  [
    '32-bit words hold addresses, which are read with their sign',
    'lui a5, %hi(counter)\n ld a0, %lo(counter)(a5)\n.section .rodata\n.word counter\n.text',
  ],
];

test.each(LEFT)('it stays an address where %s', async (_name, code) => {
  const { map, summary } = await buildImage(object(code));
  expect(map.fixups.map(({ type }) => type)).toContain('R_RISCV_HI20');
  expect(summary.keptAddresses).toMatch(
    /^R_RISCV_\w+ against \w+ in \.\w+ at 0x\w+: .*; compile with -mcmodel=medany$/,
  );
  expect(map.bases.max).toBeLessThan(1n << 31n);
});

test('an address that stays is right below 2 GiB, and refused from there on', async () => {
  const source = object('lui a5, %hi(counter)\n mv a4, a5\n ld a0, %lo(counter)(a4)');
  expect(await outcome(source, 0x7000_0000n, 'fixups')).toBe(5n);
  const { blob, map, prologue } = await buildImage(source);
  const stop = BigInt(prologue.labels.get('stop') ?? 0);
  const { stoppedAt, registers } = runInUnicorn({
    arch: 'riscv64',
    regions: [{ address: 0x8000_0000n, data: blob, size: map.memsz }],
    start: 0x8000_0000n,
    stop: [0x8000_0000n + stop],
    registers: {},
    maxInstructions: 1000,
    strictAlignment: true,
  });
  expect(stoppedAt).toBe(0x8000_0000n + stop);
  expect(registers[contractOf('riscv64').failure.register]).toBe(BigInt(FAILURES.range.code));
});

test('an absolute symbol stays where it is', async () => {
  const source = object('lui a5, %hi(uart)\n lb a0, %lo(uart)(a5)\n.globl uart\n.set uart, 0x10000010');
  const { map } = await buildImage(source);
  expect(map.fixups.map(({ type }) => type)).toEqual(['R_RISCV_64']);
});

test('an object whose entry is undefined is refused, and says so', async () => {
  const source = gnuObject(
    'riscv64',
    '.text\n.globl f\nf: ret\n.data\n.weak purgatory_start\n.dword purgatory_start',
  );
  await expect(buildImage(source)).rejects.toThrow(/the entry purgatory_start is undefined/);
  expect((await buildImage(source, { entry: 'f' })).map.entry).toBeGreaterThan(0);
});
