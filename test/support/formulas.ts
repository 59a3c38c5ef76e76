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
