/**
 * Instruction selection for SPARC V9: a rule's value, check and masked insert, from X = S + A in %g1 and P in %g2. %g3 is
 * the load base, %g4 walks the table; %g5, %o5 and %o7 are for intermediate values. Registers of the window stay.
 *
 * An instruction behind a branch runs whether or not the branch is taken, unless it annuls it; the two are one line here,
 * so that they stay together wherever handlers share their tails.
 */
import { isWholeWord, lowestShown, type Slice } from '../../../relocator-dsl/field.ts';
import { type RecordForm, recordForm, type ValueTree } from '../../../relocator-dsl/record.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import type { Target } from '../../machine.ts';
import { type Displacement, linesTouched, type SliceLoad, type SplitField } from '../../selection/split.ts';
import { sparc64Encoder } from './instructions.ts';

const LOADS: Readonly<Record<number, string>> = { 1: 'ldub', 2: 'lduh', 4: 'lduw', 8: 'ldx' };
const STORES: Readonly<Record<number, string>> = { 1: 'stb', 2: 'sth', 4: 'stw', 8: 'stx' };
/** What a flush makes visible, in bytes. */
const LINE = 8;
/** Behind the record whose handler runs, seen from %g4. */
const RECORD_ADDEND = 4;
/** The longest mask of ones that is an immediate. */
const MASK_BITS = 12;

function isImmediate(value: bigint): boolean {
  return value >= -4096n && value < 4096n;
}

function hex(value: bigint | number): string {
  return value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

const ones = (bits: number): string => hex((1n << BigInt(bits)) - 1n);

function sparcHandler(rule: Rule, granule: number): string[] {
  const value = valueLines(recordForm(rule));
  const { lines, branch, ...checked } = check(rule);
  const { field } = rule;
  if (isWholeWord(field)) {
    const stores = storeWord(field.bytes, granule);
    return [...value, ...lines, ...(branch ? [`${branch}\n    nop`] : []), ...stores];
  }
  const [load = '', ...insert] = fieldStore({ at: 0, field }, checked, '%o5');
  // The load does no harm where the branch is taken.
  const first = branch ? `${branch}\n    ${load}` : load;
  return [...value, ...lines, first, ...insert, 'flush %g2'];
}

// ---- values -------------------------------------------------------------------------------------------------------

/** Brings the value into %g1; O, which is added to the rest, comes from the record. */
function valueLines({ tree, secondAt }: RecordForm): string[] {
  const free = ['%g5', '%o5'];
  if (tree.op !== 'add' || tree.right.op !== 'second') return valueInto('%g1', tree, free);
  const second = [`ldsw [%g4 - ${RECORD_ADDEND}], %g5`, `sra %g5, ${secondAt}, %g5`, 'add %g1, %g5, %g1'];
  return [...valueInto('%g1', tree.left, free), ...second];
}

/** Brings `tree` into `register`; %g1, the record's sum, is needed until the last instruction. */
function valueInto(register: string, tree: ValueTree, free: readonly string[]): string[] {
  switch (tree.op) {
    case 'target':
    case 'place': {
      const source = sourceOf(tree);
      return source === register ? [] : [`mov ${source}, ${register}`];
    }
    case 'constant':
      return constant(tree.value, register);
    case 'page':
    case 'low': {
      const { lines, source } = operand(tree.operand, free);
      return [...lines, `${tree.op === 'low' ? 'and' : 'andn'} ${source}, ${ones(tree.bits)}, ${register}`];
    }
    case 'add':
    case 'subtract':
      return sumInto(register, tree, free);
    default:
      throw new RangeError(`no instruction selection for "${tree.op}" on this machine`);
  }
}

function sumInto(
  register: string,
  { op, left, right }: Extract<ValueTree, { op: 'add' | 'subtract' }>,
  free: readonly string[],
): string[] {
  const first = operand(left, free);
  const mnemonic = op === 'add' ? 'add' : 'sub';
  if (right.op === 'constant' && isImmediate(right.value))
    return [...first.lines, `${mnemonic} ${first.source}, ${hex(right.value)}, ${register}`];
  const second = operand(
    right,
    free.filter((each) => each !== first.source),
  );
  return [...first.lines, ...second.lines, `${mnemonic} ${first.source}, ${second.source}, ${register}`];
}

/** The register that holds it already. */
function sourceOf({ op }: ValueTree): '%g1' | '%g2' | undefined {
  return op === 'target' ? '%g1' : op === 'place' ? '%g2' : undefined;
}

/** Where an operand is: in a register of its own, or brought into the first of `free`. */
function operand(
  tree: ValueTree,
  [first = '', ...free]: readonly string[],
): { readonly lines: readonly string[]; readonly source: string } {
  const source = sourceOf(tree);
  return source ? { lines: [], source } : { lines: valueInto(first, tree, free), source: first };
}

/** Brings `value`, as a word of 64 bits, into `register`. */
function constant(value: bigint, register: string): string[] {
  const signed = BigInt.asIntN(64, value);
  const word = BigInt.asUintN(64, value);
  if (isImmediate(signed)) return [`mov ${hex(signed)}, ${register}`];
  const low = (bits: bigint): bigint => word & ((1n << bits) - 1n);
  const upper = (shown: bigint): string => `sethi ${hex((shown >> 10n) & 0x3f_ffffn)}, ${register}`;
  if (word >> 32n === 0n) {
    return [upper(word), ...(low(10n) === 0n ? [] : [`or ${register}, ${hex(low(10n))}, ${register}`])];
  }
  // sethi leaves zeros above; an immediate below 0 turns all of these over.
  if (signed >> 32n === -1n) return [upper(~word), `xor ${register}, ${hex(low(10n) - 1024n)}, ${register}`];
  const length = word.toString(2).length;
  if (word + 1n === 1n << BigInt(length))
    return [`mov -1, ${register}`, `srlx ${register}, ${64 - length}, ${register}`];
  const zeros = /0*$/.exec(word.toString(2))?.[0].length ?? 0;
  const shift = Math.max(zeros, MASK_BITS);
  const rest = low(BigInt(shift));
  return [
    ...constant(word >> BigInt(shift), register),
    `sllx ${register}, ${shift}, ${register}`,
    ...(rest === 0n ? [] : [`or ${register}, ${hex(rest)}, ${register}`]),
  ];
}

// ---- checks -------------------------------------------------------------------------------------------------------

/** A value in `register` without its low `shifted` bits, of which no bit from `length` on is set, if that is known. */
interface Value {
  readonly register: string;
  readonly shifted: number;
  readonly length: number | undefined;
}

/** `branch` is taken when the check fails; the instruction behind it is not there yet. */
interface Checked extends Value {
  readonly lines: readonly string[];
  readonly branch: string | undefined;
}

const WHOLE: Value = { register: '%g1', shifted: 0, length: undefined };
const UNEQUAL = 'bne,pn %xcc, overflow';
const TOO_LARGE = 'bgu,pn %xcc, overflow';
const NOT_ZERO = 'brnz,pn %g5, overflow';

function check({ name, check: { range, multipleOf = 1 }, field }: Rule): Checked {
  if (!range) return { ...WHOLE, lines: [], branch: undefined };
  const { bits, kind } = range;
  if (multipleOf !== 1) {
    if (kind !== 'signed' || multipleOf !== 2 ** lowestShown(field))
      throw new RangeError(`${name}: no such check on this machine`);
    // Range and alignment in one: the bits that are shown, with their sign, must give the whole value.
    const low = Math.log2(multipleOf);
    const lines = [...signExtended(bits, low), `sllx %g5, ${low}, %o7`, 'cmp %o7, %g1'];
    return { register: '%g5', shifted: low, length: undefined, lines, branch: UNEQUAL };
  }
  switch (kind) {
    case 'unsigned':
      return { ...WHOLE, length: bits, lines: [`srlx %g1, ${bits}, %g5`], branch: NOT_ZERO };
    case 'signed':
      return { ...WHOLE, ...signedCheck(bits) };
    case 'either':
      return { ...WHOLE, ...eitherCheck(bits) };
  }
}

/** The low `bits` bits of %g1 with their sign, without the low `drop` of them, in %g5. */
function signExtended(bits: number, drop: number): string[] {
  if (bits === 32) return [`sra %g1, ${drop}, %g5`];
  return [`sllx %g1, ${64 - bits}, %g5`, `srax %g5, ${64 - bits + drop}, %g5`];
}

function signedCheck(bits: number): Pick<Checked, 'lines' | 'branch'> {
  const half = 1n << BigInt(bits - 1);
  // -2^(n-1) <= X < 2^(n-1): X plus 2^(n-1) has n bits.
  if (isImmediate(-half))
    return { lines: [`sub %g1, ${hex(-half)}, %g5`, `srlx %g5, ${bits}, %g5`], branch: NOT_ZERO };
  return { lines: [...signExtended(bits, 0), 'cmp %g5, %g1'], branch: UNEQUAL };
}

function eitherCheck(bits: number): Pick<Checked, 'lines' | 'branch'> {
  const half = 1n << BigInt(bits - 1);
  // -2^(n-1) <= X < 2^n: X plus 2^(n-1) is below 3 * 2^(n-1), or of the bits from n - 1 on there are -1, 0 or 1.
  if (isImmediate(3n * half - 1n))
    return { lines: [`add %g1, ${hex(half)}, %g5`, `cmp %g5, ${hex(3n * half - 1n)}`], branch: TOO_LARGE };
  return { lines: [`srax %g1, ${bits - 1}, %g5`, 'add %g5, 1, %g5', 'cmp %g5, 2'], branch: TOO_LARGE };
}

// ---- fields -------------------------------------------------------------------------------------------------------

/** Masked insert of a value into the instruction `at` bytes behind the place; by %o7 and `spare`. */
function fieldStore({ at, field, displacement }: SplitField, value: Value, spare: string): string[] {
  const { bytes, slices, zeros, signSelect } = field;
  if (bytes !== 4 || zeros || signSelect) throw new RangeError('no insert into such a field on this machine');
  const { lines, place } = placeOf(at, displacement);
  const flushed = displacement === undefined ? [] : ['flush %o5'];
  return [
    ...lines,
    `lduw ${place}, %o7`,
    ...slices.flatMap((slice) => insertSlice(slice, value, spare)),
    `stw %o7, ${place}`,
    ...flushed,
  ];
}

/** Where a field is: one whose displacement the table says is brought into %o5. */
function placeOf(
  at: number,
  displacement: Displacement | undefined,
): { readonly lines: string[]; readonly place: string } {
  if (!displacement) return { lines: [], place: placeText(at) };
  const { byte, shift } = displacement;
  const told = byte === 0 ? '[%g4]' : `[%g4 + ${byte}]`;
  const scaled = shift === 0 ? [] : [`sllx %o5, ${shift}, %o5`];
  return { lines: [`ldsb ${told}, %o5`, ...scaled, 'add %o5, %g2, %o5'], place: '[%o5]' };
}

function placeText(at: number): string {
  return at === 0 ? '[%g2]' : `[%g2 + ${hex(at)}]`;
}

/** Puts what the slice shows of the value into %o7. */
function insertSlice(slice: Slice, value: Value, spare: string): string[] {
  const { from, to, at, rounded, flippedUnless } = slice;
  if (rounded || flippedUnless !== undefined) throw new RangeError('no such slice on this machine');
  const width = to - from + 1;
  const { lines, source, clean } = broughtTo(slice, value, spare);
  if (clean) {
    const cleared =
      width <= MASK_BITS
        ? [`andn %o7, ${ones(width)}, %o7`]
        : [`srl %o7, ${width}, %o7`, `sllx %o7, ${width}, %o7`];
    return [...lines, ...cleared, `or %o7, ${source}, %o7`];
  }
  // Where it differs from what is there, within the slice, that is turned over.
  return [...lines, `xor ${source}, %o7, ${spare}`, ...only(spare, at, width), `xor %o7, ${spare}, %o7`];
}

/** The value shifted to the slice's place; `clean` when nothing is set beside the slice, which then begins at bit 0. */
function broughtTo(
  { from, to, at }: Slice,
  { register, shifted, length }: Value,
  spare: string,
): { readonly lines: string[]; readonly source: string; readonly clean: boolean } {
  const shift = from - shifted - at;
  if (at === 0 && shifted === 0) {
    if (to === 31 && shift > 0)
      return { lines: [`srl ${register}, ${shift}, ${spare}`], source: spare, clean: true };
    const clean = to === 63 || (length !== undefined && length <= to + 1);
    if (shift > 0) return { lines: [`srlx ${register}, ${shift}, ${spare}`], source: spare, clean };
    return { lines: [], source: register, clean };
  }
  if (shift === 0) return { lines: [], source: register, clean: false };
  const moved = shift > 0 ? `srlx ${register}, ${shift}` : `sllx ${register}, ${-shift}`;
  return { lines: [`${moved}, ${spare}`], source: spare, clean: false };
}

/** Clears all of `register` but `width` bits from `at` on. */
function only(register: string, at: number, width: number): string[] {
  if (at === 0 && width <= MASK_BITS) return [`and ${register}, ${ones(width)}, ${register}`];
  const shift = (mnemonic: string, by: number): string => `${mnemonic} ${register}, ${by}, ${register}`;
  const raised = [shift('sllx', 64 - width - at), shift('srlx', 64 - width)];
  return at === 0 ? raised : [...raised, shift('sllx', at)];
}

// ---- words --------------------------------------------------------------------------------------------------------

/** Loads `bytes` bytes at %g2 into %g1, zero-extended. */
function loadWord(bytes: number, granule: number): string[] {
  const size = Math.min(bytes, granule);
  const lines = [`${LOADS[size]} [%g2], %g1`];
  for (let at = size; at < bytes; at += size) {
    lines.push(`${LOADS[size]} ${placeText(at)}, %g5`, `sllx %g1, ${8 * size}, %g1`, 'or %g1, %g5, %g1');
  }
  return lines;
}

/** Stores the low `bytes` bytes of %g1 at %g2. */
function storeWord(bytes: number, granule: number): string[] {
  const size = Math.min(bytes, granule);
  const lines: string[] = [];
  for (let at = bytes - size; at >= 0; at -= size) {
    lines.push(`${STORES[size]} %g1, ${placeText(at)}`);
    if (at > 0) lines.push(`srlx %g1, ${8 * size}, %g1`);
  }
  return lines;
}

/** Reads slices of the instructions at %g2 into %g1, or into %g4 for the next word. */
function splitLoad(slices: readonly SliceLoad[], into: 'value' | 'next'): string[] {
  const result = into === 'value' ? '%g1' : '%g4';
  return slices.flatMap(({ at, slice, to, displacement }, index) => {
    const register = index === 0 ? result : '%g5';
    const { lines: found, place } = placeOf(at, displacement);
    const width = slice.to - slice.from + 1;
    const shift = (mnemonic: string, by: number): string[] =>
      by === 0 ? [] : [`${mnemonic} ${register}, ${by}, ${register}`];
    const lines = [...found, `lduw ${place}, ${register}`];
    if (slice.at === 0 && width <= MASK_BITS) {
      lines.push(`and ${register}, ${ones(width)}, ${register}`, ...shift('sllx', to));
    } else lines.push(...shift('sllx', 64 - slice.at - width), ...shift('srlx', 64 - width - to));
    return index === 0 ? lines : [...lines, `or ${result}, %g5, ${result}`];
  });
}

/** Stores %g1 in the fields of the instructions at %g2. */
function splitStore(fields: readonly SplitField[]): string[] {
  return [
    ...fields.flatMap((field) => fieldStore(field, WHOLE, '%g5')),
    ...linesTouched(
      fields.filter(({ displacement }) => displacement === undefined),
      LINE,
    ).map((at) => (at === 0 ? 'flush %g2' : `flush %g2 + ${hex(at)}`)),
  ];
}

/** Brings the address `offset` bytes from the start into %g4. */
function locate(offset: number): string[] {
  if (isImmediate(BigInt(offset))) return [`add %g3, ${hex(offset)}, %g4`];
  return [`sethi ${hex(offset >>> 10)}, %g4`, `or %g4, ${hex(offset & 0x3ff)}, %g4`, 'add %g3, %g4, %g4'];
}

export const sparc64: Target = {
  assembler: { comment: '!', encoder: sparc64Encoder, capstone: undefined },
  selection: {
    jump: (label) => `ba,a,pt %xcc, ${label}`,
    handler: (rule, _got, granule) => sparcHandler(rule, granule),
  },
  // brz, from wherever the loop stands.
  placement: { reach: 0x1_fffc, tableAlignment: 8 },
  words: { load: loadWord, store: storeWord },
  split: {
    load: splitLoad,
    store: splitStore,
    skip: (bytes) => [`add %g4, ${bytes}, %g4`],
    // Beyond, %o5 has where the table begins.
    skipReach: 4095,
  },
  questions: { locate, constant: (value) => constant(value, '%g5') },
  beacon: {
    store: (address, bytes) => [...constant(address, '%g5'), `${bytes === 1 ? 'stb' : 'stw'} %g1, [%g5]`],
  },
  additions: { context: ({ alignment = 1 }) => ({ alignmentShift: 64 - Math.log2(alignment) }) },
};
