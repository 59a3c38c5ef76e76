/**
 * The value of a relocation, as a tree over the psABI's letters.
 *
 * A tree says nothing about how it is computed: the evaluator, the motion analysis, the TypeScript emitter, the
 * prologue's instruction selection and the documentation each read it in their own way.
 */

/**
 * The psABI's letters. All are addresses or byte counts, as wide as the machine's word.
 *
 * - `S` value of the symbol; `A` addend; `P` address of the place (the first byte that is patched)
 * - `L` address of the symbol's PLT entry; a purgatory has no PLT, every symbol is its own entry, so L = S
 * - `G` offset of the symbol's slot in the global offset table; `GOT` address of that table
 * - `B` load base of the image; `Z` size of the symbol
 * - `T` 1 if the symbol is a Thumb function, else 0 (Arm)
 * - `E` bytes from a function's global to its local entry point (64-bit PowerPC, ELFv2; Alpha)
 * - `TOC` address that the TOC pointer holds (64-bit PowerPC); `GP` that of the global pointer (MIPS, Alpha, PA-RISC, IA-64)
 * - `V` what the field at the place holds, zero-extended, after earlier relocations of the same place
 * - `O` second addend, in r_info beside the type (SPARC)
 * - `H` value of the relocation that this one completes: the one of the instruction that the symbol labels (RISC-V)
 */
export type Letter =
  | 'S'
  | 'A'
  | 'P'
  | 'L'
  | 'G'
  | 'GOT'
  | 'B'
  | 'Z'
  | 'T'
  | 'E'
  | 'TOC'
  | 'GP'
  | 'V'
  | 'O'
  | 'H';

/** Bytes in a page, the alignment every loader grants an image. */
export const PAGE_SIZE = 4096n;
const PAGE_BITS = 12;

export type ExpressionNode =
  | { readonly op: 'letter'; readonly letter: Letter }
  | { readonly op: 'constant'; readonly value: bigint }
  | { readonly op: 'add'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'subtract'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'or'; readonly left: Expression; readonly right: Expression }
  /** The operand with its low `bits` bits cleared. */
  | {
      readonly op: 'page';
      readonly operand: Expression;
      readonly bits: number;
      /** The field shows no more bits than that, so which block it is only matters to the check. */
      readonly block?: true;
    }
  /** The operand, if it is even rounded up to a multiple of 4. */
  | { readonly op: 'word unless odd'; readonly operand: Expression };

/** An immutable expression; `plus`, `minus` and `or` build larger ones. */
export class Expression {
  readonly node: ExpressionNode;

  constructor(node: ExpressionNode) {
    this.node = node;
    Object.freeze(this);
  }

  plus(right: Expression | bigint): Expression {
    return new Expression({ op: 'add', left: this, right: lift(right) });
  }

  minus(right: Expression | bigint): Expression {
    return new Expression({ op: 'subtract', left: this, right: lift(right) });
  }

  /** Bitwise or. */
  or(right: Expression): Expression {
    return new Expression({ op: 'or', left: this, right });
  }

  /** The expression in psABI notation, for example `Page(S + A) - Page(P)`. */
  toString(): string {
    const { node } = this;
    switch (node.op) {
      case 'letter':
        return node.letter;
      case 'constant':
        return node.value < 0n ? `(${node.value})` : `${node.value}`;
      case 'add':
        return `${sumText(node.left)} + ${operandText(node.right)}`;
      case 'subtract':
        return `${sumText(node.left)} - ${operandText(node.right)}`;
      case 'or':
        return `${operandText(node.left)} | ${operandText(node.right)}`;
      case 'page':
        return node.bits === PAGE_BITS ? `Page(${node.operand})` : `Page${node.bits}(${node.operand})`;
      case 'word unless odd':
        return `Word(${node.operand})`;
    }
  }
}

function operandText(expression: Expression): string {
  const { op } = expression.node;
  return op === 'add' || op === 'subtract' || op === 'or' ? `(${expression})` : `${expression}`;
}

/** The left operand of a sum: only `or` binds less tightly. */
function sumText(expression: Expression): string {
  return expression.node.op === 'or' ? `(${expression})` : `${expression}`;
}

function lift(value: Expression | bigint): Expression {
  return typeof value === 'bigint' ? new Expression({ op: 'constant', value }) : value;
}

function letter(name: Letter): Expression {
  return new Expression({ op: 'letter', letter: name });
}

export const S = letter('S');
export const A = letter('A');
export const P = letter('P');
export const L = letter('L');
export const G = letter('G');
export const GOT = letter('GOT');
export const B = letter('B');
export const Z = letter('Z');
export const T = letter('T');
export const E = letter('E');
export const TOC = letter('TOC');
export const GP = letter('GP');
export const V = letter('V');
export const O = letter('O');
export const H = letter('H');

/** `operand` with its low `bits` bits cleared; by default the start of its 4 KiB page (psABI: Page(expr)). */
export function page(operand: Expression, bits = PAGE_BITS): Expression {
  return new Expression({ op: 'page', operand, bits });
}

/**
 * `operand`, if it is even rounded up to a multiple of 4: what a Thumb BLX, which counts from its own address rounded
 * down to a word, makes of the distance to an Arm target. That to a Thumb target is odd and stays.
 */
export function wordUnlessOdd(operand: Expression): Expression {
  return new Expression({ op: 'word unless odd', operand });
}

/** `operand` with all its bits inverted: -1 - operand. */
export function complement(operand: Expression): Expression {
  return lift(-1n).minus(operand);
}

/**
 * The start of the aligned block of 2^bits bytes in which `operand` lies, far larger than what any load address is a
 * multiple of; for fields that show `bits` bits and no more.
 */
export function block(operand: Expression, bits: number): Expression {
  return new Expression({ op: 'page', operand, bits, block: true });
}

/** True when both trees are the same, node by node. */
export function sameExpression(a: Expression, b: Expression): boolean {
  return a === b || a.toString() === b.toString();
}

/** The letters that occur in an expression, each once, in order of first occurrence. */
export function lettersOf(expression: Expression): readonly Letter[] {
  // Rules share their expressions, and every relocation asks.
  const known = lettersKnown.get(expression);
  if (known) return known;
  const letters = findLetters(expression);
  lettersKnown.set(expression, letters);
  return letters;
}

const lettersKnown = new WeakMap<Expression, readonly Letter[]>();

function findLetters(expression: Expression): readonly Letter[] {
  const found = new Set<Letter>();
  const visit = ({ node }: Expression): void => {
    switch (node.op) {
      case 'letter':
        found.add(node.letter);
        return;
      case 'constant':
        return;
      case 'page':
      case 'word unless odd':
        visit(node.operand);
        return;
      default:
        visit(node.left);
        visit(node.right);
    }
  };
  visit(expression);
  return [...found];
}

/** True when the value is a part of an address, with low bits cleared somewhere. */
export function isCut({ node }: Expression): boolean {
  switch (node.op) {
    case 'letter':
    case 'constant':
      return false;
    case 'page':
      return true;
    case 'word unless odd':
      return isCut(node.operand);
    default:
      return isCut(node.left) || isCut(node.right);
  }
}

/** What is added up: each with its sign. */
export interface Term {
  readonly sign: 1 | -1;
  readonly expression: Expression;
}

/** The terms of a sum. */
export function termsOf(expression: Expression, sign: 1 | -1 = 1): Term[] {
  const { node } = expression;
  if (node.op !== 'add' && node.op !== 'subtract') return [{ sign, expression }];
  const other = node.op === 'add' ? sign : sign === 1 ? -1 : 1;
  return [...termsOf(node.left, sign), ...termsOf(node.right, other)];
}

/** `expression` with `standIn` in place of S and L. */
export function withSymbol(expression: Expression, standIn: Expression): Expression {
  return withLetters(expression, ['S', 'L'], standIn);
}

/** `expression` with `standIn` in place of A. */
export function withAddend(expression: Expression, standIn: Expression): Expression {
  return withLetters(expression, ['A'], standIn);
}

/**
 * `expression` with `standIn` in place of the letters. A zero that is added, or from which nothing else is subtracted, is
 * left out.
 */
export function withLetters(
  expression: Expression,
  letters: readonly Letter[],
  standIn: Expression,
): Expression {
  const { node } = expression;
  switch (node.op) {
    case 'letter':
      return letters.includes(node.letter) ? standIn : expression;
    case 'constant':
      return expression;
    case 'page':
      return new Expression({ ...node, operand: withLetters(node.operand, letters, standIn) });
    case 'word unless odd':
      return wordUnlessOdd(withLetters(node.operand, letters, standIn));
    default: {
      const left = withLetters(node.left, letters, standIn);
      const right = withLetters(node.right, letters, standIn);
      if (node.op === 'add' && isZero(left)) return right;
      if (node.op !== 'or' && isZero(right)) return left;
      return new Expression({ op: node.op, left, right });
    }
  }
}

function isZero({ node }: Expression): boolean {
  return node.op === 'constant' && node.value === 0n;
}
