/**
 * A rule's value as what a record's handler computes: for machines that select instructions for the operators one by
 * one, and so need no list of the shapes that values have.
 *
 * A record brings one address and its addend summed up; wherever a psABI adds them (S + A, G + GOT) that sum stands.
 */
import type { Expression, Letter } from '../../relocator-dsl/expression.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';

export type ValueTree =
  /** The sum a record brings, and the place. */
  | { readonly op: 'target' | 'place' }
  /** The GOT's address, and what the field holds. */
  | { readonly op: 'got' | 'held' }
  | { readonly op: 'constant'; readonly value: bigint }
  | { readonly op: 'add' | 'subtract'; readonly left: ValueTree; readonly right: ValueTree }
  | { readonly op: 'page'; readonly operand: ValueTree; readonly bits: number };

interface Term {
  readonly sign: 1 | -1;
  readonly expression: Expression;
}

/** Letters that are part of the sum a record brings; GOT is, if a slot is counted from it. */
const SUMMED: ReadonlySet<Letter> = new Set<Letter>(['S', 'A', 'L', 'B', 'G', 'GOT', 'Z']);
/** Those of them that say what the sum is of. */
const NAMING: ReadonlySet<Letter> = new Set<Letter>(['S', 'L', 'B', 'G', 'Z']);

/** @throws RangeError for a letter or an operator of which no prologue knows the value */
export function valueTree(rule: Rule): ValueTree {
  const unsupported = (what: string): never => {
    throw new RangeError(`${rule.name}: no instruction selection for ${what} in ${rule.value}`);
  };
  const visit = (expression: Expression): ValueTree => {
    const { node } = expression;
    switch (node.op) {
      case 'letter':
        return letterTree(node.letter) ?? unsupported(node.letter);
      case 'constant':
        return { op: 'constant', value: node.value };
      case 'page':
        return { op: 'page', operand: visit(node.operand), bits: node.bits };
      case 'add':
      case 'subtract':
        return sum(withTarget(termsOf(expression, 1)), visit);
      case 'or':
      case 'word unless odd':
        return unsupported(`"${expression}"`);
    }
  };
  return visit(rule.value);
}

function letterTree(letter: Letter): ValueTree | undefined {
  switch (letter) {
    case 'P':
      return { op: 'place' };
    case 'GOT':
      return { op: 'got' };
    case 'V':
      return { op: 'held' };
    default:
      return SUMMED.has(letter) ? { op: 'target' } : undefined;
  }
}

function termsOf(expression: Expression, sign: 1 | -1): Term[] {
  const { node } = expression;
  if (node.op === 'add') return [...termsOf(node.left, sign), ...termsOf(node.right, sign)];
  if (node.op === 'subtract')
    return [...termsOf(node.left, sign), ...termsOf(node.right, sign === 1 ? -1 : 1)];
  return [{ sign, expression }];
}

/** The terms with those that a record sums up replaced by the first of them. */
function withTarget(terms: readonly Term[]): Term[] {
  const letterOf = ({ expression: { node } }: Term): Letter | undefined =>
    node.op === 'letter' ? node.letter : undefined;
  const isOf = (letters: ReadonlySet<Letter>, term: Term): boolean => {
    const letter = letterOf(term);
    return letter !== undefined && letters.has(letter);
  };
  const naming = terms.find((term) => isOf(NAMING, term));
  if (!naming) return [...terms];
  return terms.filter((term) => term === naming || term.sign !== naming.sign || !isOf(SUMMED, term));
}

/** Sums up from the left, beginning with a term that is added. */
function sum(terms: readonly Term[], visit: (expression: Expression) => ValueTree): ValueTree {
  const first = terms.find(({ sign }) => sign === 1);
  if (!first) throw new RangeError('a value with nothing but subtrahends');
  return terms
    .filter((term) => term !== first)
    .reduce<ValueTree>(
      (left, { sign, expression }) => ({
        op: sign === 1 ? 'add' : 'subtract',
        left,
        right: visit(expression),
      }),
      visit(first.expression),
    );
}
