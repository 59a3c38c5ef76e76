import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signed, unchecked, unsigned } from '../../../relocator-dsl/check.ts';
import { apply, evaluate } from '../../../relocator-dsl/evaluate.ts';
import { A, G, GOT, P, page, S, Z } from '../../../relocator-dsl/expression.ts';
import { bits, insn32, signSelected, word } from '../../../relocator-dsl/field.ts';
import { rule } from '../../../relocator-dsl/rule.ts';

const about = { name: 'R_TEST', type: 1, source: 'None', notes: 'None.', example: 'none' };
const address = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
const addend = fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n });

describe('evaluate', () => {
  it('adds and subtracts', () => {
    expect(evaluate(S.plus(A).minus(P), { S: 0x5000n, A: -4n, P: 0x1002n }, 64)).toBe(0x3ffan);
    expect(evaluate(G.plus(GOT).plus(A).minus(P), { G: 24n, GOT: 0x3000n, A: -4n, P: 0x10n }, 64)).toBe(
      0x3004n,
    );
    expect(evaluate(Z.plus(A), { Z: 16n, A: 1n }, 32)).toBe(17n);
  });

  it.each([32, 64] as const)('wraps at %i bits, downwards and upwards', (wordBits) => {
    const top = (1n << BigInt(wordBits)) - 1n;
    expect(evaluate(S.minus(P), { S: 0n, P: 1n }, wordBits)).toBe(top);
    expect(evaluate(S.plus(A), { S: top, A: 1n }, wordBits)).toBe(0n);
    expect(evaluate(S.plus(A), { S: top, A: top }, wordBits)).toBe(top - 1n);
  });

  it('does not care how a letter that is negative is written', () => {
    fc.assert(
      fc.property(address, addend, address, (s, a, p) => {
        const value = evaluate(S.plus(A).minus(P), { S: s, A: a, P: p }, 64);
        const wrapped = { S: s, A: BigInt.asUintN(64, a), P: BigInt.asIntN(64, p) };
        expect(evaluate(S.plus(A).minus(P), wrapped, 64)).toBe(value);
        expect(value).toBe((((s + a - p) % 2n ** 64n) + 2n ** 64n) % 2n ** 64n);
      }),
    );
  });

  it('rounds pages down, also below zero', () => {
    const at = (value: bigint): bigint => BigInt.asIntN(64, evaluate(page(S), { S: value }, 64));
    expect([0n, 1n, 0xfffn, 0x1000n, 0x1fffn].map(at)).toEqual([0n, 0n, 0n, 0x1000n, 0x1000n]);
    expect([-1n, -0x1000n, -0x1001n].map(at)).toEqual([-0x1000n, -0x1000n, -0x2000n]);
  });

  it('takes the page of a sum, not the sum of pages', () => {
    // 0xfff + 1 is the next page.
    expect(evaluate(page(S.plus(A)).minus(page(P)), { S: 0x1fffn, A: 1n, P: 0x1fffn }, 64)).toBe(0x1000n);
  });

  it('ADRP and ADD make the address, wherever the two are', () => {
    fc.assert(
      fc.property(address, address, (target, place) => {
        const pages = evaluate(page(S).minus(page(P)), { S: target, P: place }, 64);
        expect(BigInt.asUintN(64, (place & ~0xfffn) + pages + (target & 0xfffn))).toBe(target);
        expect(pages & 0xfffn).toBe(0n);
      }),
    );
  });

  it('names the letter that has no value', () => {
    expect(() => evaluate(S.plus(A).minus(P), { S: 1n, A: 1n }, 64)).toThrow(TypeError);
    expect(() => evaluate(S.plus(A).minus(P), { S: 1n, A: 1n }, 64)).toThrow(/no value for P in S \+ A - P/);
  });
});

describe('apply', () => {
  const pc8 = rule({ ...about, value: S.plus(A).minus(P), field: word(8), check: signed(8) });

  it('stores what passes', () => {
    expect(apply(pc8, { S: 0x100n, A: -1n, P: 0x180n }, 0x55n, 64)).toEqual({
      ok: false,
      why: expect.any(String),
    });
    expect(apply(pc8, { S: 0x100n, A: 0n, P: 0x180n }, 0x55n, 64)).toEqual({ ok: true, container: 0x80n });
    expect(apply(pc8, { S: 0x1ffn, A: 0n, P: 0x180n }, 0xffn, 64)).toEqual({ ok: true, container: 0x7fn });
  });

  it('refuses before it truncates: a distance of 4 GiB is not 0', () => {
    const pc32 = rule({ ...about, value: S.plus(A).minus(P), field: word(32), check: signed(32) });
    expect(apply(pc32, { S: 0x1_0000_0000n, A: 0n, P: 0n }, 0n, 64)).toEqual({
      ok: false,
      why: 'value 0x100000000 is out of range, -2^31 <= X < 2^31',
    });
    // The same distance on a 32-bit machine is 0: its addresses wrap.
    expect(apply({ ...pc32, check: unchecked }, { S: 0x1_0000_0000n, A: 0n, P: 0n }, 1n, 32)).toEqual({
      ok: true,
      container: 0n,
    });
  });

  it('a 32-bit value keeps its sign where the opcode follows it', () => {
    const movw = rule({
      ...about,
      value: S.plus(A),
      field: signSelected(insn32(bits(0, 15).at(5)), 30),
      check: signed(17),
    });
    for (const wordBits of [32, 64] as const) {
      expect(apply(movw, { S: 0n, A: -1n }, 0xd2800000n, wordBits)).toEqual({
        ok: true,
        container: 0x92800000n,
      });
      expect(apply(movw, { S: 0n, A: 1n }, 0x92800000n, wordBits)).toEqual({
        ok: true,
        container: 0xd2800020n,
      });
    }
  });

  it('reads the value unsigned for an unsigned check', () => {
    const abs = rule({ ...about, value: S.plus(A), field: word(32), check: unsigned(32) });
    expect(apply(abs, { S: 0xffff_ffffn, A: 0n }, 0n, 64)).toEqual({ ok: true, container: 0xffff_ffffn });
    expect(apply(abs, { S: 0n, A: -1n }, 0n, 64)).toMatchObject({ ok: false });
  });
});
