/**
 * Instruction selection for PA-RISC: a rule's value, check and masked insert, from X = S + A in %r21, P in %r20, S alone
 * in %r19 and A alone in %r29, with the load base in %r31; %r1 is scratch.
 */
import { type Field, isWholeWord, type Slice } from '../../../relocator-dsl/field.ts';
import type { Machine } from '../../../relocator-dsl/machine.ts';
import { recordForm } from '../../../relocator-dsl/record.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import type { Target } from '../../machine.ts';
import { plainDifference, subtracted } from '../../selection/difference.ts';
import type { SliceLoad, SplitField } from '../../selection/split.ts';
import { hppaEncoder } from './instructions.ts';

/** Displacements of loads, stores and `ldo` are below this. */
const REACH = 0x2000;
/** What an instruction says that nullifies the one behind it must stay in front of that, wherever handlers share tails. */
const SKIPPED = '\n    ';

const hex = (value: number | bigint): string => `0x${value.toString(16)}`;

/** Number of the bit as instructions count: from the highest. */
const position = (bit: number): number => 31 - bit;

// ---- values -------------------------------------------------------------------------------------------------------

const POINTERS = ['place', 'base', 'gp'] as const;

/** Brings base + `offset` into %r1. */
function fromBase(offset: number): string[] {
  if (offset < REACH) return [`ldo ${hex(offset)}(%r31), %r1`];
  return [`addil L'${hex(offset)}, %r31`, `ldo R'${hex(offset)}(%r1), %r1`];
}

/** `from` less a pointer in %r21. */
function less(from: string, minus: 'place' | 'base' | 'gp', pointer: number): string[] {
  const register = { place: '%r20', base: '%r31', gp: '%r1' }[minus];
  return [...(minus === 'gp' ? fromBase(pointer) : []), `sub ${from}, ${register}, %r21`];
}

/** The value in %r21: the record's sum less something, or the addend and low bits of S less something. */
function valueLines(rule: Rule, pointer: number): string[] {
  const { tree } = recordForm(rule);
  if (tree.op === 'add' && tree.left.op === 'low' && tree.right.op === 'addend') {
    const { operand, bits } = tree.left;
    const minus = subtracted(rule, operand, POINTERS, 'symbol');
    return [
      ...(minus ? less('%r19', minus, pointer) : []),
      `extru ${minus ? '%r21' : '%r19'}, 31, ${bits}, %r21`,
      'addl %r29, %r21, %r21',
    ];
  }
  const { minus, plus } = plainDifference(rule, tree, POINTERS);
  const added = plus === 0n ? [] : [`ldo ${plus}(%r21), %r21`];
  return [...(minus ? less('%r21', minus, pointer) : []), ...added];
}

function hppaHandler(rule: Rule, got: number, granule: number, fromGot: number): string[] {
  const stored = isWholeWord(rule.field) ? store(rule.field.bytes, granule) : patch(rule.name, rule.field);
  return [...valueLines(rule, got + fromGot), ...check(rule), ...stored];
}

// ---- checks and fields --------------------------------------------------------------------------------------------

/** A check that leaves %r21 as it is. */
function check({ name, check: { range, multipleOf = 1 } }: Rule): string[] {
  const dropped = Math.log2(multipleOf);
  if (!range) return dropped === 0 ? [] : [`extru,= %r21, 31, ${dropped}, %r0${SKIPPED}b,n overflow`];
  const { bits, kind } = range;
  if (kind !== 'signed') throw new RangeError(`${name}: no ${kind} check on this machine`);
  // The bits that are shown, with their sign, must give the whole value.
  const shown = `extrs %r21, ${position(dropped)}, ${bits - dropped}, %r1`;
  const back = dropped === 0 ? [] : [`zdep %r1, ${position(dropped)}, ${32 - dropped}, %r1`];
  return [shown, ...back, 'comb,<>,n %r1, %r21, overflow'];
}

/** Instructions were changed at %r20: out of the data cache, then out of the instruction cache. */
const CACHE = ['fdc %r0(%r20)', 'sync', 'fic %r0(%sr4, %r20)', 'sync'];

/** Masked insert of %r21 into the instruction at %r20. */
function patch(name: string, field: Field): string[] {
  return ['ldw 0(%r20), %r19', ...inserted(name, field), 'stw %r19, 0(%r20)', ...CACHE];
}

/** Masked insert of %r21 into the instruction in %r19. */
function inserted(name: string, { kind, bytes, signSelect, slices, zeros = [] }: Field): string[] {
  const plain = slices.every(({ rounded, flippedUnless }) => !rounded && flippedUnless === undefined);
  if (kind !== 'instruction' || bytes !== 4 || signSelect || !plain)
    throw new RangeError(`${name}: no insert into such a field on this machine`);
  return [
    ...slices.flatMap((slice) => {
      const width = widthOf(slice);
      const part = slice.from === 0 ? [] : [`extru %r21, ${position(slice.from)}, ${width}, %r1`];
      const source = slice.from === 0 ? '%r21' : '%r1';
      return [...part, `dep ${source}, ${position(slice.at)}, ${width}, %r19`];
    }),
    ...zeros.map(({ low, high }) => `depi 0, ${position(low)}, ${high - low + 1}, %r19`),
  ];
}

function widthOf({ from, to }: Slice): number {
  return to - from + 1;
}

// ---- words --------------------------------------------------------------------------------------------------------

const LOADS: Readonly<Record<number, string>> = { 1: 'ldb', 2: 'ldh', 4: 'ldw' };
const STORES: Readonly<Record<number, string>> = { 1: 'stb', 2: 'sth', 4: 'stw' };

/** Loads `bytes` bytes at %r20 into %r21, the lowest first. */
function load(bytes: number, granule: number): string[] {
  const size = Math.min(bytes, granule);
  const lines = [`${LOADS[size]} ${bytes - size}(%r20), %r21`];
  for (let bit = 8 * size; bit < 8 * bytes; bit += 8 * size) {
    lines.push(`${LOADS[size]} ${bytes - size - bit / 8}(%r20), %r1`);
    lines.push(`dep %r1, ${position(bit)}, ${8 * size}, %r21`);
  }
  return lines;
}

/** Stores the low `bytes` bytes of %r21 at %r20, the lowest first. */
function store(bytes: number, granule: number): string[] {
  const size = Math.min(bytes, granule);
  const lines = [`${STORES[size]} %r21, ${bytes - size}(%r20)`];
  for (let bit = 8 * size; bit < 8 * bytes; bit += 8 * size) {
    lines.push(`extru %r21, ${position(bit)}, ${32 - bit}, %r1`);
    lines.push(`${STORES[size]} %r1, ${bytes - size - bit / 8}(%r20)`);
  }
  return lines;
}

// ---- addresses in instructions ------------------------------------------------------------------------------------

/** Every field of an address is complete by itself: bits that another one has never change. */
function single(places: readonly { readonly at: number }[]): void {
  if (places.some(({ at }) => at !== 0))
    throw new RangeError('this machine relocates one instruction at a time');
}

/** Reads slices of the instruction in %r19 into %r21, or into %r22 for the next word. */
function splitLoad(slices: readonly SliceLoad[], into: 'value' | 'next'): string[] {
  single(slices);
  const register = into === 'value' ? '%r21' : '%r22';
  return slices.flatMap(({ slice, to }, index) => {
    const width = widthOf(slice);
    const place = `${position(to)}, ${width}, ${register}`;
    const first = index === 0;
    const deposit = first ? 'zdep' : 'dep';
    if (slice.at === 0) return [`${deposit} %r19, ${place}`];
    const target = first ? register : '%r1';
    const part = `extru %r19, ${position(slice.at)}, ${width}, ${target}`;
    return first && to === 0 ? [part] : [part, `${deposit} ${target}, ${place}`];
  });
}

/** Stores %r21 in the field of the instruction at %r20, which is in %r19. */
function splitStore(fields: readonly SplitField[]): string[] {
  single(fields);
  const inserts = fields.flatMap(({ field }) => inserted('an address in an instruction', field));
  return [...inserts, 'stw %r19, 0(%r20)', ...CACHE];
}

// ---- the machine --------------------------------------------------------------------------------------------------

/** Brings `value` into %r29. */
function constant(value: bigint): string[] {
  if (value < REACH) return [`ldi ${hex(value)}, %r29`];
  const lines = [`ldil L'${hex(value)}, %r29`];
  return (value & 0x7ffn) === 0n ? lines : [...lines, `ldo R'${hex(value)}(%r29), %r29`];
}

/** Brings the address `offset` bytes from the start into a register. */
function locate(register: string, offset: number): string[] {
  if (offset < REACH) return [`ldo ${hex(offset)}(%r31), ${register}`];
  return [`addil L'${hex(offset)}, %r31`, `ldo R'${hex(offset)}(%r1), ${register}`];
}

/** True when there are words that stand in one piece. */
function hasWords(groups: readonly { readonly fields?: unknown }[]): boolean {
  return groups.some(({ fields }) => fields === undefined);
}

export const hppa: Target = {
  assembler: { comment: ';', encoder: hppaEncoder, capstone: undefined },
  selection: {
    jump: (label) => `b,n ${label}`,
    handler: (rule, got, granule, _toc, { pointers }: Machine) =>
      hppaHandler(rule, got, granule, pointers?.global?.fromGot ?? 0),
  },
  // As far as a branch of 17 bits goes from wherever it stands.
  placement: { reach: 0x3_fffc, tableAlignment: 4 },
  words: { load, store },
  split: { load: splitLoad, store: splitStore },
  chain: { targetAbove: true },
  questions: { locate: (offset) => locate('%r22', offset), constant },
  beacon: {
    store: (address, bytes) => [...constant(address), `${bytes === 1 ? 'stb' : 'stw'} %r28, 0(%r29)`],
  },
  additions: {
    context: ({ alignment = 1, groups, registers }) => ({
      promised: registers.flatMap(({ name, offset }) => locate(`%${name}`, offset)),
      alignmentBits: Math.log2(alignment),
      words: hasWords(groups),
    }),
    // Its head is cleared on the way to the entry: loops over plain words come last.
    group: ({ fields }, { last }, { groups }) => ({ final: hasWords(groups) ? !fields : last }),
  },
};
