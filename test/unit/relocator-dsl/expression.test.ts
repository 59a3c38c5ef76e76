import { describe, expect, it } from 'vitest';
import {
  A,
  B,
  type Expression,
  G,
  GOT,
  L,
  lettersOf,
  P,
  PAGE_SIZE,
  page,
  S,
  sameExpression,
  withSymbol,
  Z,
} from '../../../relocator-dsl/expression.ts';

describe('an expression as text', () => {
  it.each<[Expression, string]>([
    [S, 'S'],
    [S.plus(A), 'S + A'],
    [S.plus(A).minus(P), 'S + A - P'],
    [page(S.plus(A)).minus(page(P)), 'Page(S + A) - Page(P)'],
    [G.plus(GOT).plus(A).minus(P), 'G + GOT + A - P'],
    [S.minus(P.plus(4n)), 'S - (P + 4)'],
    [S.minus(P.minus(4n)), 'S - (P - 4)'],
    [S.plus(A.plus(B)), 'S + (A + B)'],
    [P.plus(-4n), 'P + (-4)'],
    [page(page(S).minus(P)), 'Page(Page(S) - P)'],
    [L.minus(GOT.plus(A)), 'L - (GOT + A)'],
    [Z.plus(0n), 'Z + 0'],
  ])('%s', (expression, text) => {
    expect(`${expression}`).toBe(text);
  });
});

describe('the letters of an expression', () => {
  it('are listed once, in the order in which they are read', () => {
    expect(lettersOf(page(S.plus(A)).minus(page(P)))).toEqual(['S', 'A', 'P']);
    expect(lettersOf(GOT.plus(G).minus(GOT))).toEqual(['GOT', 'G']);
    expect(lettersOf(S.minus(S))).toEqual(['S']);
  });

  it('are none in a constant', () => {
    expect(lettersOf(withSymbol(S, B.minus(B).plus(1n)).minus(B))).toEqual(['B']);
    expect(lettersOf(page(S.minus(S)))).toEqual(['S']);
  });
});

describe('withSymbol', () => {
  it('puts the stand-in for S and L everywhere, also within pages', () => {
    expect(`${withSymbol(page(S.plus(A)).minus(page(P)), P)}`).toBe('Page(P + A) - Page(P)');
    expect(`${withSymbol(L.plus(A).minus(P), P.plus(4n))}`).toBe('P + 4 + A - P');
  });

  it('leaves the other letters and the given expression alone', () => {
    const value = GOT.plus(A).minus(P);
    expect(`${withSymbol(value, B)}`).toBe('GOT + A - P');
    const call = S.plus(A);
    withSymbol(call, P);
    expect(`${call}`).toBe('S + A');
  });
});

describe('sameExpression', () => {
  it('compares trees, not objects', () => {
    expect(sameExpression(S.plus(A).minus(P), S.plus(A).minus(P))).toBe(true);
    expect(sameExpression(S.plus(A), A.plus(S))).toBe(false);
    expect(sameExpression(S.minus(P.plus(4n)), S.minus(P).plus(4n))).toBe(false);
  });
});

it('expressions cannot be changed', () => {
  expect(Object.isFrozen(S.plus(A))).toBe(true);
});

it('a page is 4 KiB', () => {
  expect(PAGE_SIZE).toBe(0x1000n);
});
