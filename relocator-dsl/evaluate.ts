/** The DSL's own interpreter: letters in, a checked value and a patched container out. */
import { type Check, checkText, isMisaligned, leavesRest, limits } from './check.ts';
import type { Expression } from './expression.ts';
import { insert } from './field.ts';
import type { Letters } from './letters.ts';
import type { Rule } from './rule.ts';

/**
 * The value of `expression` as an unsigned word of `wordBits` bits.
 * @throws TypeError when a letter of the expression has no value
 */
export function evaluate(expression: Expression, letters: Letters, wordBits: 32 | 64): bigint {
  const visit = ({ node }: Expression): bigint => {
    switch (node.op) {
      case 'letter': {
        const value = letters[node.letter];
        if (value === undefined) throw new TypeError(`no value for ${node.letter} in ${expression}`);
        return value;
      }
      case 'constant':
        return node.value;
      case 'add':
        return visit(node.left) + visit(node.right);
      case 'subtract':
        return visit(node.left) - visit(node.right);
      case 'or':
        return visit(node.left) | visit(node.right);
      case 'page': {
        const operand = visit(node.operand);
        return operand - BigInt.asUintN(node.bits, operand);
      }
      case 'word unless odd': {
        const operand = visit(node.operand);
        return operand & 1n ? operand : (operand + 3n) & ~3n;
      }
    }
  };
  return BigInt.asUintN(wordBits, visit(expression));
}

/** Why `value`, an unsigned word of `wordBits` bits, fails `check`; undefined when it passes. */
export function violation(check: Check, value: bigint, wordBits: 32 | 64): string | undefined {
  const asSigned = BigInt.asIntN(wordBits, value);
  if (check.range) {
    const { min, max } = limits(check.range);
    const read = check.range.kind === 'unsigned' ? value : asSigned;
    if (read < min || read >= max)
      return `value ${hex(read)} is out of range, ${checkText({ range: check.range })}`;
  }
  if (isMisaligned(check, asSigned)) return `value ${hex(asSigned)} is not a multiple of ${check.multipleOf}`;
  if (check.odd === 'required' && value % 2n === 0n) return `value ${hex(asSigned)} is not odd`;
  if (check.rest && !leavesRest(check.rest, asSigned))
    return `value ${hex(asSigned)} is out of range, ${checkText({ rest: check.rest })}`;
  return undefined;
}

export type Applied =
  | { readonly ok: true; readonly container: bigint }
  | { readonly ok: false; readonly why: string };

/** Applies `rule` to the container `old` (unsigned): value, check at full width, masked insert. */
export function apply(rule: Rule, letters: Letters, old: bigint, wordBits: 32 | 64): Applied {
  const value = evaluate(rule.value, letters, wordBits);
  const why = violation(rule.check, value, wordBits);
  if (why !== undefined) return { ok: false, why };
  // A 32-bit value in a 64-bit computation keeps its sign for fields that choose by it.
  const wide = BigInt.asUintN(64, BigInt.asIntN(wordBits, value));
  return { ok: true, container: insert(rule.field, old, wide) };
}

function hex(value: bigint): string {
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}
