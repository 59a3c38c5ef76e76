import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { architectures } from '../../../relocator-dsl/arch/index.ts';
import { multipleOf, signed, unchecked } from '../../../relocator-dsl/check.ts';
import { evaluate } from '../../../relocator-dsl/evaluate.ts';
import {
  A,
  B,
  block,
  type Expression,
  G,
  GOT,
  L,
  type Letter,
  P,
  page,
  S,
  Z,
} from '../../../relocator-dsl/expression.ts';
import { bits, type Field, insert, insn32, word } from '../../../relocator-dsl/field.ts';
import type { Letters } from '../../../relocator-dsl/letters.ts';
import {
  fieldMotion,
  type Motion,
  motionText,
  type SymbolMotion,
  valueMotion,
} from '../../../relocator-dsl/motion.ts';
import { type Rule, rule } from '../../../relocator-dsl/rule.ts';

const SYMBOLS: readonly SymbolMotion[] = ['image', 'fixed'];
const LETTERS: readonly Letter[] = [
  'S',
  'A',
  'P',
  'L',
  'G',
  'GOT',
  'B',
  'Z',
  'E',
  'TOC',
  'GP',
  'V',
  'O',
  'H',
];

/** What a slide by `by` does to addresses of the image, written down from the psABI's definitions of the letters. */
function slid(letters: Record<Letter, bigint>, by: bigint, symbol: SymbolMotion): Letters {
  const inImage = symbol === 'image' ? by : 0n;
  return {
    ...letters,
    P: letters.P + by,
    GOT: letters.GOT + by,
    TOC: letters.TOC + by,
    GP: letters.GP + by,
    H: letters.H + inImage - by,
    B: letters.B + by,
    S: letters.S + inImage,
    L: letters.L + inImage,
  };
}

const anyLetters = fc
  .array(fc.bigInt({ min: -(1n << 40n), max: 1n << 40n }), {
    minLength: LETTERS.length,
    maxLength: LETTERS.length,
  })
  .map((values) => {
    const value = (letter: Letter): bigint => values[LETTERS.indexOf(letter)] ?? 0n;
    // Thumb functions stand at even addresses: the lowest bit of S + A is free for T.
    return {
      S: value('S') & ~1n,
      A: value('A') & ~1n,
      P: value('P'),
      L: value('L'),
      G: value('G'),
      GOT: value('GOT'),
      B: value('B'),
      Z: value('Z'),
      T: value('S') & 1n,
      E: value('E'),
      TOC: value('TOC'),
      GP: value('GP'),
      V: value('V'),
      O: value('O'),
      H: value('H'),
    };
  });
const slides = fc.bigInt({ min: -(1n << 34n), max: 1n << 34n });

/** Where `motion` is wrong for `value`: the first slide that changes the value by something else. */
function wrongValueMotion(
  value: Expression,
  motion: Motion,
  symbol: SymbolMotion,
  wordBits: 32 | 64,
): unknown {
  const property = fc.property(anyLetters, slides, (letters, steps) => {
    const by = steps * motion.modulus;
    const before = evaluate(value, letters, wordBits);
    const after = evaluate(value, slid(letters, by, symbol), wordBits);
    return (
      BigInt.asUintN(wordBits, after - before - motion.coefficient * by) %
        (motion.block?.bytes ?? 1n << 64n) ===
      0n
    );
  });
  return fc.check(property, { seed: 1 }).counterexample;
}

/** Where `motion` is wrong for what the field of `rule` shows. */
function wrongFieldMotion(
  { value, field }: Pick<Rule, 'value' | 'field'>,
  motion: Motion,
  symbol: SymbolMotion,
  wordBits: 32 | 64,
): unknown {
  const shown = (letters: Letters): bigint =>
    insert(field, 0n, BigInt.asUintN(64, BigInt.asIntN(wordBits, evaluate(value, letters, wordBits))));
  const property = fc.property(anyLetters, slides, (letters, steps) => {
    const by = steps * motion.modulus;
    const before = BigInt.asIntN(wordBits, evaluate(value, letters, wordBits));
    const expected = BigInt.asUintN(64, BigInt.asIntN(wordBits, before + motion.coefficient * by));
    return shown(slid(letters, by, symbol)) === insert(field, 0n, expected);
  });
  return fc.check(property, { seed: 1 }).counterexample;
}

describe('the motion of a value', () => {
  it.each<[string, Expression, SymbolMotion, bigint, bigint]>([
    ['an address in the image', S.plus(A), 'image', 1n, 1n],
    ['an absolute address', S.plus(A), 'fixed', 0n, 1n],
    ['a distance within the image', S.plus(A).minus(P), 'image', 0n, 1n],
    ['a distance to an absolute symbol', S.plus(A).minus(P), 'fixed', -1n, 1n],
    ['a call', L.plus(A).minus(P), 'image', 0n, 1n],
    ['a distance of pages within the image', page(S.plus(A)).minus(page(P)), 'image', 0n, 4096n],
    ['a distance of pages to an absolute symbol', page(S.plus(A)).minus(page(P)), 'fixed', -1n, 4096n],
    ['the page of an absolute symbol', page(S.plus(A)), 'fixed', 0n, 1n],
    ['a distance from the GOT', S.plus(A).minus(GOT), 'image', 0n, 1n],
    ['a distance from the GOT to an absolute symbol', S.plus(A).minus(GOT), 'fixed', -1n, 1n],
    ['the offset of a slot', G.plus(A), 'image', 0n, 1n],
    ['the address of a slot', GOT.plus(G), 'fixed', 1n, 1n],
    ['the distance to a slot', G.plus(GOT).plus(A).minus(P), 'fixed', 0n, 1n],
    ['the offset of a slot, as the psABI of Arm writes it', GOT.plus(G).minus(GOT), 'image', 0n, 1n],
    ['the base', B.plus(A), 'fixed', 1n, 1n],
    ['a size', Z.plus(A), 'image', 0n, 1n],
    ['an address twice', S.plus(S), 'image', 2n, 1n],
    ['the next instruction, seen from this one', P.plus(4n).plus(A).minus(P), 'fixed', 0n, 1n],
  ])('%s', (_what, value, symbol, coefficient, modulus) => {
    expect(valueMotion(value, symbol)).toEqual({ coefficient, modulus });
    expect(wrongValueMotion(value, { coefficient, modulus }, symbol, 64)).toBeNull();
  });

  it('that counts from a block says which and what lies in it, and nothing where it counts from itself', () => {
    const of = P.plus(8n);
    const from = S.plus(A).minus(block(of, 20));
    expect(valueMotion(from, 'image')).toEqual({
      coefficient: 1n,
      modulus: 1n,
      block: { bytes: 1n << 20n, of },
    });
    expect(valueMotion(from, 'fixed')).toEqual({
      coefficient: 0n,
      modulus: 1n,
      block: { bytes: 1n << 20n, of },
    });
    const own = block(of, 20).plus(A).minus(block(of, 20));
    expect(valueMotion(own, 'fixed')).toEqual({ coefficient: 0n, modulus: 1n });
    expect(() => valueMotion(from.minus(block(P, 21)), 'image')).toThrow(/counts from one block/);
  });

  const rules = architectures.flatMap(({ rules: all, machine: { wordBits } }) =>
    all.map((each) => [each.name, each, wordBits] as const),
  );

  it.each(rules)('of %s is what two evaluations show', (_name, { value }, wordBits) => {
    for (const symbol of SYMBOLS) {
      expect(wrongValueMotion(value, valueMotion(value, symbol), symbol, wordBits)).toBeNull();
    }
  });

  it.each(rules)('of the field of %s is what two evaluations show', (_name, each, wordBits) => {
    for (const symbol of SYMBOLS) {
      expect(wrongFieldMotion(each, fieldMotion(each, symbol), symbol, wordBits)).toBeNull();
    }
  });
});

describe('the motion of a field', () => {
  const about = { name: 'R_TEST', type: 1, source: 'None', notes: 'None.', example: 'none' };
  const low12 = insn32(bits(0, 11).at(10));
  it.each<[string, Expression, Field, Rule['check'], SymbolMotion, bigint, bigint]>([
    ['the low 12 bits of an address', S.plus(A), low12, unchecked, 'image', 0n, 4096n],
    ['the low 12 bits of an absolute address', S.plus(A), low12, unchecked, 'fixed', 0n, 1n],
    [
      'the low 12 bits, scaled by 8',
      S.plus(A),
      insn32(bits(3, 11).at(10)),
      multipleOf(8),
      'image',
      0n,
      4096n,
    ],
    ['the low 8 bits of an address', S.plus(A), word(8), unchecked, 'image', 0n, 256n],
    ['the low 8 bits of an address, checked', S.plus(A), word(8), signed(8), 'image', 1n, 1n],
    ['bits 15 to 0 in a wide move', S.plus(A), insn32(bits(0, 15).at(5)), unchecked, 'image', 1n, 1n],
    ['bits 63 to 48 in a wide move', S.plus(A), insn32(bits(48, 63).at(5)), unchecked, 'image', 1n, 1n],
    ['a distance that is checked', S.minus(P), word(32), signed(32), 'image', 0n, 1n],
  ])('%s', (_what, value, field, check, symbol, coefficient, modulus) => {
    const tested = rule({ ...about, value, field, check });
    expect(fieldMotion(tested, symbol)).toEqual({ coefficient, modulus });
    expect(wrongFieldMotion(tested, { coefficient, modulus }, symbol, 64)).toBeNull();
  });
});

describe('a wrong motion is caught', () => {
  const distance = S.plus(A).minus(P);
  const pages = page(S.plus(A)).minus(page(P));
  it.each<[string, Expression, Motion, SymbolMotion]>([
    [
      'a distance to an absolute symbol taken as settled',
      distance,
      { coefficient: 0n, modulus: 1n },
      'fixed',
    ],
    ['a distance within the image taken as moving', distance, { coefficient: -1n, modulus: 1n }, 'image'],
    ['an address taken as moving backwards', S.plus(A), { coefficient: -1n, modulus: 1n }, 'image'],
    ['pages taken as exact for every slide', pages, { coefficient: 0n, modulus: 1n }, 'image'],
    ['pages taken as exact for half a page', pages, { coefficient: 0n, modulus: 2048n }, 'image'],
  ])('%s', (_what, value, motion, symbol) => {
    expect(wrongValueMotion(value, motion, symbol, 64)).not.toBeNull();
  });

  it('a field that shows one bit more than the page has', () => {
    const field = insn32(bits(0, 12).at(5));
    const motion = { coefficient: 0n, modulus: 4096n };
    expect(wrongFieldMotion({ value: S.plus(A), field }, motion, 'image', 64)).not.toBeNull();
  });
});

describe('motion in words', () => {
  it.each<[Motion, string]>([
    [{ coefficient: 0n, modulus: 1n }, 'does not change'],
    [{ coefficient: 0n, modulus: 4096n }, 'does not change if D is a multiple of 4096'],
    [{ coefficient: 1n, modulus: 1n }, 'changes by +D'],
    [{ coefficient: -1n, modulus: 4096n }, 'changes by -D if D is a multiple of 4096'],
    [{ coefficient: 2n, modulus: 1n }, 'changes by +2D'],
    [{ coefficient: -3n, modulus: 1n }, 'changes by -3D'],
  ])('%o', (motion, text) => {
    expect(motionText(motion)).toBe(text);
  });
});
