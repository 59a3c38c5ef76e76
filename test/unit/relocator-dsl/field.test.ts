import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { architectures } from '../../../relocator-dsl/arch/index.ts';
import {
  bits,
  extract,
  type Field,
  fieldMask,
  immediate,
  insert,
  insn32,
  isWholeWord,
  type Slice,
  signSelected,
  valueBits,
  word,
} from '../../../relocator-dsl/field.ts';

const word64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });

/** ADR and ADRP: the two low bits of the immediate stand apart from the others. */
const ADR = insn32(bits(0, 1).at(29), bits(2, 20).at(5));
const MOVW = signSelected(insn32(bits(16, 31).at(5)), 30);

/** 32-bit fields of random slices that do not overlap, in value or in container. */
const fields = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 2 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((runs) => {
    const slices: Slice[] = [];
    let at = 0;
    let from = 0;
    for (const [width, gap] of runs) {
      at += gap;
      slices.push(bits(from, from + width - 1).at(at));
      at += width;
      from += width + gap;
    }
    return insn32(...slices.reverse());
  });

describe('a field refuses', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['overlapping container bits', () => insn32(bits(0, 7).at(0), bits(8, 15).at(7)), /overlaps another/],
    ['the same value bits twice', () => insn32(bits(0, 7).at(0), bits(7, 8).at(16)), /repeats value bits/],
    ['bits past its container', () => insn32(bits(0, 15).at(17)), /leaves its 32-bit container/],
    ['bits before its container', () => insn32(bits(0, 3).at(-1)), /leaves its 32-bit container/],
    ['an opcode bit inside a slice', () => signSelected(insn32(bits(0, 15).at(5)), 20), /overlaps another/],
    ['a run that goes backwards', () => bits(4, 3), /not a run of value bits/],
    ['value bits past 63', () => bits(60, 64), /not a run of value bits/],
    ['negative value bits', () => bits(-1, 3), /not a run of value bits/],
    ['fractions of bits', () => bits(0, 1.5), /not a run of value bits/],
  ])('%s', (_what, make, message) => {
    expect(make).toThrow(RangeError);
    expect(make).toThrow(message);
  });
});

describe('insert', () => {
  it('puts slices where the instruction has them', () => {
    // adr x0, . + 5: immlo 1 at bit 29, immhi 1 at bit 5.
    expect(insert(ADR, 0x10000000n, 5n)).toBe(0x30000020n);
    // adr x0, . - 1: all 21 bits set.
    expect(insert(ADR, 0x10000000n, BigInt.asUintN(64, -1n))).toBe(0x70ffffe0n);
    // bl . - 4
    expect(insert(insn32(bits(2, 27).at(0)), 0x94000000n, BigInt.asUintN(64, -4n))).toBe(0x97ffffffn);
  });

  it('replaces what was there instead of adding to it', () => {
    expect(insert(word(32), 0xffffffffn, 0x12345678n)).toBe(0x12345678n);
    expect(insert(insn32(bits(0, 11).at(10)), 0xffffffffn, 0n)).toBe(0xffc003ffn);
  });

  it('drops the bits of the value that the field does not have', () => {
    expect(insert(word(16), 0n, 0xabcd1234n)).toBe(0x1234n);
    expect(insert(insn32(bits(3, 11).at(10)), 0n, 0xf00fn)).toBe(0x400n);
  });

  it('keeps every other bit of the container', () => {
    fc.assert(
      fc.property(fields, word64, word64, (field, container, value) => {
        const old = BigInt.asUintN(32, container);
        const outside = ~fieldMask(field) & 0xffffffffn;
        expect(insert(field, old, value) & outside).toBe(old & outside);
      }),
    );
  });

  it('does not depend on what the field held before', () => {
    fc.assert(
      fc.property(fields, word64, word64, word64, (field, one, other, value) => {
        const mask = fieldMask(field);
        const inside = insert(field, BigInt.asUintN(32, one), value) & mask;
        expect(insert(field, BigInt.asUintN(32, other), value) & mask).toBe(inside);
      }),
    );
  });

  it('is undone by extract, and doing it again changes nothing', () => {
    fc.assert(
      fc.property(fields, word64, word64, (field, container, value) => {
        const held = field.slices.reduce(
          (mask, { from, to }) => mask | (((1n << BigInt(to - from + 1)) - 1n) << BigInt(from)),
          0n,
        );
        const once = insert(field, BigInt.asUintN(32, container), value);
        expect(extract(field, once)).toBe(value & held);
        expect(insert(field, once, value)).toBe(once);
      }),
    );
  });
});

describe('a sign-selected field', () => {
  it('becomes MOVZ with the bits of a value that is not negative', () => {
    // movn x0, #0, lsl #16 -> movz x0, #0x1234, lsl #16
    expect(insert(MOVW, 0x92a00000n, 0x12345678n)).toBe(0xd2a24680n);
  });

  it('becomes MOVN with the complement of a negative value', () => {
    // movz x0, #0, lsl #16 -> movn x0, #0x1234, lsl #16, which is ~0x12340000 and up.
    expect(insert(MOVW, 0xd2a00000n, BigInt.asUintN(64, ~0x12345678n))).toBe(0x92a24680n);
  });

  it('makes an instruction that moves the value, as far as it reaches', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(1n << 32n), max: (1n << 32n) - 1n }), word64, (value, container) => {
        const insn = insert(MOVW, BigInt.asUintN(32, container), BigInt.asUintN(64, value));
        const moved = ((insn >> 5n) & 0xffffn) << 16n;
        const isMovz = ((insn >> 30n) & 1n) === 1n;
        // MOVZ zeroes the other bits, MOVN sets them.
        expect(isMovz ? moved : ~moved).toBe(isMovz ? value & ~0xffffn : value | 0xffffn);
      }),
    );
  });
});

describe('fields of the rules', () => {
  const all = architectures.flatMap(({ rules }) => rules.map((rule) => [rule.name, rule.field] as const));

  it.each(all)('%s owns exactly the bits it can change', (_name, field) => {
    const ones = (1n << BigInt(field.bytes * 8)) - 1n;
    // Bits that are set in an empty container, or cleared in a full one, by the lowest and highest values.
    const touched = [0n, (1n << 63n) - 1n, 1n << 63n, (1n << 64n) - 1n].reduce(
      (bitsSoFar, value) => bitsSoFar | insert(field, 0n, value) | (insert(field, ones, value) ^ ones),
      0n,
    );
    expect(touched).toBe(fieldMask(field));
  });
});

describe('words and immediates', () => {
  it('are whole', () => {
    for (const size of [8, 16, 32, 64] as const) {
      for (const field of [word(size), immediate(size)]) {
        expect(field.bytes).toBe(size / 8);
        expect(valueBits(field)).toBe(size);
        expect(fieldMask(field)).toBe((1n << BigInt(size)) - 1n);
        expect(isWholeWord(field)).toBe(true);
      }
      expect(word(size).kind).toBe('word');
      expect(immediate(size).kind).toBe('instruction');
    }
  });

  it('are told from instructions', () => {
    const parts: Field[] = [ADR, insn32(bits(1, 31).at(1)), insn32(bits(0, 30).at(0)), MOVW];
    for (const field of parts) expect(isWholeWord(field)).toBe(false);
  });

  it('the highest value bit counts, not the number of bits', () => {
    expect(valueBits(insn32(bits(12, 13).at(29), bits(14, 32).at(5)))).toBe(33);
  });
});
