/**
 * Instruction selection for the Alpha: a rule's value, check and masked insert, from X = S + A in $3, P in $2 and A in
 * $5. $24 is the load base, $25 lies 4 bytes behind it, $27 is the entry's address, $1 walks the table or the chain; $4
 * to $8 are scratch. Bytes and halfwords, and words that are not aligned, are reached through the quadwords
 * around them, as on the processors that have no other way.
 */
import { isWholeWord, roundingOf, type Slice } from '../../../relocator-dsl/field.ts';
import type { Machine } from '../../../relocator-dsl/machine.ts';
import { recordForm, type ValueTree } from '../../../relocator-dsl/record.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import type { Target } from '../../machine.ts';
import { noSelection, plainDifference, subtracted } from '../../selection/difference.ts';
import { constant, loadWord, plus, storeHalf, storeWord } from './access.ts';
import { alphaEncoder } from './instructions.ts';

/** What the code finds its way by lies this many bytes behind the load base. */
const ORIGIN = 4;

function handler(rule: Rule, got: number, granule: number, machine: Machine): string[] {
  const { field } = rule;
  const pointer = BigInt(got + (machine.pointers?.global?.fromGot ?? 0));
  const { tree } = recordForm(rule);
  const value = field.apart ? pointerFrom(rule, tree, pointer) : sum(rule, tree, pointer);
  const rounds = field.slices.find(({ rounded }) => rounded);
  const raised = rounds ? plus('$5', '$3', roundingOf(rounds)) : [];
  return [...value, ...raised, ...check(rule), ...stored(rule, granule)];
}

/** The value in $3, for rules in which the sum that a record brings takes part. */
function sum(rule: Rule, tree: ValueTree, pointer: bigint): string[] {
  const { minus, plus: added } = plainDifference(rule, tree, ['place', 'gp']);
  if (minus === 'gp') return ['subq $3, $24, $3', ...plus('$3', '$3', added - pointer)];
  return [...(minus ? ['subq $3, $2, $3'] : []), ...plus('$3', '$3', added)];
}

/** GP - P + V in $3, where V stands in the ldah at $2 and in the lda A bytes behind it, of which $8 is the address. */
function pointerFrom(rule: Rule, tree: ValueTree, pointer: bigint): string[] {
  const isAdded = tree.op === 'add' && tree.right.op === 'held';
  if (!isAdded || !subtracted(rule, tree.left, ['place'], 'gp')) throw noSelection(rule);
  return [
    'addq $2, $5, $8',
    'ldl $4, 0($2)',
    'ldl $5, 0($8)',
    'sll $4, 16, $4',
    'sll $5, 48, $5',
    'sra $5, 48, $5',
    'addl $4, $5, $4',
    'addq $24, $4, $3',
    'subq $3, $2, $3',
    ...plus('$3', '$3', pointer),
  ];
}

/** A check that leaves $3 as it is, and $5, which is $3 raised by half of what rounding cuts off. */
function check({ name, check: { range, multipleOf = 1 } }: Rule): string[] {
  if (!range) {
    if (multipleOf > 1) throw new RangeError(`${name}: no check of alignment alone on this machine`);
    return [];
  }
  const { bits, kind, rounded } = range;
  const source = rounded === undefined ? '$3' : '$5';
  if (kind === 'either' && multipleOf === 1) {
    // The bits from the field's highest on, as a signed number, are -1, 0 or 1.
    return [`sra $3, ${bits - 1}, $4`, 'addq $4, 1, $4', 'cmpule $4, 2, $4', 'beq $4, overflow'];
  }
  if (kind !== 'signed') throw new RangeError(`${name}: no ${kind} check on this machine`);
  const differs = [`subq ${source}, $4, $4`, 'bne $4, overflow'];
  if (bits === 32 && multipleOf === 1) return [`addl ${source}, $31, $4`, ...differs];
  const shift = 64 - bits;
  if (multipleOf === 1) return [`sll ${source}, ${shift}, $4`, `sra $4, ${shift}, $4`, ...differs];
  if (multipleOf !== 4 || rounded !== undefined)
    throw new RangeError(`${name}: no such multiple of ${multipleOf} on this machine`);
  return [
    `sll $3, ${shift}, $4`,
    `sra $4, ${shift + 2}, $5`,
    's4addq $5, $31, $5',
    'subq $3, $5, $5',
    'bne $5, overflow',
  ];
}

function stored(rule: Rule, granule: number): string[] {
  const { name, field } = rule;
  const { bytes } = field;
  if (isWholeWord(field) && (bytes === 2 || bytes === 4 || bytes === 8)) return storeWord(bytes, granule);
  if (field.kind !== 'instruction' || field.zeros || field.signSelect)
    throw new RangeError(`${name}: no insert into such a field on this machine`);
  // What stands at the place comes last, as in all other handlers, which share that.
  return [...field.slices].reverse().flatMap((slice) => insert(slice, rule));
}

/** Puts the bits that a slice shows of $3, or of $5 if they are rounded, into the lowest of the instruction. */
function insert(
  { from, to, at, rounded }: Slice,
  { name, field, check: { range, multipleOf } }: Rule,
): string[] {
  const second = field.apart && at === field.bytes * 4;
  if (at !== 0 && !second) throw new RangeError(`${name}: no insert above the lowest bits on this machine`);
  const place = second ? '$8' : '$2';
  const source = rounded ? '$5' : '$3';
  const width = to - from + 1;
  if (width === 16) {
    const down = from === 0 ? [] : [`srl ${source}, ${from}, ${source}`];
    return [...down, ...storeHalf(source, place)];
  }
  if (rounded) throw new RangeError(`${name}: no rounding to ${width} bits on this machine`);
  // The check of a multiple has begun with the same shift, and kept what came of it.
  const up = multipleOf && range?.bits === to + 1 ? [] : [`sll $3, ${63 - to}, $4`];
  return [
    ...up,
    `srl $4, ${64 - width}, $4`,
    `ldl $6, 0(${place})`,
    `sra $6, ${width}, $6`,
    `sll $6, ${width}, $6`,
    'bis $4, $6, $4',
    `stl $4, 0(${place})`,
  ];
}

/** Brings the address `offset` bytes from the start into a register. */
function locate(register: string, offset: number): string[] {
  const distance = offset - ORIGIN;
  if (distance < 0x8000) return [`lda ${register}, ${distance}($25)`];
  const high = (distance + 0x8000) >> 16;
  return [`ldah ${register}, ${high}($25)`, `lda ${register}, ${distance - high * 0x1_0000}(${register})`];
}

export const alpha: Target = {
  assembler: { comment: '#', encoder: alphaEncoder, capstone: undefined },
  selection: {
    jump: (label) => `br $31, ${label}`,
    handler: (rule, got, granule, _toc, machine) => handler(rule, got, granule, machine),
  },
  // beq, from wherever the loop stands.
  placement: { reach: 0x3f_f000, tableAlignment: 8 },
  words: { load: loadWord, store: storeWord },
  chain: { signed: true, origin: ORIGIN },
  questions: { locate: (offset) => locate('$27', offset), constant: (value) => constant('$4', value) },
  beacon: {
    store: (address) => [...constant('$4', address), 'stl $0, 0($4)'],
    noBytes: 'processors before the 21164A store no bytes',
  },
  additions: {
    context: ({ alignment = 1, registers }) => ({
      alignmentShift: 64 - Math.log2(alignment),
      promised: registers.flatMap(({ name, offset }) => locate(name, offset)),
    }),
  },
};
