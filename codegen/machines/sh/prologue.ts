/**
 * Instruction selection for SuperH: a rule's value, check and masked insert, from X = S + A in r3 and P in r2, with the
 * load base in r0; r4 to r6 are scratch, of which loads and stores only use r4 and r5. Compilers take addresses from
 * literals, so none is split over instructions.
 */
import { isWholeWord } from '../../../relocator-dsl/field.ts';
import type { Machine } from '../../../relocator-dsl/machine.ts';
import { recordForm } from '../../../relocator-dsl/record.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import type { Target } from '../../machine.ts';
import { subtracted } from '../../selection/difference.ts';
import { shEncoder } from './instructions.ts';

type Order = Machine['dataOrder'];

/** Bytes of a word. */
const WORD = 4;

/**
 * Brings `value` into a register, from its upper digits of eight bits down. An immediate is signed, so a digit above
 * 0x7f makes the one above it greater by one.
 */
function constant(register: string, value: bigint): string[] {
  const digits: number[] = [];
  let rest = BigInt.asIntN(32, value);
  do {
    const digit = BigInt.asIntN(8, rest);
    digits.unshift(Number(digit));
    rest = (rest - digit) >> 8n;
  } while (rest !== 0n);
  const [first = 0, ...others] = digits.slice(-4);
  const lines = [`mov #${first}, ${register}`];
  let shift = 0;
  const shiftNow = (): void => {
    if (shift >= 2) lines.push(`shll16 ${register}`);
    if (shift % 2 === 1) lines.push(`shll8 ${register}`);
    shift = 0;
  };
  for (const digit of others) {
    shift++;
    if (digit === 0) continue;
    shiftNow();
    lines.push(`add #${digit}, ${register}`);
  }
  shiftNow();
  return lines;
}

/** A jump with its delay slot, which belong together wherever handlers share their tails. */
function jump(label: string, delaySlot = 'nop'): string {
  return `bra ${label}\n    ${delaySlot}`;
}

function handler(rule: Rule, got: number, granule: number, order: Order): string[] {
  const minus = subtracted(rule, recordForm(rule).tree, ['place', 'got']);
  const lines: string[] = [];
  if (minus === 'place') lines.push('sub r2, r3');
  if (minus === 'got') lines.push(...constant('r4', BigInt(got)), 'add r0, r4', 'sub r4, r3');
  if (isWholeWord(rule.field))
    return [...lines, ...checkWord(rule), ...store(rule.field.bytes, granule, order)];
  return [...lines, ...checkedInsert(rule)];
}

/** A check of a value that becomes a whole word. */
function checkWord({ name, check: { range, multipleOf } }: Rule): string[] {
  if (multipleOf === undefined && (!range || range.bits >= 32)) return [];
  if (multipleOf !== undefined || range?.kind !== 'either')
    throw new RangeError(`${name}: no such check on this machine`);
  // -2^(n-1) <= X < 2^n: of the bits from n - 1 on there are -1, 0 or 1.
  return [
    'mov r3, r4',
    `mov #${1 - range.bits}, r5`,
    'shad r5, r4',
    'add #1, r4',
    'mov #2, r5',
    'cmp/hi r5, r4',
    'bt overflow',
  ];
}

/** Check and masked insert of a distance into the low bits of an instruction, which is then fetched anew. */
function checkedInsert({ name, check: { range, multipleOf }, field }: Rule): string[] {
  const [slice, ...more] = field.slices;
  const simple = !field.zeros && !field.signSelect && field.bytes === 2 && field.kind === 'instruction';
  const known = slice && more.length === 0 && slice.at === 0 && !slice.rounded && simple;
  if (
    !known ||
    range?.kind !== 'signed' ||
    range.bits !== slice.to + 1 ||
    slice.from !== 1 ||
    multipleOf !== 2
  )
    throw new RangeError(`${name}: no instruction selection for its field on this machine`);
  const up = 31 - slice.to;
  return [
    // All but the bits that are shown is shifted out, and back in with their sign: X again, if it fits and is even.
    'mov r3, r4',
    `mov #${up}, r5`,
    'shld r5, r4',
    'mov r4, r6',
    `mov #${-up - 1}, r5`,
    'shad r5, r6',
    'shll r6',
    'cmp/eq r3, r6',
    'bf overflow',
    'mov.w @r2, r6',
    'shld r5, r4',
    ...constant('r5', -1n << BigInt(slice.to)),
    'and r5, r6',
    'or r4, r6',
    'mov.w r6, @r2',
    'ocbwb @r2',
    'synco',
    'icbi @r2',
    // The SH-4A takes no icbi in a delay slot.
    'nop',
  ];
}

/** Loads the word at r2 into r3. */
function load(granule: number, order: Order): string[] {
  if (granule >= 4) return ['mov.l @r2, r3'];
  if (granule === 2) {
    const [first, second] = order === 'little' ? ['r3', 'r4'] : ['r4', 'r3'];
    // The lower half comes to be in r3, the upper one in r4.
    return [`mov.w @r2+, ${first}`, `mov.w @r2+, ${second}`, 'add #-4, r2', 'shll16 r3', 'xtrct r4, r3'];
  }
  const lines: string[] = [];
  for (let index = 0; index < 4; index++) {
    const into = index === 0 ? 'r3' : 'r4';
    lines.push(`mov.b @r2+, ${into}`);
    if (order === 'little') {
      if (index < 3) lines.push(`extu.b ${into}, ${into}`);
      if (index >= 2) lines.push('shll16 r4');
      if (index % 2 === 1) lines.push('shll8 r4');
      if (index > 0) lines.push('or r4, r3');
    } else if (index > 0) lines.push('extu.b r4, r4', 'shll8 r3', 'or r4, r3');
  }
  return [...lines, 'add #-4, r2'];
}

/** Stores the low `bytes` bytes of r3 at r2, from the last piece to the first; r2 is what it was then. */
function store(bytes: number, granule: number, order: Order): string[] {
  const piece = Math.min(bytes, granule);
  const mnemonic = { 1: 'mov.b', 2: 'mov.w', 4: 'mov.l' }[piece] ?? '';
  if (piece === bytes) return [`${mnemonic} r3, @r2`];
  const put = (register: string): string => `${mnemonic} ${register}, @-r2`;
  const begin = `add #${bytes}, r2`;
  if (order === 'big') {
    const pieces = Array.from({ length: bytes / piece - 1 }, () => [
      piece === 2 ? 'shlr16 r3' : 'shlr8 r3',
      put('r3'),
    ]);
    return [begin, put('r3'), ...pieces.flat()];
  }
  if (piece === 2) return [begin, 'swap.w r3, r4', put('r4'), put('r3')];
  const upper = bytes === 4 ? ['swap.w r3, r4', 'swap.b r4, r5', put('r5'), put('r4')] : [];
  return [begin, ...upper, 'swap.b r3, r4', put('r4'), put('r3')];
}

function target(order: Order): Target {
  return {
    assembler: { comment: '!', encoder: shEncoder(order), capstone: undefined },
    selection: {
      jump,
      fillsDelaySlot: true,
      handler: (rule, got, granule) => handler(rule, got, granule, order),
    },
    // As far as bra goes, from the first instruction.
    placement: { reach: 0x1000, tableAlignment: 4 },
    words: {
      load: (_bytes, granule) => load(granule, order),
      store: (bytes, granule) => store(bytes, granule, order),
    },
    questions: { constant: (value) => constant('r2', value) },
    // Where a value did not pass its check stays in r2.
    beacon: {
      store: (address, bytes) => [...constant('r1', address), `mov.${bytes === 1 ? 'b' : 'l'} r7, @r1`],
    },
    additions: {
      context: ({ symbols, registers, bases, alignment, block }) => ({
        promised: registers.flatMap(({ name, offset }) => [
          ...constant(name, BigInt(offset)),
          `add r0, ${name}`,
        ]),
        // The load base is wanted in front of the first loop.
        early: registers.length > 0 || Boolean(bases || alignment || block),
        symbolBytes: symbols.length * WORD,
        // From the start of the table.
        baseInTable: symbols.findIndex(({ kind }) => kind === 'base') * WORD,
      }),
    },
  };
}

export const sh = target('little');
export const sheb = target('big');
