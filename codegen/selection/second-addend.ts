/**
 * Rules with two addends (O of SPARC) in records, which have room for one: of the sum of the symbol and the first addend
 * such rules use the low bits only, so the second stands above these in the same word.
 */
import { type Expression, lettersOf } from '../../relocator-dsl/expression.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';

export interface SecondAddend {
  /** The value without O, which is added to it. */
  readonly rest: Expression;
  /** Bits of the word below the second addend: all that the value shows of S + A. */
  readonly at: number;
}

/** @throws RangeError when a value with O has another form */
export function secondAddendOf({ name, value }: Pick<Rule, 'name' | 'value'>): SecondAddend | undefined {
  if (!lettersOf(value).includes('O')) return undefined;
  const { node } = value;
  const [rest, added] = node.op === 'add' ? [node.left, node.right.node] : [];
  const block = rest?.node.op === 'subtract' ? rest.node.right.node : undefined;
  if (!rest || added?.op !== 'letter' || added.letter !== 'O' || block?.op !== 'page')
    throw new RangeError(`${name}: no record can hold the addends of ${value}`);
  return { rest, at: block.bits };
}

/** Both addends in one word. @throws RangeError when the second does not fit */
export function packedAddends(addend: bigint, second: bigint, { at }: SecondAddend): bigint {
  const low = (1n << BigInt(at)) - 1n;
  const packed = (second << BigInt(at)) | (addend & low);
  if (BigInt.asIntN(32, packed) === packed) return packed;
  throw new RangeError(
    `a second addend of ${second} does not fit the ${32 - at} bits that a record has for it`,
  );
}
