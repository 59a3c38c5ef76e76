/**
 * What a record of the format `records` stands for, rule by rule: its symbol word, its addend, and what a handler is left
 * to compute from the sum of the two.
 *
 * - The symbol word is what is named by S, L or Z, else by G (with GOT, where that is added), else by GOT, B or TOC.
 * - The addend is what A alone decides, with the sign that the symbol has. E and T, which are known when the image is
 *   built, are in it.
 * - H is the distance of their sum from the record's own place.
 * - O shares the word of the addend, of which such values use the low bits only.
 */
import { evaluate } from './evaluate.ts';
import {
  A,
  Expression,
  type Letter,
  lettersOf,
  P,
  S,
  sameExpression,
  type Term,
  withLetters,
} from './expression.ts';
import type { Rule } from './rule.ts';

/** What a handler can start from. */
export type Leaf =
  /** The sum that a record brings; its symbol word alone; its addend alone; O. */
  | 'target'
  | 'symbol'
  | 'addend'
  | 'second'
  /** P, GOT, GP, TOC and B. */
  | 'place'
  | 'got'
  | 'gp'
  | 'toc'
  | 'base'
  /** V: what the field holds. */
  | 'held';

type Sign = Term['sign'];

/** What is left to compute. */
export type ValueTree =
  | { readonly op: Leaf }
  | { readonly op: 'constant'; readonly value: bigint }
  | { readonly op: 'add' | 'subtract'; readonly left: ValueTree; readonly right: ValueTree }
  /** The operand without its low `bits` bits, or nothing but these. */
  | { readonly op: 'page' | 'low'; readonly operand: ValueTree; readonly bits: number }
  /** The operand, if it is even rounded up to a multiple of 4. */
  | { readonly op: 'word unless odd'; readonly operand: ValueTree };

/** The records of one rule. */
export interface RecordForm {
  /** The letters whose sum the symbol word stands for. */
  readonly symbol: readonly Letter[];
  /** What the addend stands for, over A; undefined where A has no part in the value. */
  readonly addend: Expression | undefined;
  /** For rules with O: the bit of the addend's word from which on it stands. */
  readonly secondAt: number | undefined;
  readonly tree: ValueTree;
}

/** Letters that may name the symbol, those first that do wherever they are. Only G has another beside it. */
const NAMES = [['S'], ['L'], ['Z'], ['G', 'GOT'], ['GOT'], ['B'], ['TOC']] as const;

const ZERO = new Expression({ op: 'constant', value: 0n });

/** Letters that no record brings. */
const LEAVES: { readonly [letter in Letter]?: Leaf } = {
  P: 'place',
  GOT: 'got',
  GP: 'gp',
  TOC: 'toc',
  B: 'base',
  V: 'held',
  O: 'second',
};

/**
 * What records of `rule` stand for, and what is left.
 * @throws RangeError when the value has something that neither a record nor a handler can tell
 */
export function recordForm({ name, value, field }: Pick<Rule, 'name' | 'value' | 'field'>): RecordForm {
  const whole = withLetters(value, ['H'], S.plus(A).minus(P));
  const letters = lettersOf(whole);
  const names: readonly Letter[] = NAMES.find(([first]) => letters.includes(first)) ?? [];
  const home = sumsOf(whole).find((terms) => signOf(names[0], terms) !== undefined) ?? [];
  const sign = signOf(names[0], home) ?? 1;
  const symbol = names.filter((letter) => signOf(letter, home) === sign);
  const addend = addendAmong(home, sign) ?? (field.apart ? A : undefined);
  const unsupported = (expression: Expression): never => {
    throw new RangeError(`${name}: no record can hold ${expression} in ${value}`);
  };
  const tree = remainder(whole, { symbol, addend, unsupported });
  const secondAt = lettersOf(value).includes('O') ? (bitsBelow(tree) ?? unsupported(value)) : undefined;
  return { symbol, addend, secondAt, tree };
}

/**
 * What a record has as its addend, signed.
 * @param addend that of the relocation, with E and T in it where the value has them
 */
export function recordAddend(form: RecordForm, addend: bigint, wordBits: 32 | 64): bigint {
  return form.addend ? BigInt.asIntN(wordBits, evaluate(form.addend, { A: addend }, wordBits)) : 0n;
}

/** The word of a record's addend, with O in it for rules that have it. @throws RangeError when O does not fit */
export function addendWord({ secondAt }: RecordForm, addend: bigint, second: bigint): bigint {
  if (secondAt === undefined) return addend;
  const word = (second << BigInt(secondAt)) | BigInt.asUintN(secondAt, addend);
  if (BigInt.asIntN(32, word) === word) return word;
  throw new RangeError(
    `a second addend of ${second} does not fit the ${32 - secondAt} bits that a record has for it`,
  );
}

// ---- what is left -------------------------------------------------------------------------------------------------

/** What a record brings, and how to refuse the rest. */
interface Brought extends Pick<RecordForm, 'symbol' | 'addend'> {
  unsupported(expression: Expression): never;
}

/** A term of what is left of a sum. */
interface Part {
  readonly sign: Sign;
  readonly tree: ValueTree;
}

function remainder(expression: Expression, brought: Brought): ValueTree {
  const { node } = expression;
  switch (node.op) {
    case 'constant':
      return { op: 'constant', value: node.value };
    case 'page':
      return { op: 'page', operand: remainder(node.operand, brought), bits: node.bits };
    case 'word unless odd':
      return { op: 'word unless odd', operand: remainder(node.operand, brought) };
    case 'or': {
      const tree = remainder(node.left, brought);
      return isLetter(node.right, 'T') && tree.op === 'target' ? tree : brought.unsupported(expression);
    }
    case 'letter':
    case 'add':
    case 'subtract':
      return summedUp(partsOf(operandsOf(expression), brought)) ?? brought.unsupported(expression);
  }
}

/** The parts added up from the left, beginning with one that is added. */
function summedUp(parts: readonly Part[]): ValueTree | undefined {
  const first = parts.find(({ sign }) => sign === 1);
  return parts
    .filter((part) => part !== first)
    .reduce<ValueTree | undefined>(
      (left, { sign, tree }) => left && { op: sign === 1 ? 'add' : 'subtract', left, right: tree },
      first?.tree,
    );
}

/** The terms of a sum as parts; X - Page(X), where the symbol is in X, is the low bits of X. */
function partsOf(terms: readonly Term[], brought: Brought): Part[] {
  for (const cut of terms) {
    const { node } = cut.expression;
    if (cut.sign === 1 || node.op !== 'page') continue;
    const operands = operandsOf(node.operand);
    const rest = terms.filter((term) => term !== cut && !operands.some((each) => sameTerm(each, term)));
    const isWhole = rest.length === terms.length - operands.length - 1;
    if (!isWhole || signOfAll(brought.symbol, operands) === undefined) continue;
    const operand = remainder(node.operand, brought);
    return [{ sign: 1, tree: { op: 'low', operand, bits: node.bits } }, ...gathered(rest, brought)];
  }
  return gathered(terms, brought);
}

/** The terms as parts, with one part for all that the record brings of them. */
function gathered(terms: readonly Term[], brought: Brought): Part[] {
  const { symbol, addend, unsupported } = brought;
  const sign = signOfAll(symbol, terms);
  const isSummed = (term: Term): boolean =>
    term.sign === sign && ['E', ...symbol].some((letter) => isLetter(term.expression, letter));
  const [first, ...further] = terms.filter((term) => isOfAddend(term) || isSummed(term));
  const own = addendAmong(terms, sign ?? 1);
  if (own && !(addend && sameExpression(own, addend))) return unsupported(own);
  const symbolAs = own || !addend ? 'target' : 'symbol';
  return terms.flatMap((term): Part[] => {
    if (term === first) return [{ sign: sign ?? 1, tree: { op: sign ? symbolAs : 'addend' } }];
    return further.includes(term) ? [] : [{ sign: term.sign, tree: alone(term.expression, brought) }];
  });
}

/** A term that the record has no part in. */
function alone(expression: Expression, brought: Brought): ValueTree {
  const { node } = expression;
  if (node.op !== 'letter') return remainder(expression, brought);
  const op = LEAVES[node.letter];
  return op ? { op } : brought.unsupported(expression);
}

/** For rules with O: of the target to which it is added only so many low bits count. */
function bitsBelow(tree: ValueTree): number | undefined {
  if (tree.op !== 'add' || tree.left.op !== 'low' || tree.right.op !== 'second') return undefined;
  return tree.left.operand.op === 'target' ? tree.left.bits : undefined;
}

// ---- sums ---------------------------------------------------------------------------------------------------------

/** What is added up; of what is subtracted, all that stands in parentheses is one term. */
function operandsOf(expression: Expression): Term[] {
  const { node } = expression;
  if (node.op === 'add') return [...operandsOf(node.left), ...operandsOf(node.right)];
  if (node.op === 'subtract') return [...operandsOf(node.left), { sign: -1, expression: node.right }];
  return [{ sign: 1, expression }];
}

/** All sums in `expression`, outer ones first; a letter by itself is one, too. */
function sumsOf(expression: Expression): Term[][] {
  const terms = operandsOf(expression);
  return [terms, ...terms.flatMap((term) => sumsWithin(term.expression))];
}

function sumsWithin(expression: Expression): Term[][] {
  const { node } = expression;
  switch (node.op) {
    case 'letter':
    case 'constant':
      return [];
    case 'page':
    case 'word unless odd':
      return sumsOf(node.operand);
    case 'or':
      return [...sumsOf(node.left), ...sumsOf(node.right)];
    case 'add':
    case 'subtract':
      return sumsOf(expression);
  }
}

function isLetter({ node }: Expression, letter: string): boolean {
  return node.op === 'letter' && node.letter === letter;
}

function sameTerm(a: Term, b: Term): boolean {
  return a.sign === b.sign && sameExpression(a.expression, b.expression);
}

/** True for a term that the addend alone decides. */
function isOfAddend({ expression }: Term): boolean {
  const letters = lettersOf(expression);
  return letters.length === 1 && letters[0] === 'A';
}

/** The sign that the letter has among the terms. */
function signOf(letter: Letter | undefined, terms: readonly Term[]): Sign | undefined {
  return letter && terms.find((term) => isLetter(term.expression, letter))?.sign;
}

/** The sign that all of the letters have among the terms. */
function signOfAll(letters: readonly Letter[], terms: readonly Term[]): Sign | undefined {
  const sign = signOf(letters[0], terms);
  return letters.every((letter) => signOf(letter, terms) === sign) ? sign : undefined;
}

/** What the terms have that A alone decides, where what is added has this sign. */
function addendAmong(terms: readonly Term[], sign: Sign): Expression | undefined {
  return terms.filter(isOfAddend).reduce<Expression | undefined>((sum, { sign: own, expression }) => {
    if (own === sign) return sum ? sum.plus(expression) : expression;
    return (sum ?? ZERO).minus(expression);
  }, undefined);
}
