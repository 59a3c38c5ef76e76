import { describe, expect, it } from 'vitest';
import { architectures } from '../../../relocator-dsl/arch/index.ts';
import { evaluate } from '../../../relocator-dsl/evaluate.ts';
import { G, GOT, GP, L, type Letter, P, S } from '../../../relocator-dsl/expression.ts';
import { lettersAt, type Placement } from '../../../relocator-dsl/letters.ts';

const BASE = 0x40_0000n;
/** Every number differs, and so do sums and differences of two. */
const EVERYTHING: Placement = {
  base: BASE,
  place: 0x101,
  symbol: 0x7_0203n,
  addend: -7n,
  got: 0x4000,
  slot: 0x4018,
  toc: 0xc020,
  size: 0x3_0005n,
  localEntry: 8n,
  functionBit: 1n,
  second: -3n,
  completed: 0x5_0006n,
  held: 0x6_0007n,
};
const POINTER = { pointers: { global: { symbols: ['gp'], fromGot: 0x7ff0 } } };

describe('the letters of a relocation', () => {
  it('each follow from where what they mean is', () => {
    expect(lettersAt(POINTER, EVERYTHING)).toEqual({
      S: 0x7_0203n,
      A: -7n,
      P: 0x40_0101n,
      L: 0x7_0203n,
      G: 0x18n,
      GOT: 0x40_4000n,
      B: 0x40_0000n,
      Z: 0x3_0005n,
      T: 1n,
      E: 8n,
      TOC: 0x40_c020n,
      GP: 0x40_bff0n,
      V: 0x6_0007n,
      O: -3n,
      H: 0x5_0006n,
    } satisfies Record<Letter, bigint>);
  });

  it('slide with the image where they are addresses in it, and no others do', () => {
    const slide = 0x1_2345_6000n;
    const [before, after] = [BASE, BASE + slide].map((base) => lettersAt(POINTER, { ...EVERYTHING, base }));
    const moved = Object.entries(before ?? {}).flatMap(([letter, value]) => {
      const now = Object.entries(after ?? {}).find(([name]) => name === letter)?.[1];
      if (now === value) return [];
      expect([letter, now]).toEqual([letter, (value ?? 0n) + slide]);
      return [letter];
    });
    expect(moved.sort()).toEqual(['B', 'GOT', 'GP', 'P', 'TOC']);
  });

  it('mean the table itself where there is no slot: G is 0', () => {
    const letters = lettersAt({}, { base: BASE, got: 0x4000 });
    expect(evaluate(GOT.plus(G), letters, 64)).toBe(0x40_4000n);
  });

  it('have no value where nothing is told that they follow from', () => {
    const letters = lettersAt({}, { base: BASE });
    expect(Object.entries(letters).filter(([, value]) => value !== undefined)).toEqual([['B', BASE]]);
    for (const letter of [S, L, P, G, GOT, GP])
      expect(() => evaluate(letter, letters, 64)).toThrow(`no value for ${letter} in ${letter}`);
    expect(lettersAt({}, EVERYTHING).GP).toBeUndefined();
  });

  it.each(architectures)('have GP on $machine.arch only if it has a global pointer', ({ machine }) => {
    const { GP: pointer, GOT: table } = lettersAt(machine, { base: BASE, got: 0x4000 });
    const distance = pointer === undefined || table === undefined ? undefined : Number(pointer - table);
    expect(distance).toBe(machine.pointers?.global?.fromGot);
  });
});
