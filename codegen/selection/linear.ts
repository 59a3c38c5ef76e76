/**
 * The shape of a rule's value that instruction selection works on.
 *
 * At load time a record brings one address (S, or what stands for it) and the addend, so every value is the sum of
 * those two, possibly cut to its page, minus at most one of P, Page(P), GOT and Page(GOT); or that sum is added to what
 * the place holds, or subtracted from it.
 */
import { A, type Expression, type Letter, P, S, type Term, termsOf } from '../../relocator-dsl/expression.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';

export interface LinearValue {
  /** The value starts from Page(target + addend) instead of target + addend. */
  readonly pageOfTarget: boolean;
  /** What is then subtracted. */
  readonly minus:
    | {
        readonly letter: Subtrahend;
        /** Of the letter plus `plus`, the low `bits` bits are cleared. */
        readonly page: boolean;
        readonly bits: number;
        readonly plus: bigint;
      }
    | undefined;
  /** A constant that is added. */
  readonly plus: bigint;
  /** The value is what all of this comes to, negated. */
  readonly negated: boolean;
  /** The letters whose sum the record's symbol word stands for. */
  readonly target: readonly Letter[];
  /** What the field at the place holds takes part: the target and addend are added to it, or subtracted from it. */
  readonly place: 'added' | 'subtracted' | undefined;
  /** The whole is rounded up to a multiple of 4, unless it is odd. */
  readonly wordUnlessOdd: boolean;
}

/**
 * The linear shape of `rule.value`.
 * @throws RangeError when the value has another shape; a new operator then needs instruction selection first
 */
export function linearValue(rule: Rule): LinearValue {
  const unsupported = (what: string): never => {
    throw new RangeError(`${rule.name}: no instruction selection for ${what} in ${rule.value}`);
  };
  const { node: outermost } = rule.value;
  const wordUnlessOdd = outermost.op === 'word unless odd';
  const given = termsOf(wordUnlessOdd ? outermost.operand : rule.value).flatMap(asInRecord);
  const negated = given.some(({ sign, expression }) => sign === -1 && isTarget(expression));
  const terms = negated ? given.map(opposite) : given;
  const inPlace = terms.some(({ expression: { node } }) => node.op === 'letter' && node.letter === 'V');
  if (inPlace) return placeSum(rule, given);
  const target: Letter[] = [];
  let pageOfTarget = false;
  let plus = 0n;
  let minus: LinearValue['minus'];
  for (const { sign, expression } of terms) {
    const { node } = expression;
    if (node.op === 'constant') {
      plus += BigInt(sign) * node.value;
      continue;
    }
    // The record's addend has the sign it takes part with.
    if (node.op === 'letter' && node.letter === 'A') continue;
    if (sign === 1) {
      if (node.op === 'letter') {
        target.push(node.letter);
      } else if (node.op === 'page') {
        pageOfTarget = true;
        for (const inner of termsOf(node.operand).flatMap(asInRecord)) {
          if (inner.sign !== 1 || inner.expression.node.op !== 'letter') return unsupported(`${expression}`);
          if (inner.expression.node.letter !== 'A') target.push(inner.expression.node.letter);
        }
      } else return unsupported(`${expression}`);
      continue;
    }
    if (minus) return unsupported('two subtrahends');
    const inner = node.op === 'page' ? node.operand.node : node;
    const added = inner.op === 'add' && inner.right.node.op === 'constant' ? inner.right.node.value : 0n;
    const operand = inner.op === 'add' ? inner.left.node : inner;
    if (operand.op !== 'letter' || !isSubtrahend(operand.letter)) return unsupported(`${expression}`);
    minus = {
      letter: operand.letter,
      page: node.op === 'page',
      bits: node.op === 'page' ? node.bits : 0,
      plus: added,
    };
  }
  return { pageOfTarget, minus, plus, negated, target, place: undefined, wordUnlessOdd };
}

type Subtrahend = 'P' | 'GOT' | 'GP' | 'TOC';

function isSubtrahend(letter: Letter): letter is Subtrahend {
  return letter === 'P' || letter === 'GOT' || letter === 'GP' || letter === 'TOC';
}

/** A letter that a record's symbol word stands for, where it is subtracted. */
function isTarget({ node }: Expression): boolean {
  return node.op === 'letter' && (node.letter === 'S' || node.letter === 'L');
}

function opposite({ sign, expression }: Term): Term {
  return { sign: sign === 1 ? -1 : 1, expression };
}

/**
 * The terms that a record has instead: T is in the sum of target and addend already, and H, the value that a relocation
 * completes, is a distance from the record's own place.
 */
function asInRecord(term: Term): Term[] {
  const { node } = term.expression;
  if (node.op === 'or' && node.right.node.op === 'letter' && node.right.node.letter === 'T')
    return termsOf(node.left, term.sign).flatMap(asInRecord);
  return node.op === 'letter' && node.letter === 'H' ? termsOf(S.plus(A).minus(P), term.sign) : [term];
}

/** V + S + A, or V - S - A. */
function placeSum(rule: Rule, terms: readonly Term[]): LinearValue {
  const others = terms.flatMap(({ sign, expression: { node } }) =>
    node.op === 'letter' && node.letter !== 'V' ? [{ sign, letter: node.letter }] : [],
  );
  const signs = new Set(others.map(({ sign }) => sign));
  const target = others.map(({ letter }) => letter).filter((letter) => letter !== 'A');
  if (others.length !== terms.length - 1 || signs.size !== 1 || target.length !== 1)
    throw new RangeError(`${rule.name}: no instruction selection for ${rule.value}`);
  const place = signs.has(1) ? 'added' : 'subtracted';
  return {
    pageOfTarget: false,
    minus: undefined,
    plus: 0n,
    negated: false,
    target,
    place,
    wordUnlessOdd: false,
  };
}
