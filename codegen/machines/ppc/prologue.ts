/** Instruction selection for 32-bit PowerPC: a rule's value, check and masked insert, from X = S + A in r11 and P in r10. */
import type { Field, Slice } from '../../../relocator-dsl/field.ts';
import type { Machine } from '../../../relocator-dsl/machine.ts';
import { recordForm } from '../../../relocator-dsl/record.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import type { Target } from '../../machine.ts';
import { subtracted } from '../../selection/difference.ts';
import { type Displacement, linesTouched, type SliceLoad, type SplitField } from '../../selection/split.ts';

/** Instructions of the handler for `rule`. */
function ppcHandler(
  rule: Rule,
  got: number,
  _granule: number,
  _toc: number,
  { pointers }: Machine,
): string[] {
  const minus = subtracted(rule, recordForm(rule).tree, ['place', 'gp']);
  const pointer = got + (pointers?.global?.fromGot ?? 0);
  const lines = { place: ['subf 11, 10, 11'], gp: [...locate(12, 8, pointer), 'subf 11, 12, 11'], none: [] }[
    minus ?? 'none'
  ];
  const cache = rule.field.kind === 'instruction' ? CACHE : [];
  return [...lines, ...check(rule), ...insert(rule, 0), ...cache];
}

/** What is `offset` bytes behind another register's value, in a register. */
function locate(register: number, from: number, offset: number): string[] {
  const low = ((offset & 0xffff) ^ 0x8000) - 0x8000;
  const high = (offset - low) >> 16;
  if (high === 0) return [`addi ${register}, ${from}, ${low}`];
  return [`addis ${register}, ${from}, ${high}`, `addi ${register}, ${register}, ${low}`];
}

/** A check that leaves r11 as it is; of what it drops, the lowest bits must be zero. */
function check({ name, check: { range, multipleOf = 1 } }: Rule): string[] {
  if (!range) {
    if (multipleOf > 1) throw new RangeError(`${name}: no alignment check without a range on this machine`);
    return [];
  }
  const { bits, kind } = range;
  if (kind !== 'signed') throw new RangeError(`${name}: no ${kind} check on this machine`);
  const fail = ['cmplw 12, 11', 'bne overflow'];
  if (bits === 16 && multipleOf === 1) return ['extsh 12, 11', ...fail];
  const dropped = Math.log2(multipleOf);
  return [`rlwinm 12, 11, ${32 - bits}, 0, ${bits - 1 - dropped}`, `srawi 12, 12, ${32 - bits}`, ...fail];
}

/** True for a field that is the whole of its container. */
function isWhole({ bytes, slices: [slice, ...others] }: Field): boolean {
  return others.length === 0 && slice?.at === 0 && slice.to - slice.from + 1 === bytes * 8;
}

/** Masked insert of r11 into the container at r10 + `at`; the containers that are shared by other fields go through r0. */
function insert(
  { name, field, check: { multipleOf = 1 } }: Pick<Rule, 'name' | 'field' | 'check'>,
  at: number,
): string[] {
  const { bytes, slices } = field;
  const [slice] = slices;
  if (slice && isWhole(field)) {
    if (bytes === 4) return [`stw 11, ${at}(10)`];
    if (bytes === 2) return storeHalf(slice, at);
  }
  if (bytes !== 4 || field.signSelect || field.zeros)
    throw new RangeError(`${name}: no insert into such a field`);
  const lines = [`lwz 0, ${at}(10)`];
  for (const { from, to, at: low, rounded, flippedUnless } of slices) {
    if (rounded) throw new RangeError(`${name}: no rounded part of an instruction on this machine`);
    lines.push(`rlwimi 0, 11, ${(32 + low - from) % 32}, ${31 - low - (to - from)}, ${31 - low}`);
    if (flippedUnless === undefined) continue;
    // What the check leaves no chance of being set.
    if (1 << flippedUnless >= multipleOf || low < 16)
      throw new RangeError(`${name}: no bit that depends on another on this machine`);
    lines.push(`xoris 0, 0, 0x${(1 << (low - 16)).toString(16)}`);
  }
  return [...lines, `stw 0, ${at}(10)`];
}

/** A halfword of r11, or what is added to twice 0x8000 for the signed lower half to make up for. */
function storeHalf({ from, rounded }: Slice, at: number): string[] {
  if (from === 0) return [`sth 11, ${at}(10)`];
  const shift = rounded
    ? [`srwi 12, 11, ${from - 1}`, 'addi 12, 12, 1', 'srwi 12, 12, 1']
    : [`srwi 12, 11, ${from}`];
  return [...shift, `sth 12, ${at}(10)`];
}

/** The line of an instruction at r10 goes to memory, then out of the instruction cache. */
const CACHE = ['dcbst 0, 10', 'sync', 'icbi 0, 10'];

const LOADS: Partial<Readonly<Record<Field['bytes'], string>>> = { 1: 'lbz', 2: 'lhz', 4: 'lwz' };

/** Reads slices of the instructions at r10 into r11, or into r9 for the next word. */
function splitLoad(slices: readonly SliceLoad[], into: 'value' | 'next'): string[] {
  const number = into === 'value' ? 11 : 9;
  return slices.flatMap(({ at, bytes, slice, to, displacement }, index) => {
    const load = LOADS[bytes];
    if (!load) throw new RangeError(`no instruction of ${bytes} bytes on this machine`);
    const width = slice.to - slice.from + 1;
    const first = index === 0;
    const loaded = (register: number): string[] =>
      displacement
        ? [...displaced(register, displacement), `${load}x ${register}, 10, ${register}`]
        : [`${load} ${register}, ${at}(10)`];
    if (first && to === 0 && slice.at === 0 && width === bytes * 8) return loaded(number);
    const rotate = `${(32 + to - slice.at) % 32}, ${32 - to - width}, ${31 - to}`;
    return [...loaded(12), `${first ? 'rlwinm' : 'rlwimi'} ${number}, 12, ${rotate}`];
  });
}

/** The smallest line of an instruction cache, in bytes: that of the MPC8xx. */
const LINE = 16;

/** Brings into a register how far a field is from r10. The table has been read up to the byte at r9. */
function displaced(register: number, { byte, shift }: Displacement): string[] {
  const scaled = shift === 0 ? [] : [`slwi ${register}, ${register}, ${shift}`];
  return [`lbz ${register}, ${byte + 1}(9)`, `extsb ${register}, ${register}`, ...scaled];
}

/** Stores r11 in a halfword of which the table says where it is, and cleans its line. */
function storeDisplaced(field: Field, displacement: Displacement): string[] {
  const [slice] = field.slices;
  if (!slice || field.bytes !== 2 || !isWhole(field))
    throw new RangeError('only halves of an address stand apart on this machine');
  const half = storeHalf(slice, 0).slice(0, -1);
  return [
    ...half,
    ...displaced(0, displacement),
    `sthx ${half.length > 0 ? 12 : 11}, 10, 0`,
    ...CACHE.map((line) => line.replace(/0, 10$/, '10, 0')),
  ];
}

/** Stores r11 in the fields of the instructions at r10, and cleans every line they may stand in. */
function splitStore(fields: readonly SplitField[]): string[] {
  const lines = fields.flatMap(({ at, field, displacement }) =>
    displacement
      ? storeDisplaced(field, displacement)
      : insert({ name: 'a split address', field, check: {} }, at),
  );
  const standing = fields.filter(({ displacement }) => displacement === undefined);
  for (const at of linesTouched(standing, LINE)) {
    if (at === 0) lines.push(...CACHE);
    else lines.push(`addi 12, 10, ${at}`, ...CACHE.map((line) => line.replace(/10$/, '12')));
  }
  return lines;
}

/** Brings `value` into r9. */
function ppcConstant(value: bigint): string[] {
  if (value < 0x8000n) return [`li 9, 0x${value.toString(16)}`];
  const low = value & 0xffffn;
  const lines = [`lis 9, 0x${(value >> 16n).toString(16)}`];
  return low === 0n ? lines : [...lines, `ori 9, 9, 0x${low.toString(16)}`];
}

export const ppc: Target = {
  assembler: {
    comment: '#',
    keystone: { arch: 'ARCH_PPC', mode: 'MODE_32', extensions: ['MODE_BIG_ENDIAN'] },
    capstone: { arch: 'ARCH_PPC', mode: 'MODE_32', extensions: ['MODE_BIG_ENDIAN'] },
  },
  selection: { jump: (label) => `b ${label}`, handler: ppcHandler },
  placement: { reach: 0x1ff_fffc, tableAlignment: 4 },
  split: { load: splitLoad, store: splitStore, skip: (bytes) => [`addi 9, 9, ${bytes}`] },
  chain: { targetAbove: true, origin: 4 },
  questions: { constant: ppcConstant },
  beacon: {
    store: (address, bytes) => [...ppcConstant(address), `${bytes === 1 ? 'stb' : 'stw'} 12, 0(9)`],
  },
  additions: {
    context: ({ registers }) => ({
      promised: registers.flatMap(({ name, offset }) => {
        const [number, distance] = [name.slice(1), `(start+0x${offset.toString(16)}-aware)`];
        return [`addis ${number}, 9, ${distance}@ha`, `addi ${number}, ${number}, ${distance}@l`];
      }),
    }),
  },
};
