/**
 * Instruction selection for LoongArch: a rule's value, check and masked insert, from X = S + A in $t3 and P in $t2.
 * $t0 is the load base, $t1 walks the table, $t4 to $t7 are for intermediate values.
 */
import { type Field, isWholeWord, lowestShown, roundingOf } from '../../../relocator-dsl/field.ts';
import { recordForm, type ValueTree } from '../../../relocator-dsl/record.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import type { Target } from '../../machine.ts';
import type { SliceLoad, SplitField } from '../../selection/split.ts';
import { loongarchEncoder } from './instructions.ts';

const LOADS: Readonly<Record<number, string>> = { 1: 'ld.bu', 2: 'ld.hu', 4: 'ld.wu', 8: 'ld.d' };
const STORES: Readonly<Record<number, string>> = { 1: 'st.b', 2: 'st.h', 4: 'st.w', 8: 'st.d' };
const FREE = ['$t4', '$t5', '$t6', '$t7'];

/**
 * Instructions of the handler for `rule`. `got` is the GOT's offset from the load base; `granule` the widest access, in
 * bytes, that is aligned at every place the handler serves.
 */
function loongarchHandler(rule: Rule, got: number, granule: number): string[] {
  const { field } = rule;
  const leaf: BringLeaf = (op, register, spare) => {
    if (op === 'held') return loadPieces(register, spare, field.bytes, granule);
    return [...constant(BigInt(got), register), `add.d ${register}, ${register}, $t0`];
  };
  const value = valueInto('$t3', recordForm(rule).tree, FREE, leaf);
  const { lines, register, shifted } = check(rule);
  const stored = isWholeWord(field)
    ? storePieces(field.bytes, granule)
    : insert(field, register, shifted, ({ at, word }) => `${word} $t6, $t2, ${at}`);
  return [...value, ...lines, ...stored];
}

// ---- values -------------------------------------------------------------------------------------------------------

/** Brings the GOT's address, or what the field holds, into `register`. */
type BringLeaf = (op: 'got' | 'held', register: string, spare: string) => string[];

/** Brings `tree` into `register`, an instruction for each operator; registers of `free` may be overwritten. */
function valueInto(register: string, tree: ValueTree, free: readonly string[], leaf: BringLeaf): string[] {
  switch (tree.op) {
    case 'target':
    case 'place': {
      const source = tree.op === 'target' ? '$t3' : '$t2';
      return source === register ? [] : [`move ${register}, ${source}`];
    }
    case 'got':
    case 'held':
      return leaf(tree.op, register, free[0] ?? '');
    case 'constant':
      return constant(tree.value, register);
    case 'page':
      return [
        ...valueInto(register, tree.operand, free, leaf),
        `bstrins.d ${register}, $zero, ${tree.bits - 1}, 0`,
      ];
    case 'add':
    case 'subtract':
      return sumInto(register, tree, free, leaf);
    default:
      throw new RangeError(`no instruction selection for "${tree.op}" on this machine`);
  }
}

function sumInto(
  register: string,
  { op, left, right }: Extract<ValueTree, { op: 'add' | 'subtract' }>,
  free: readonly string[],
  leaf: BringLeaf,
): string[] {
  const first = operand(left, register, free, leaf);
  if (right.op === 'constant') {
    const added = addConstant(register, first.source, op === 'add' ? right.value : -right.value);
    if (added) return [...first.lines, ...added];
  }
  const [spare = '', ...rest] = free.filter((each) => each !== first.source && each !== register);
  const second = operand(right, spare, rest, leaf);
  const mnemonic = op === 'add' ? 'add.d' : 'sub.d';
  return [...first.lines, ...second.lines, `${mnemonic} ${register}, ${first.source}, ${second.source}`];
}

/** Where an operand is: in a register of its own, or brought into `register`; $t3, the record's sum, may still be needed. */
function operand(
  tree: ValueTree,
  register: string,
  free: readonly string[],
  leaf: BringLeaf,
): { readonly lines: readonly string[]; readonly source: string } {
  if (tree.op === 'target') return { lines: [], source: '$t3' };
  if (tree.op === 'place') return { lines: [], source: '$t2' };
  const source = register === '$t3' ? (free[0] ?? '') : register;
  const rest = free.filter((each) => each !== source);
  return { lines: valueInto(source, tree, rest, leaf), source };
}

/** Adds a constant that needs no register for it; undefined for others. */
function addConstant(register: string, source: string, value: bigint): string[] | undefined {
  if (value >= -2048n && value < 2048n) return [`addi.d ${register}, ${source}, ${value}`];
  if (value === 2048n) return [`addi.d ${register}, ${source}, 2047`, `addi.d ${register}, ${register}, 1`];
  const upper = value >> 16n;
  if (upper << 16n !== value || upper < 0n || upper > 0x8000n) return undefined;
  if (upper < 0x8000n) return [`addu16i.d ${register}, ${source}, ${upper}`];
  return [`addu16i.d ${register}, ${source}, 0x4000`, `addu16i.d ${register}, ${register}, 0x4000`];
}

/** Brings `value`, as a word of 64 bits, into `register`. */
function constant(value: bigint, register: string): string[] {
  const low = BigInt.asIntN(32, value);
  const lines: string[] = [];
  if (low >= -2048n && low < 2048n) lines.push(`addi.d ${register}, $zero, ${low}`);
  else if (low >= 0n && low < 4096n) lines.push(`ori ${register}, $zero, ${low}`);
  else {
    lines.push(`lu12i.w ${register}, ${low >> 12n}`);
    if ((low & 0xfffn) !== 0n) lines.push(`ori ${register}, ${register}, ${low & 0xfffn}`);
  }
  if (BigInt.asUintN(64, low) === BigInt.asUintN(64, value)) return lines;
  const middle = BigInt.asIntN(20, value >> 32n);
  lines.push(`lu32i.d ${register}, ${middle}`);
  const upper = BigInt.asIntN(12, value >> 52n);
  if (upper !== middle >> 19n) lines.push(`lu52i.d ${register}, ${register}, ${upper}`);
  return lines;
}

// ---- checks and fields --------------------------------------------------------------------------------------------

/** A value that passed its check, in `register` without its low `shifted` bits. */
interface Checked {
  readonly lines: readonly string[];
  readonly register: '$t3' | '$t4';
  readonly shifted: number;
}

function check({ name, check: { range, multipleOf = 1 }, field }: Rule): Checked {
  if (!range) {
    const lines = multipleOf === 1 ? [] : [`andi $t4, $t3, ${multipleOf - 1}`, 'bnez $t4, overflow'];
    return { lines, register: '$t3', shifted: 0 };
  }
  const { bits, kind, rounded } = range;
  const whole = { register: '$t3', shifted: 0 } as const;
  if (kind === 'either') {
    // -2^(n-1) <= X < 2^n: of the bits from n - 1 on there are -1, 0 or 1.
    const lines = [`srai.d $t4, $t3, ${bits - 1}`, 'addi.d $t4, $t4, 1', 'sltui $t4, $t4, 3'];
    return { lines: [...lines, 'beqz $t4, overflow'], ...whole };
  }
  if (kind === 'signed' && multipleOf === 1 && bits === 32) {
    return { lines: ['addi.w $t4, $t3, 0', 'bne $t4, $t3, overflow'], ...whole };
  }
  if (kind !== 'signed' || multipleOf !== 2 ** lowestShown(field))
    throw new RangeError(`${name}: no such check on this machine`);
  // Range and alignment in one: the bits that are shown, with their sign, must give the whole value.
  const raised = rounded === undefined ? [] : (addConstant('$t5', '$t3', 1n << BigInt(rounded - 1)) ?? []);
  const source = rounded === undefined ? '$t3' : '$t5';
  const low = Math.log2(multipleOf);
  const lines = [
    ...raised,
    `slli.d $t4, ${source}, ${64 - bits}`,
    `srai.d $t4, $t4, ${64 - bits + low}`,
    `slli.d $t6, $t4, ${low}`,
    `bne $t6, ${source}, overflow`,
  ];
  return rounded === undefined ? { lines, register: '$t4', shifted: low } : { lines, ...whole };
}

/** An access to the word of the container that stands `at` bytes behind the place. */
type Access = (access: { readonly at: number; readonly word: string }) => string;

/** Masked insert of what `register` holds, without its low `shifted` bits, in pieces that are always aligned. */
function insert(field: Field, register: string, shifted: number, access: Access): string[] {
  const bytes = Math.min(field.bytes, 4);
  const lines: string[] = [];
  for (let at = 0; at < field.bytes; at += bytes) {
    const slices = field.slices.filter((slice) => slice.at >= at * 8 && slice.at < (at + bytes) * 8);
    lines.push(access({ at, word: LOADS[bytes] ?? '' }));
    for (const slice of slices) {
      let source = register;
      if (slice.rounded) {
        lines.push(...(addConstant('$t5', source, roundingOf(slice) >> BigInt(shifted)) ?? []));
        source = '$t5';
      }
      if (slice.from > shifted) {
        lines.push(`srli.d $t5, ${source}, ${slice.from - shifted}`);
        source = '$t5';
      }
      const lowest = slice.at - at * 8;
      lines.push(`bstrins.w $t6, ${source}, ${lowest + slice.to - slice.from}, ${lowest}`);
    }
    lines.push(access({ at, word: STORES[bytes] ?? '' }));
  }
  return lines;
}

// ---- words --------------------------------------------------------------------------------------------------------

/** Loads `bytes` bytes at $t2, zero-extended. */
function loadPieces(register: string, spare: string, bytes: number, granule: number): string[] {
  const size = Math.min(bytes, granule);
  const lines = [`${LOADS[size]} ${register}, $t2, 0`];
  for (let at = size; at < bytes; at += size) {
    lines.push(`${LOADS[size]} ${spare}, $t2, ${at}`);
    lines.push(`bstrins.d ${register}, ${spare}, ${8 * (at + size) - 1}, ${8 * at}`);
  }
  return lines;
}

/** Stores the low `bytes` bytes of $t3 at $t2. */
function storePieces(bytes: number, granule: number): string[] {
  const size = Math.min(bytes, granule);
  const lines = [`${STORES[size]} $t3, $t2, 0`];
  for (let at = size; at < bytes; at += size) {
    lines.push(`srli.d $t3, $t3, ${8 * size}`, `${STORES[size]} $t3, $t2, ${at}`);
  }
  return lines;
}

/** Reads slices of the instructions at $t2 into $t3, or into $t1 for the next word. */
function splitLoad(slices: readonly SliceLoad[], into: 'value' | 'next'): string[] {
  const register = into === 'value' ? '$t3' : '$t1';
  return slices.flatMap(({ at, slice, to }, index) => {
    const width = slice.to - slice.from + 1;
    const load = `ld.wu $t4, $t2, ${at}`;
    const pick = `bstrpick.d $t4, $t4, ${slice.at + width - 1}, ${slice.at}`;
    if (index > 0) return [load, pick, `bstrins.d ${register}, $t4, ${to + width - 1}, ${to}`];
    return [load, pick, `slli.d ${register}, $t4, ${to}`];
  });
}

/** Stores $t3 in the fields of the instructions at $t2. */
function splitStore(fields: readonly SplitField[]): string[] {
  return fields.flatMap(({ at: first, field }) =>
    insert(field, '$t3', 0, ({ at, word }) => `${word} $t6, $t2, ${first + at}`),
  );
}

/** Brings the address `offset` bytes from the start into $t1. */
function locate(offset: number): string[] {
  if (offset < 2048) return [`addi.d $t1, $t0, ${offset}`];
  return [...constant(BigInt(offset), '$t1'), 'add.d $t1, $t1, $t0'];
}

export const loongarch64: Target = {
  assembler: { comment: '#', encoder: loongarchEncoder, capstone: undefined },
  selection: { jump: (label) => `b ${label}`, handler: loongarchHandler },
  // beqz, from wherever the loop stands.
  placement: { reach: 0x3f_f000, tableAlignment: 8 },
  words: { load: (bytes, granule) => loadPieces('$t3', '$t4', bytes, granule), store: storePieces },
  split: { load: splitLoad, store: splitStore },
  questions: { locate, constant: (value) => constant(value, '$t4') },
  beacon: {
    store: (address, bytes) => [...constant(address, '$t4'), `${bytes === 1 ? 'st.b' : 'st.w'} $t8, $t4, 0`],
  },
  // The highest bit that must be zero.
  additions: { context: ({ alignment = 1 }) => ({ alignmentTop: Math.log2(alignment) - 1 }) },
};
