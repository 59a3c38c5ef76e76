/**
 * Rules as functions over plain numbers, for columns of relocations: exact where every sum is below 2 ** 53, and where a value
 * passes its check beyond doubt. Whatever else there is to say of a value, its reference model says.
 */
import { type Expression, termsOf } from '../../relocator-dsl/expression.ts';
import { type Field, fieldMask, isWholeWord, type Slice } from '../../relocator-dsl/field.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';

export interface CompiledRule {
  /** X for S (and L), A and P. */
  readonly value: (S: number, A: number, P: number) => number;
  /** Whether a value passes the check; one of which that is not certain does not. */
  readonly passes: (X: number) => boolean;
  /** Stores a value in the field at `at`. */
  readonly store: (memory: DataView, at: number, X: number) => void;
}

type Evaluate = CompiledRule['value'];
type Store = CompiledRule['store'];

/** Up to here numbers are exact, and so are sums of a few. */
const EXACT = 2 ** 52;
const WORD = 2 ** 32;

/** The rule as functions; undefined where numbers do not suffice for its value or its field. */
export function compileRule(rule: Rule, machine: Machine): CompiledRule | undefined {
  const value = compileValue(rule.value);
  const store = compileStore(rule.field, machine);
  const passes = compileCheck(rule, machine.wordBits);
  return value && store && passes && { value, store, passes };
}

function compileValue(expression: Expression): Evaluate | undefined {
  const { node } = expression;
  switch (node.op) {
    case 'letter':
      switch (node.letter) {
        case 'S':
        case 'L':
          return (S) => S;
        case 'A':
          return (_S, A) => A;
        case 'P':
          return (_S, _A, P) => P;
        default:
          return undefined;
      }
    case 'constant': {
      const constant = Number(node.value);
      return () => constant;
    }
    case 'add':
    case 'subtract': {
      const terms = termsOf(expression).map(({ sign, expression: each }) => ({
        sign,
        of: compileValue(each),
      }));
      return terms.reduce<Evaluate | undefined>(
        (sum, { sign, of }) => sum && of && ((S, A, P) => sum(S, A, P) + sign * of(S, A, P)),
        () => 0,
      );
    }
    case 'page': {
      const operand = compileValue(node.operand);
      const size = 2 ** node.bits;
      return operand && ((S, A, P) => Math.floor(operand(S, A, P) / size) * size);
    }
    default:
      return undefined;
  }
}

function compileCheck({ check }: Rule, wordBits: 32 | 64): CompiledRule['passes'] | undefined {
  const { range, multipleOf = 1, odd, rest } = check;
  if (odd !== undefined || rest !== undefined || range?.rounded !== undefined) return undefined;
  // As a word is read with its sign, and as one without.
  const most = Math.min(EXACT, 2 ** (wordBits - 1));
  const half = range && 2 ** (range.bits - 1);
  const low = half === undefined ? -most : range?.kind === 'unsigned' ? 0 : -half;
  const high = half === undefined ? most : range?.kind === 'signed' ? half : 2 * half;
  const [from, to] = [Math.max(low, -most), Math.min(high, most)];
  return (X) => X >= from && X < to && X % multipleOf === 0;
}

function compileStore(field: Field, { dataOrder, instructionOrder }: Machine): Store | undefined {
  const little = (field.kind === 'word' ? dataOrder : instructionOrder) === 'little';
  if (field.bytes === 8) return isWholeWord(field) ? wordOf(little) : undefined;
  const isOdd = field.magnitude ?? field.signSelect ?? field.apart ?? field.bundled;
  if (isOdd !== undefined || field.slices.some(({ flippedUnless }) => flippedUnless !== undefined))
    return undefined;
  const shown = field.slices.map(compileSlice);
  const keep = Number(BigInt.asUintN(32, ~fieldMask(field)));
  const insert = (old: number, X: number): number => {
    let container = old & keep;
    for (const bits of shown) container |= bits(X);
    return container;
  };
  switch (field.bytes) {
    case 1:
      return (memory, at, X) => memory.setUint8(at, insert(memory.getUint8(at), X));
    case 2:
      return (memory, at, X) => memory.setUint16(at, insert(memory.getUint16(at, little), X), little);
    case 4:
      return (memory, at, X) => memory.setInt32(at, insert(memory.getInt32(at, little), X), little);
    default:
      return undefined;
  }
}

function wordOf(little: boolean): Store {
  return (memory, at, X) => {
    memory.setUint32(at + (little ? 0 : 4), lowHalf(X), little);
    memory.setUint32(at + (little ? 4 : 0), lowHalf(Math.floor(X / WORD)), little);
  };
}

/** The lowest 32 bits, of any sign. */
function lowHalf(X: number): number {
  return X - Math.floor(X / WORD) * WORD;
}

/** The bits that a slice shows, where they land. */
function compileSlice({ from, to, at, rounded }: Slice): (X: number) => number {
  const unit = 2 ** from;
  const width = 2 ** (to - from + 1);
  const more = rounded ? unit / 2 : 0;
  return (X) => {
    const shown = Math.floor((X + more) / unit);
    return (shown - Math.floor(shown / width) * width) << at;
  };
}
