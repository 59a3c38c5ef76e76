/** Instruction selection for AArch64: a rule's value, check and masked insert, from X = S + A in x8 and P in x6. */
import { limits } from '../../../relocator-dsl/check.ts';
import type { Slice } from '../../../relocator-dsl/field.ts';
import { recordForm } from '../../../relocator-dsl/record.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import type { Target } from '../../machine.ts';
import { type Difference, differenceOf, noSelection } from '../../selection/difference.ts';
import { type Displacement, linesTouched, type SliceLoad, type SplitField } from '../../selection/split.ts';

const PAGE_BITS = 12;
const PAGE_MASK = '#0xfffffffffffff000';

/**
 * Instructions of the handler for `rule`. `got` is the GOT's offset from the load base (x4); `granule` the widest
 * access, in bytes, that is aligned at every place the handler serves.
 */
function aarch64Handler(rule: Rule, got: number, granule: number): string[] {
  const value = differenceOf(rule, recordForm(rule).tree);
  const lines = valueLines(rule, value, got);
  if (rule.field.kind === 'word') return [...lines, ...check(rule), ...storeWord(rule.field.bytes, granule)];
  const { lines: narrowed, register } = value.minus ? narrowDifference(rule, value) : narrowAddress(rule);
  return [...lines, ...narrowed, ...insert(rule, register)];
}

/** The value in x8, by way of x9. */
function valueLines(rule: Rule, { cleared, minus, plus }: Difference, got: number): string[] {
  const pages = [cleared, minus?.cleared ?? 0].every((bits) => bits === 0 || bits === PAGE_BITS);
  const other = minus && (minus.plus !== 0n || (minus.pointer !== 'place' && minus.pointer !== 'got'));
  if (!pages || plus !== 0n || other) throw noSelection(rule);
  const lines = cleared ? [`and x8, x8, ${PAGE_MASK}`] : [];
  if (!minus) return lines;
  let operand = 'x6';
  if (minus.pointer === 'got') {
    lines.push(`movz x9, #${got & 0xffff}`, `movk x9, #${(got >>> 16) & 0xffff}, lsl #16`, 'add x9, x4, x9');
    operand = 'x9';
  }
  if (minus.cleared) {
    lines.push(`and x9, ${operand}, ${PAGE_MASK}`);
    operand = 'x9';
  }
  return [...lines, `sub x8, x8, ${operand}`];
}

/** A check that leaves x8 as it is. */
function check(rule: Rule): string[] {
  const { range, multipleOf } = rule.check;
  const lines: string[] = [];
  if (multipleOf) lines.push(`tst x8, #${multipleOf - 1}`, 'b.ne overflow');
  if (!range || range.bits >= 64) return lines;
  const { bits, kind } = range;
  if (kind === 'signed') lines.push(`sbfx x9, x8, #0, #${bits}`, 'cmp x8, x9', 'b.ne overflow');
  else if (kind === 'unsigned') lines.push(`lsr x9, x8, #${bits}`, 'cbnz x9, overflow');
  else if (bits === 32) {
    lines.push('sxtw x9, w8', 'cmp x8, w8, uxtw', 'ccmp x8, x9, #4, ne', 'b.ne overflow');
  } else {
    // -2^(n-1) <= X < 2^n  is  X + 2^(n-1) < 3 * 2^(n-1), unsigned.
    const { min, max } = limits(range);
    lines.push(
      `movz x9, #${-min}`,
      'add x9, x8, x9',
      `lsr x10, x9, #${bits - 1}`,
      'cmp x10, #3',
      'b.hs overflow',
    );
    if (max - min !== 3n << BigInt(bits - 1)) throw new RangeError(`${rule.name}: unexpected limits`);
  }
  return lines;
}

/** Brings the value of `rule` down to the lowest bit its field holds, checked on the way. */
interface Narrowed {
  readonly lines: readonly string[];
  readonly register: 'x8' | 'x9';
}

function lowestBit(rule: Rule): number {
  return Math.min(...rule.field.slices.map((slice) => slice.from));
}

/** A field that shows bits of an address: the value stays in x8. */
function narrowAddress(rule: Rule): Narrowed {
  const lowest = lowestBit(rule);
  const select = rule.field.signSelect ? SIGN_SELECT : [];
  const shift = lowest > 0 ? [`${select.length ? 'asr' : 'lsr'} x8, x8, #${lowest}`] : [];
  const whole = wholeImmediate(rule);
  if (whole) {
    // Only the bits shown are brought down, so that the zeros above them can be inserted in the same stroke.
    const narrowed = [`ubfx x8, x8, #${lowest}, #${whole.slice.to - whole.slice.from + 1}`];
    return { lines: [...check(rule), ...narrowed], register: 'x8' };
  }
  return { lines: [...check(rule), ...select, ...shift], register: 'x8' };
}

/**
 * A field that shows a difference: the value goes to x9. Where the check also covers the bits that are dropped (a
 * branch target's, or those of a page), range and alignment are one comparison.
 */
function narrowDifference(rule: Rule, { cleared, minus }: Difference): Narrowed {
  if (rule.field.signSelect) return narrowAddress(rule);
  const { range, multipleOf } = rule.check;
  const lowest = lowestBit(rule);
  const droppedBitsAreZero =
    lowest === 0 ||
    multipleOf === 1 << lowest ||
    (lowest === PAGE_BITS && cleared === lowest && minus?.cleared === lowest);
  if (range?.kind === 'signed' && droppedBitsAreZero) {
    const shifted = lowest > 0 ? `x9, lsl #${lowest}` : 'x9';
    return {
      lines: [`sbfx x9, x8, #${lowest}, #${range.bits - lowest}`, `cmp x8, ${shifted}`, 'b.ne overflow'],
      register: 'x9',
    };
  }
  return { lines: [...check(rule), `lsr x9, x8, #${lowest}`], register: 'x9' };
}

/** The one slice of a field that has zeros right above it, and the width of both together. */
function wholeImmediate({ name, field }: Rule): { slice: Slice; width: number } | undefined {
  const { slices, zeros = [] } = field;
  if (zeros.length === 0) return undefined;
  const [slice] = slices;
  const [run] = zeros;
  const top = slice ? slice.at + slice.to - slice.from : 0;
  if (!slice || !run || slices.length > 1 || zeros.length > 1 || run.low !== top + 1 || field.signSelect) {
    throw new RangeError(`${name}: zeros are only supported right above a single slice on this machine`);
  }
  return { slice, width: run.high - slice.at + 1 };
}

/** Complements a negative value and leaves in w11 the opcode bit: 1 for MOVZ, 0 for MOVN. */
const SIGN_SELECT = ['cmp x8, #0', 'cset w11, ge', 'cinv x8, x8, lt'];

/** Masked insert into the instruction, then the instruction cache for its line. */
function insert(rule: Rule, register: 'x8' | 'x9'): string[] {
  const { slices, signSelect } = rule.field;
  const narrow = register.replace('x', 'w');
  const lines = ['ldr w10, [x6]'];
  const whole = wholeImmediate(rule);
  if (whole)
    return [...lines, `bfi w10, ${narrow}, #${whole.slice.at}, #${whole.width}`, ...INSTRUCTION_STORE];
  if (signSelect) lines.push(`bfi w10, w11, #${signSelect.opcodeBit}, #1`);
  let shifted = lowestBit(rule);
  // Ascending, so that each slice is brought down to bit 0 by one more shift.
  for (const slice of [...slices].sort((a, b) => a.from - b.from)) {
    if (slice.from > shifted) lines.push(`lsr ${register}, ${register}, #${slice.from - shifted}`);
    shifted = slice.from;
    lines.push(`bfi w10, ${narrow}, #${slice.at}, #${slice.to - slice.from + 1}`);
  }
  return [...lines, ...INSTRUCTION_STORE];
}

const INSTRUCTION_STORE = ['str w10, [x6]', 'dc cvau, x6', 'dsb ish', 'ic ivau, x6'];

/** Stores x8 at x6. */
function storeWord(bytes: number, granule: number): string[] {
  if (bytes === 8 && granule >= 8) return ['str x8, [x6]'];
  if (bytes === 8 && granule === 4) return ['str w8, [x6]', 'lsr x8, x8, #32', 'str w8, [x6, #4]'];
  if (bytes === 4 && granule >= 4) return ['str w8, [x6]'];
  if (bytes === 2 && granule >= 2) return ['strh w8, [x6]'];
  const lines: string[] = [];
  for (let index = 0; index < bytes; index++) {
    if (index > 0) lines.push('lsr x8, x8, #8');
    lines.push(index === 0 ? 'strb w8, [x6]' : `strb w8, [x6, #${index}]`);
  }
  return lines;
}

/** Loads the word at x6 into x8. */
function aarch64Load(bytes: 4 | 8, granule: number): string[] {
  if (granule >= bytes) return [bytes === 8 ? 'ldr x8, [x6]' : 'ldr w8, [x6]'];
  if (granule === 4) return ['ldp w8, w9, [x6]', 'orr x8, x8, x9, lsl #32'];
  const lines = ['ldrb w8, [x6]'];
  for (let index = 1; index < bytes; index++) {
    lines.push(`ldrb w9, [x6, #${index}]`, `orr x8, x8, x9, lsl #${8 * index}`);
  }
  return lines;
}

/** Stores x8 in the word at x6. */
function aarch64Store(bytes: 4 | 8, granule: number): string[] {
  return storeWord(bytes, granule);
}

/** Reads slices of the instructions at x6 into x8, or into x7 for the next word. */
function splitLoad(slices: readonly SliceLoad[], into: 'value' | 'next'): string[] {
  const number = into === 'value' ? 8 : 7;
  return slices.flatMap(({ at, bytes, slice, to, displacement }, index) => {
    if (bytes !== 4) throw new RangeError(`no instruction of ${bytes} bytes on this machine`);
    const target = index === 0 && to === 0 ? number : 9;
    const { lines: found, place } = placeOf(at, displacement);
    const lines = [
      ...found,
      `ldr w${target}, ${place}`,
      `ubfx w${target}, w${target}, #${slice.at}, #${slice.to - slice.from + 1}`,
    ];
    if (target === number) return lines;
    return [
      ...lines,
      index === 0 ? `lsl x${number}, x9, #${to}` : `orr x${number}, x${number}, x9, lsl #${to}`,
    ];
  });
}

/** The smallest line of an instruction cache, in bytes (CTR_EL0.IminLine is at least a few words in every design). */
const LINE = 16;

/** Stores x8 in the fields of the instructions at x6, and cleans every line they may stand in. */
/** Where a field is: one whose displacement the table says is brought into x12. */
function placeOf(
  at: number,
  displacement: Displacement | undefined,
): { readonly lines: string[]; readonly place: string } {
  if (!displacement) return { lines: [], place: `[x6, #${at}]` };
  const { byte, shift } = displacement;
  const scaled = shift === 0 ? '' : `, lsl #${shift}`;
  return { lines: [`ldrsb x12, [x5, #${byte}]`, `add x12, x6, x12${scaled}`], place: '[x12]' };
}

function splitStore(fields: readonly SplitField[]): string[] {
  const lines = fields.flatMap(({ at, field, displacement }) => {
    const { lines: found, place } = placeOf(at, displacement);
    const flushed = displacement === undefined ? [] : ['dc cvau, x12', 'dsb ish', 'ic ivau, x12'];
    const inserts = field.slices.flatMap(({ from, to, at: low, rounded }) => {
      if (rounded) throw new RangeError('no rounded upper parts on this machine');
      const width = to - from + 1;
      if (from === 0) return [`bfi w9, w8, #${low}, #${width}`];
      return [`lsr x10, x8, #${from}`, `bfi w9, w10, #${low}, #${width}`];
    });
    return [...found, `ldr w9, ${place}`, ...inserts, `str w9, ${place}`, ...flushed];
  });
  const standing = fields.filter(({ displacement }) => displacement === undefined);
  for (const at of linesTouched(standing, LINE)) {
    if (at !== 0) lines.push(`add x9, x6, #${at}`);
    const address = at === 0 ? 'x6' : 'x9';
    lines.push(`dc cvau, ${address}`, 'dsb ish', `ic ivau, ${address}`);
  }
  return lines;
}

/** Brings `value` into x5. */
function aarch64Constant(value: bigint): string[] {
  const lines = [`movz x5, #0x${(value & 0xffffn).toString(16)}`];
  for (let shift = 16n; shift < 64n; shift += 16n) {
    const part = (value >> shift) & 0xffffn;
    if (part) lines.push(`movk x5, #0x${part.toString(16)}, lsl #${shift}`);
  }
  return lines;
}

export const aarch64: Target = {
  assembler: {
    comment: '//',
    keystone: { arch: 'ARCH_ARM64', mode: 'MODE_LITTLE_ENDIAN' },
    capstone: { arch: 'ARCH_ARM64', mode: 'MODE_LITTLE_ENDIAN' },
  },
  selection: { jump: (label) => `b ${label}`, handler: aarch64Handler },
  placement: { reach: 0xf_ffff, tableAlignment: 8 },
  words: { load: aarch64Load, store: aarch64Store },
  split: { load: splitLoad, store: splitStore, skip: (bytes) => [`add x5, x5, #${bytes}`] },
  questions: { constant: aarch64Constant },
  beacon: {
    store: (address, bytes) => [...aarch64Constant(address), `${bytes === 1 ? 'strb' : 'str'} w12, [x5]`],
  },
};
