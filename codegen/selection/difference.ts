/**
 * The shape that most values have: the sum that a record brings, less one address. Machines that select instructions for
 * it, rather than operator by operator, find it in a value's tree here.
 */
import type { Leaf, ValueTree } from '../../relocator-dsl/record.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';

/** What values count from. */
export type Pointer = Extract<Leaf, 'place' | 'got' | 'gp' | 'toc' | 'base'>;

const POINTERS: readonly Pointer[] = ['place', 'got', 'gp', 'toc', 'base'];

/** `from`, without its low `cleared` bits, less an address, plus a constant. */
export interface Difference {
  readonly cleared: number;
  readonly minus: Subtrahend | undefined;
  readonly plus: bigint;
}

/** A pointer and a constant, and of the two together without the low `cleared` bits. */
export interface Subtrahend {
  readonly pointer: Pointer;
  readonly plus: bigint;
  readonly cleared: number;
}

/** What a machine throws that has no instructions for a rule's value. */
export function noSelection({ name, value }: Pick<Rule, 'name' | 'value'>): RangeError {
  return new RangeError(`${name}: no instruction selection for ${value} on this machine`);
}

/**
 * `tree` as a difference from what a record brings.
 * @throws RangeError when it is none
 */
export function differenceOf(rule: Rule, tree: ValueTree, from: Leaf = 'target'): Difference {
  const visit = (each: ValueTree): Difference | undefined => {
    switch (each.op) {
      case from:
        return { cleared: 0, minus: undefined, plus: 0n };
      case 'page':
        return each.operand.op === from ? { cleared: each.bits, minus: undefined, plus: 0n } : undefined;
      case 'add':
      case 'subtract': {
        const left = visit(each.left);
        const plus = constantOf(each);
        if (left && plus !== undefined) return { ...left, plus: left.plus + plus };
        const minus = each.op === 'subtract' ? subtrahendOf(each.right) : undefined;
        return left && minus && !left.minus ? { ...left, minus } : undefined;
      }
      default:
        return undefined;
    }
  };
  const found = visit(tree);
  if (!found) throw noSelection(rule);
  return found;
}

/**
 * Which of `pointers` is subtracted from what a record brings, if any is, and the constant that is then added.
 * @throws RangeError when something else is left to do
 */
export function plainDifference<Known extends Pointer>(
  rule: Rule,
  tree: ValueTree,
  pointers: readonly Known[],
  from: Leaf = 'target',
): { readonly minus: Known | undefined; readonly plus: bigint } {
  const { cleared, minus, plus } = differenceOf(rule, tree, from);
  const known = pointers.find((pointer) => pointer === minus?.pointer);
  const isPlain = cleared === 0 && (!minus || (minus.plus === 0n && minus.cleared === 0));
  if (!isPlain || known !== minus?.pointer) throw noSelection(rule);
  return { minus: known, plus };
}

/**
 * The same where no constant is added.
 * @throws RangeError when something else is left to do
 */
export function subtracted<Known extends Pointer>(
  rule: Rule,
  tree: ValueTree,
  pointers: readonly Known[],
  from: Leaf = 'target',
): Known | undefined {
  const { minus, plus } = plainDifference(rule, tree, pointers, from);
  if (plus !== 0n) throw noSelection(rule);
  return minus;
}

/** What is added to the left operand, if it is a constant. */
function constantOf({ op, right }: Extract<ValueTree, { op: 'add' | 'subtract' }>): bigint | undefined {
  if (right.op !== 'constant') return undefined;
  return op === 'add' ? right.value : -right.value;
}

function subtrahendOf(tree: ValueTree): Subtrahend | undefined {
  switch (tree.op) {
    case 'page': {
      const operand = subtrahendOf(tree.operand);
      return operand?.cleared === 0 ? { ...operand, cleared: tree.bits } : undefined;
    }
    case 'add':
    case 'subtract': {
      const left = subtrahendOf(tree.left);
      const plus = constantOf(tree);
      return left?.cleared === 0 && plus !== undefined ? { ...left, plus: left.plus + plus } : undefined;
    }
    default: {
      const pointer = POINTERS.find((each) => each === tree.op);
      return pointer && { pointer, plus: 0n, cleared: 0 };
    }
  }
}
