/**
 * The shape of a rule's value that instruction selection works on.
 *
 * At load time a record brings one address (S, or what stands for it) and the addend, so every value is the sum of
 * those two, possibly cut to its page, minus at most one of P, Page(P), GOT and Page(GOT).
 */
import type { Expression, Letter } from '../../relocator-dsl/expression.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';

export interface LinearValue {
  /** The value starts from Page(target + addend) instead of target + addend. */
  readonly pageOfTarget: boolean;
  /** What is then subtracted. */
  readonly minus: { readonly letter: 'P' | 'GOT'; readonly page: boolean } | undefined;
  /** The letters whose sum the record's symbol slot stands for. */
  readonly target: readonly Letter[];
}

interface Term {
  readonly sign: 1 | -1;
  readonly expression: Expression;
}

function termsOf(expression: Expression, sign: 1 | -1): Term[] {
  const { node } = expression;
  if (node.op === 'add') return [...termsOf(node.left, sign), ...termsOf(node.right, sign)];
  if (node.op === 'subtract')
    return [...termsOf(node.left, sign), ...termsOf(node.right, sign === 1 ? -1 : 1)];
  return [{ sign, expression }];
}

/**
 * The linear shape of `rule.value`.
 * @throws RangeError when the value has another shape; a new operator then needs instruction selection first
 */
export function linearValue(rule: Rule): LinearValue {
  const unsupported = (what: string): never => {
    throw new RangeError(`${rule.name}: no instruction selection for ${what} in ${rule.value}`);
  };
  const terms = termsOf(rule.value, 1);
  const target: Letter[] = [];
  let pageOfTarget = false;
  let minus: LinearValue['minus'];
  for (const { sign, expression } of terms) {
    const { node } = expression;
    if (sign === 1) {
      if (node.op === 'letter') {
        if (node.letter !== 'A') target.push(node.letter);
      } else if (node.op === 'page') {
        pageOfTarget = true;
        for (const inner of termsOf(node.operand, 1)) {
          if (inner.sign !== 1 || inner.expression.node.op !== 'letter') return unsupported(`${expression}`);
          if (inner.expression.node.letter !== 'A') target.push(inner.expression.node.letter);
        }
      } else return unsupported(`${expression}`);
      continue;
    }
    if (minus) return unsupported('two subtrahends');
    const operand = node.op === 'page' ? node.operand.node : node;
    if (operand.op !== 'letter' || (operand.letter !== 'P' && operand.letter !== 'GOT')) {
      return unsupported(`${expression}`);
    }
    minus = { letter: operand.letter, page: node.op === 'page' };
  }
  return { pageOfTarget, minus, target };
}
