import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Check,
  checkText,
  either,
  limits,
  movingCheck,
  multipleOf,
  signed,
  unchecked,
  unsigned,
} from '../../../relocator-dsl/check.ts';
import { violation } from '../../../relocator-dsl/evaluate.ts';

const width = fc.integer({ min: 1, max: 48 });

function passes(check: Check, value: bigint, wordBits: 32 | 64 = 64): boolean {
  return violation(check, BigInt.asUintN(wordBits, value), wordBits) === undefined;
}

describe('limits', () => {
  it.each<[string, Check, bigint, bigint]>([
    ['signed 8', signed(8), -128n, 128n],
    ['unsigned 8', unsigned(8), 0n, 256n],
    ['either 8', either(8), -128n, 256n],
    ['signed 33, of ADRP', signed(33), -0x1_0000_0000n, 0x1_0000_0000n],
    ['signed 28, of BL', signed(28), -0x800_0000n, 0x800_0000n],
    ['signed 1', signed(1), -1n, 1n],
  ])('%s', (_name, { range }, min, max) => {
    expect(range && limits(range)).toEqual({ min, max });
  });
});

describe('a check of what moves with the image', () => {
  const check = either(32, { moving: 'signed' });

  it('is narrower only where addresses are read with their sign', () => {
    expect(movingCheck(check)).toEqual(signed(32));
    expect(movingCheck(multipleOf(4, check))).toEqual(multipleOf(4, signed(32)));
    for (const each of [either(32), unsigned(32), signed(32), unchecked])
      expect(movingCheck(each)).toEqual(each);
  });

  it('is told apart from that of what does not move', () => {
    expect(checkText(check)).toBe('-2^31 <= X < 2^32');
    expect(checkText(movingCheck(check))).toBe('-2^31 <= X < 2^31');
  });
});

describe('a range check', () => {
  it.each([
    [signed(21), -0x100000n, 0xfffffn],
    [unsigned(32), 0n, 0xffffffffn],
    [either(16), -0x8000n, 0xffffn],
    [unsigned(15), 0n, 0x7fffn],
  ] as const)('passes its first and last value and neither neighbour: %o', (check, first, last) => {
    expect([first - 1n, first, last, last + 1n].map((value) => passes(check, value))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('signed(n) passes what sign-extending n bits gives back', () => {
    fc.assert(
      fc.property(width, fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n }), (bits, value) => {
        expect(passes(signed(bits), value)).toBe(BigInt.asIntN(bits, value) === value);
      }),
    );
  });

  it('unsigned(n) passes what zero-extending n bits gives back', () => {
    fc.assert(
      fc.property(width, fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), (bits, value) => {
        expect(passes(unsigned(bits), value)).toBe(BigInt.asUintN(bits, value) === value);
      }),
    );
  });

  it('either(n) passes what one of the two passes, and nothing else', () => {
    fc.assert(
      fc.property(width, fc.bigInt({ min: -(1n << 50n), max: 1n << 50n }), (bits, value) => {
        const one = passes(signed(bits), value) || passes(unsigned(bits), value);
        expect(passes(either(bits), value)).toBe(one);
      }),
    );
  });

  it('looks at the whole word before anything is cut off', () => {
    expect(passes(signed(32), 0x1_0000_0000n)).toBe(false);
    expect(passes(unsigned(32), 0x1_0000_0001n)).toBe(false);
    expect(passes(signed(32), 0xffff_ffffn)).toBe(false);
    // A 32-bit machine's word ends there: the same bits are -1.
    expect(passes(signed(16), 0xffff_ffffn, 32)).toBe(true);
  });
});

describe('an alignment check', () => {
  it('passes multiples, also negative ones', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(2, 4, 8, 16),
        fc.bigInt({ min: -(1n << 40n), max: 1n << 40n }),
        (unit, n) => {
          expect(passes(multipleOf(unit), n * BigInt(unit))).toBe(true);
          expect(passes(multipleOf(unit), n * BigInt(unit) + 1n)).toBe(false);
          expect(passes(multipleOf(unit), n * BigInt(unit) - BigInt(unit / 2))).toBe(false);
        },
      ),
    );
  });

  it('adds to a range', () => {
    const check = multipleOf(4, signed(21));
    expect(passes(check, 0xffffcn)).toBe(true);
    expect(passes(check, 0xffffen)).toBe(false);
    expect(passes(check, 0x100000n)).toBe(false);
  });

  it.each([0, 1, 3, 12, -4, 2.5])('refuses %d, which is no power of two above 1', (unit) => {
    expect(() => multipleOf(unit)).toThrow(RangeError);
  });
});

describe('checks in words', () => {
  it.each<[Check, string]>([
    [unchecked, 'none'],
    [signed(32), '-2^31 <= X < 2^31'],
    [unsigned(32), '0 <= X < 2^32'],
    [either(16), '-2^15 <= X < 2^16'],
    [multipleOf(8), 'X is a multiple of 8'],
    [multipleOf(4, signed(28)), '-2^27 <= X < 2^27 and X is a multiple of 4'],
  ])('%o', (check, text) => {
    expect(checkText(check)).toBe(text);
  });

  it('a violation names the value and the limits', () => {
    expect(violation(signed(8), BigInt.asUintN(64, -129n), 64)).toBe(
      'value -0x81 is out of range, -2^7 <= X < 2^7',
    );
    expect(violation(unsigned(8), BigInt.asUintN(64, -1n), 64)).toContain(
      '0xffffffffffffffff is out of range',
    );
    expect(violation(multipleOf(4), 6n, 64)).toBe('value 0x6 is not a multiple of 4');
  });
});

it('unchecked passes everything', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n }), (value) => passes(unchecked, value)),
  );
});
