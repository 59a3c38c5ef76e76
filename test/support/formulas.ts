/** What cases must know of a rule's formula to be at its ends. */
import { evaluate } from '../../relocator-dsl/evaluate.ts';
import { lettersOf, P, page, sameExpression, termsOf } from '../../relocator-dsl/expression.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';

/** True when it counts from the page of its place, so that values are multiples of a page. */
export function countsPages({ value }: Rule): boolean {
  const from = page(P);
  return termsOf(value).some(({ sign, expression }) => sign === -1 && sameExpression(expression, from));
}

/** True when the value becomes less where the symbol's is more. */
export function subtractsSymbol({ value }: Rule, wordBits: 32 | 64): boolean {
  const zeros = Object.fromEntries(lettersOf(value).map((letter) => [letter, 0n]));
  const valueAt = (S: bigint): bigint => BigInt.asIntN(wordBits, evaluate(value, { ...zeros, S }, wordBits));
  return valueAt(1n << 24n) < valueAt(0n);
}

/** Values of which their leading pieces leave as much as the check admits, or one more. */
export function restEdges({ check: { rest } }: Rule): bigint[] {
  if (!rest) return [];
  // Three pieces of eight bits, each of which begins with a one.
  const pieces = [0x5500_0000n, 0x0033_0000n, 0x2a00n].slice(0, rest.without);
  const edge = pieces.reduce((sum, piece) => sum + piece, 1n << BigInt(rest.bits));
  return [edge, -edge];
}
