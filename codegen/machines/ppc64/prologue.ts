/**
 * Instruction selection for 64-bit PowerPC in either byte order: a rule's value, check and masked insert, from
 * X = S + A in r8 and P in r7; r6 is the load base, and r0, r10 and r11 are free.
 */
import type { Field, Slice } from '../../../relocator-dsl/field.ts';
import { recordForm } from '../../../relocator-dsl/record.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import type { Selection, Target } from '../../machine.ts';
import { plainDifference } from '../../selection/difference.ts';
import { linesTouched, type SliceLoad, type SplitField } from '../../selection/split.ts';

type Order = 'little' | 'big';

function handlerFor(order: Order): Selection['handler'] {
  return (rule, got, _granule, toc) => {
    const value = plainDifference(rule, recordForm(rule).tree, ['place', 'got', 'toc']);
    const lines: string[] = [];
    if (value.minus === 'place') lines.push('subf 8, 7, 8');
    else if (value.minus) lines.push(...locate(10, value.minus === 'toc' ? toc : got), 'subf 8, 10, 8');
    lines.push(...plus(8, 8, value.plus), ...check(rule), ...insert(rule.field, 0, order));
    return rule.field.kind === 'instruction' ? [...lines, ...CACHE] : lines;
  };
}

/** The load base plus `offset` in a register. */
function locate(register: number, offset: number): string[] {
  const low = ((offset & 0xffff) ^ 0x8000) - 0x8000;
  const high = (offset - low) >> 16;
  if (high === 0) return [`addi ${register}, 6, ${low}`];
  return [`addis ${register}, 6, ${high}`, `addi ${register}, ${register}, ${low}`];
}

/** `from` plus a power of two in `to`; by r11, if it is large. */
function plus(to: number, from: number, constant: bigint): string[] {
  if (constant === 0n) return [];
  if (constant === 0x8000n) return [`addis ${to}, ${from}, 1`, `addi ${to}, ${to}, -0x8000`];
  const power = constant.toString(2).length - 1;
  if (constant !== 1n << BigInt(power)) throw new RangeError(`${constant} is not a power of two`);
  return ['li 11, 1', `sldi 11, 11, ${power}`, `add ${to}, ${from}, 11`];
}

/** A check that leaves r8 as it is. */
function check({ check: { range, multipleOf } }: Rule): string[] {
  const lines: string[] = [];
  if (multipleOf) lines.push(`andi. 0, 8, ${multipleOf - 1}`, 'bne overflow');
  if (!range || range.bits >= 64) return lines;
  const { kind, bits, rounded } = range;
  if (kind === 'signed') {
    const value = rounded === undefined ? 8 : 10;
    if (rounded !== undefined) lines.push(...plus(10, 8, 1n << BigInt(rounded - 1)));
    return [...lines, ...signExtend(0, value, bits), `cmpd 0, ${value}`, 'bne overflow'];
  }
  if (kind === 'unsigned') return [...lines, `srdi. 0, 8, ${bits}`, 'bne overflow'];
  // -2^(n-1) <= X < 2^n  is  X + 2^(n-1) < 3 * 2^(n-1), unsigned.
  return [
    ...lines,
    ...plus(10, 8, 1n << BigInt(bits - 1)),
    `srdi 10, 10, ${bits - 1}`,
    'cmpldi 10, 3',
    'bge overflow',
  ];
}

/** The low `bits` bits of a register, sign-extended. */
function signExtend(to: number, from: number, bits: number): string[] {
  const single = { 8: 'extsb', 16: 'extsh', 32: 'extsw' }[bits];
  if (single) return [`${single} ${to}, ${from}`];
  return [`sldi ${to}, ${from}, ${64 - bits}`, `sradi ${to}, ${to}, ${64 - bits}`];
}

const STORES: Readonly<Record<number, string>> = { 1: 'stb', 2: 'sth', 4: 'stw', 8: 'std' };
const LOADS: Readonly<Record<number, string>> = { 2: 'lhz', 4: 'lwz' };

/** Masked insert of r8 into the container at r7 + `at`. */
function insert(field: Field, at: number, order: Order): string[] {
  const { bytes, slices, zeros = [], signSelect } = field;
  const store = STORES[bytes];
  const [only] = slices;
  if (!store || signSelect || slices.some(({ flippedUnless }) => flippedUnless !== undefined))
    throw new RangeError('no insert into such a field on this machine');
  if (only && slices.length === 1 && only.to - only.from + 1 === bytes * 8) {
    const { lines, register } = broughtDown(only, only.from);
    return [...lines, `${store} ${register}, ${at}(7)`];
  }
  if (bytes === 8) return insertWords(field, at, order);
  const load = LOADS[bytes];
  if (!load) throw new RangeError('no insert into such a field on this machine');
  const lines = [`${load} 10, ${at}(7)`];
  for (const { low, high } of zeros) lines.push('li 0, 0', `rlwimi 10, 0, 0, ${31 - high}, ${31 - low}`);
  for (const slice of slices) {
    // A rotation brings bits into place that are in the low word.
    const { lines: moved, register } = broughtDown(slice, slice.to > 31 || slice.rounded ? slice.from : 0);
    const from = register === 8 ? slice.from : 0;
    const rotate = (32 + slice.at - from) % 32;
    const width = slice.to - slice.from + 1;
    lines.push(...moved, `rlwimi 10, ${register}, ${rotate}, ${32 - slice.at - width}, ${31 - slice.at}`);
  }
  return [...lines, `${store} 10, ${at}(7)`];
}

/** r8 shifted right by `shift`, rounded where the slice is: in r0, unless there is nothing to do. */
function broughtDown(
  { from, rounded }: Slice,
  shift: number,
): { readonly lines: string[]; readonly register: 0 | 8 } {
  if (shift === 0) return { lines: [], register: 8 };
  if (!rounded) return { lines: [`srdi 0, 8, ${shift}`], register: 0 };
  return { lines: [...plus(11, 8, 1n << BigInt(from - 1)), `srdi 0, 11, ${shift}`], register: 0 };
}

/** A prefixed instruction: two words, of which the first is the upper half of the container in big-endian order. */
function insertWords({ slices, zeros = [], ...field }: Field, at: number, order: Order): string[] {
  return [0, 32].flatMap((low) => {
    const inside = <T extends { readonly at: number }>(list: readonly T[]): T[] =>
      list
        .filter((each) => each.at >= low && each.at < low + 32)
        .map((each) => ({ ...each, at: each.at - low }));
    const empty = zeros
      .filter((run) => run.low >= low && run.low < low + 32)
      .map((run) => ({ low: run.low - low, high: run.high - low }));
    const first = (low === 0) === (order === 'little');
    const word: Field = { ...field, bytes: 4, slices: inside(slices), zeros: empty };
    return insert(word, at + (first ? 0 : 4), order);
  });
}

/** The line of the instruction at r7 goes to memory, then out of the instruction cache. */
const CACHE = ['dcbst 0, 7', 'sync', 'icbi 0, 7'];

/** Reads slices of the halfwords at r7 into r8, or into r9 for the next word. */
function splitLoad(slices: readonly SliceLoad[], into: 'value' | 'next'): string[] {
  const number = into === 'value' ? 8 : 9;
  const ascending = [...slices].sort((a, b) => a.to - b.to);
  return ascending.flatMap(({ at, bytes, slice, to }, index) => {
    if (bytes !== 2) throw new RangeError(`no instruction of ${bytes} bytes on this machine`);
    const width = slice.to - slice.from + 1;
    if (index === 0 && to === 0 && width === 16) return [`lhz ${number}, ${at}(7)`];
    const lines = [`lhz 0, ${at}(7)`];
    if (slice.at > 0) lines.push(`srdi 0, 0, ${slice.at}`);
    if (index === 0) return [...lines, `rldic ${number}, 0, ${to}, ${64 - to - width}`];
    return [...lines, `rldimi ${number}, 0, ${to}, ${64 - to - width}`];
  });
}

/** The smallest line of an instruction cache, in bytes, of 64-bit processors. */
const LINE = 64;

function splitStoreFor(order: Order): (fields: readonly SplitField[]) => string[] {
  return (fields) => {
    const lines = fields.flatMap(({ at, field }) => insert(field, at, order));
    const places = linesTouched(fields, LINE).map((at, index) => {
      const register = at === 0 ? 7 : [10, 11][index % 2];
      return { register, set: at === 0 ? [] : [`addi ${register}, 7, ${at}`] };
    });
    // Two lines at a time: as many as the instructions of an address mostly stand in.
    while (places.length > 0) {
      const pair = places.splice(0, 2);
      lines.push(...pair.flatMap(({ register, set }) => [...set, `dcbst 0, ${register}`]));
      lines.push('sync', ...pair.map(({ register }) => `icbi 0, ${register}`));
    }
    return lines;
  };
}

function loadWord(bytes: 4 | 8): string[] {
  return [`${bytes === 8 ? 'ld' : 'lwz'} 8, 0(7)`];
}

function storeWord(bytes: 4 | 8): string[] {
  return [`${bytes === 8 ? 'std' : 'stw'} 8, 0(7)`];
}

/** Brings `value` into r0. */
function constant(value: bigint): string[] {
  const part = (shift: bigint): bigint => (value >> shift) & 0xffffn;
  const lines: string[] = [];
  const or = (mnemonic: 'ori' | 'oris', shift: bigint): void => {
    if (part(shift) !== 0n) lines.push(`${mnemonic} 0, 0, 0x${part(shift).toString(16)}`);
  };
  if (value < 0x8000n) return [`li 0, 0x${value.toString(16)}`];
  if (value < 0x8000_0000n) {
    lines.push(`lis 0, 0x${part(16n).toString(16)}`);
    or('ori', 0n);
    return lines;
  }
  lines.push(...constant(value >> 32n));
  if (value >> 32n !== 0n) lines.push('sldi 0, 0, 32');
  or('oris', 16n);
  or('ori', 0n);
  return lines;
}

function target(order: Order): Target {
  const extensions = order === 'big' ? (['MODE_BIG_ENDIAN'] as const) : [];
  return {
    assembler: {
      comment: '#',
      keystone: { arch: 'ARCH_PPC', mode: 'MODE_64', extensions },
      capstone: { arch: 'ARCH_PPC', mode: 'MODE_64', extensions },
    },
    selection: { jump: (label) => `b ${label}`, handler: handlerFor(order) },
    placement: { reach: 0x1ff_fffc, tableAlignment: 8 },
    words: { load: loadWord, store: storeWord },
    split: { load: splitLoad, store: splitStoreFor(order) },
    questions: { constant },
    // The one form in which register 0 is an address.
    beacon: {
      store: (address, bytes) => [...constant(address), `${bytes === 1 ? 'stbx' : 'stwx'} 12, 0, 0`],
    },
    additions: {
      context: ({ alignment = 1, registers }) => ({
        alignmentShift: 64 - Math.log2(alignment),
        promised: registers.flatMap(({ name, offset }) => locate(Number(name.slice(1)), offset)),
      }),
    },
  };
}

export const ppc64le = target('little');
export const ppc64 = target('big');
