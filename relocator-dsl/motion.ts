/**
 * How the content of a relocated field changes when the image slides by D: computed from the expression, never listed.
 *
 * Every letter moves with a whole multiple of D (an address inside the image by 1, a constant by 0); sums add up, and
 * `page` is exact when D is a multiple of the page. What a field shows of a moving value does not change either when
 * it only shows bits below those that D can change.
 */
import { type Expression, type Letter, PAGE_SIZE, sameExpression, type Term, termsOf } from './expression.ts';
import { valueBits } from './field.ts';
import type { Rule } from './rule.ts';

export interface Motion {
  /** The value changes by exactly `coefficient` * D … */
  readonly coefficient: bigint;
  /** … provided D is a multiple of this many bytes. */
  readonly modulus: bigint;
  /**
   * … and apart from a multiple of a block's size: the value counts from the start of the block in which something of
   * the image lies. Blocks are far larger than any load alignment, so whether it fits is known where the image lies.
   */
  readonly block?: Block;
}

export interface Block {
  readonly bytes: bigint;
  /** The address that lies in it and moves with the image. */
  readonly of: Expression;
}

/** Whether the symbol moves with the image (defined in it) or stays (SHN_ABS, undefined weak, bound late). */
export type SymbolMotion = 'image' | 'fixed';

function letterCoefficient(letter: Letter, symbol: SymbolMotion): bigint {
  switch (letter) {
    case 'S':
    case 'L':
      return symbol === 'image' ? 1n : 0n;
    case 'P':
    case 'GOT':
    case 'TOC':
    case 'GP':
    case 'B':
      return 1n;
    case 'A':
    case 'G':
    case 'Z':
    case 'T':
    case 'E':
    case 'V':
    case 'O':
      return 0n;
    case 'H':
      // The value that is completed is a distance from the place; where it is known, it is looked at instead.
      return symbol === 'image' ? 0n : -1n;
  }
}

/** The motion of an expression's value. */
export function valueMotion(expression: Expression, symbol: SymbolMotion): Motion {
  const { node } = expression;
  switch (node.op) {
    case 'letter':
      return { coefficient: letterCoefficient(node.letter, symbol), modulus: 1n };
    case 'constant':
      return { coefficient: 0n, modulus: 1n };
    case 'add':
    case 'subtract':
      return sumMotion(withoutPairs(termsOf(expression)), symbol);
    case 'or':
      return orMotion(valueMotion(node.left, symbol), node.right);
    case 'page': {
      const operand = valueMotion(node.operand, symbol);
      if (operand.coefficient === 0n) return operand;
      const size = 1n << BigInt(node.bits);
      if (node.block) {
        return { coefficient: 0n, modulus: operand.modulus, block: { bytes: size, of: node.operand } };
      }
      return { coefficient: operand.coefficient, modulus: operand.modulus > size ? operand.modulus : size };
    }
    case 'word unless odd': {
      const operand = valueMotion(node.operand, symbol);
      if (operand.coefficient === 0n) return operand;
      return { coefficient: operand.coefficient, modulus: operand.modulus > 4n ? operand.modulus : 4n };
    }
  }
}

function sumMotion(terms: readonly Term[], symbol: SymbolMotion): Motion {
  let sum: Motion = { coefficient: 0n, modulus: 1n };
  for (const { sign, expression } of terms) {
    const { coefficient, modulus, block } = valueMotion(expression, symbol);
    if (block && (sum.block || sign === 1)) {
      throw new TypeError(`no motion is known for a sum with ${expression}; a value counts from one block`);
    }
    sum = {
      ...sum,
      coefficient: sum.coefficient + BigInt(sign) * coefficient,
      modulus: sum.modulus > modulus ? sum.modulus : modulus,
      ...(block ? { block } : {}),
    };
  }
  return sum;
}

/** The terms without those that are added as well as subtracted. */
function withoutPairs(terms: readonly Term[]): Term[] {
  const left: Term[] = [];
  for (const term of terms) {
    const other = left.findIndex(
      ({ sign, expression }) => sign !== term.sign && sameExpression(expression, term.expression),
    );
    if (other < 0) left.push(term);
    else left.splice(other, 1);
  }
  return left;
}

/** Bits that are set below those that D can change do not touch the motion of the rest; `T` is the lowest bit. */
function orMotion(left: Motion, right: Expression): Motion {
  const { node } = right;
  if (node.op !== 'letter' || node.letter !== 'T') throw new TypeError(`no motion is known for "| ${right}"`);
  if (left.coefficient === 0n || left.modulus > 1n) return left;
  return { coefficient: left.coefficient, modulus: 2n };
}

/**
 * The motion of the field's content under `rule`. A range check on a moving value makes the field move too, even if
 * its bits would not, because the check's outcome depends on the base.
 */
export function fieldMotion(rule: Rule, symbol: SymbolMotion): Motion {
  const motions = known[symbol];
  const found = motions.get(rule) ?? motionOfField(rule, symbol);
  motions.set(rule, found);
  return found;
}

/** Every relocation of a type asks the same. */
const known: Readonly<Record<SymbolMotion, WeakMap<Rule, Motion>>> = {
  image: new WeakMap(),
  fixed: new WeakMap(),
};

function motionOfField(rule: Rule, symbol: SymbolMotion): Motion {
  const value = valueMotion(rule.value, symbol);
  if (value.coefficient === 0n || value.block !== undefined || rule.check.range || rule.field.magnitude)
    return value;
  const shown = 1n << BigInt(valueBits(rule.field));
  if (shown > (rule.parts?.settledAt ?? PAGE_SIZE)) return value;
  const needed = [shown, value.modulus, BigInt(rule.check.multipleOf ?? 1)];
  return { coefficient: 0n, modulus: needed.reduce((a, b) => (a > b ? a : b)) };
}

/** The motion in words, for `explain` and the documentation. */
export function motionText({ coefficient, modulus, block }: Motion): string {
  const apart = block === undefined ? '' : `, apart from multiples of ${block.bytes}`;
  const proviso = modulus > 1n ? ` if D is a multiple of ${modulus}` : '';
  if (coefficient === 0n) return `does not change${apart}${proviso}`;
  const sign = coefficient > 0n ? '+' : '-';
  const size = coefficient < 0n ? -coefficient : coefficient;
  return `changes by ${sign}${size === 1n ? '' : size}D${apart}${proviso}`;
}
