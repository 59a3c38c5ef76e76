/**
 * Where in memory the value of a relocation goes.
 *
 * A field is a container, mostly the 1, 2, 3, 4 or 8 bytes at P, and a list of slices: runs of value bits, each with the container bit
 * at which it lands. Everything in the container that no slice covers is kept (a masked insert, never an OR).
 */

import { rotatedPiece, unrotated, withoutPieces } from './pieces.ts';

/** Value bits `from` to `to`, both included, land in the container from bit `at` upwards (bit 0 is the lowest). */
export interface Slice {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  /**
   * The bits are those of the value plus 2^(from - 1): rounded to the nearest multiple of 2^from, so that a signed
   * lower half, added by another instruction, gives the value (the psABIs' %hi and @ha).
   */
  readonly rounded?: true;
  /** The one bit is inverted unless this bit of the value is set (the J bits of Thumb branches). */
  readonly flippedUnless?: number;
  /** The bit chooses the instruction and is no part of an addend that stands in the place (BL and BLX of Arm). */
  readonly opcode?: true;
}

/**
 * A wide-move instruction that chooses its own opcode by the sign of the value: for a negative value the opcode bit
 * is cleared (MOVN) and the complement of the value is inserted, otherwise the bit is set (MOVZ).
 */
export interface SignSelect {
  readonly opcodeBit: number;
}

/** An immediate that the instruction adds or subtracts, by the sign of the value: the slices show its magnitude (Arm). */
export interface Magnitude {
  /** Container bits that choose, and what they then are. */
  readonly opcode: { readonly mask: bigint; readonly add: bigint; readonly subtract: bigint };
  /** How many of its leading pieces are other instructions'. */
  readonly without: number;
  /** Of the rest it is the leading piece, rotated; else all of it. */
  readonly rotated?: true;
}

/** Container bits `low` to `high`, both included. */
export interface ContainerBits {
  readonly low: number;
  readonly high: number;
}

export interface Field {
  /** `word`: plain data in the data byte order; `instruction`: part of an instruction, in its byte order. */
  readonly kind: 'word' | 'instruction';
  /** Size of the container in bytes. */
  readonly bytes: 1 | 2 | 3 | 4 | 8 | 16;
  /** The container is two halves that need not follow each other: the first at P, the second A bytes behind it. */
  readonly apart?: true;
  /**
   * The `bytes` are a bundle of three instructions of 41 bits behind 5 bits of template (IA-64), at P rounded down to a
   * multiple of 16. 1: the container is the instruction that the low two bits of P number from 0; 2: the container is
   * both instructions behind the first (movl, brl), whichever of the two P names.
   */
  readonly bundled?: 1 | 2;
  readonly slices: readonly Slice[];
  /** Container bits that belong to the field but show no value bit; they become 0. */
  readonly zeros?: readonly ContainerBits[];
  readonly signSelect?: SignSelect;
  readonly magnitude?: Magnitude;
  /** An addend in the place is the bits that the field shows, brought down to bit 0 (MOVT of Arm). */
  readonly unscaledAddend?: true;
}

/** Value bits that have no place in the container yet. */
export interface Run {
  at(position: number): Slice;
  /** The same bits of the value rounded to their lowest (see `Slice.rounded`). */
  rounded(): { at(position: number): Slice };
  /** A single bit, inverted unless value bit `bit` is set. */
  flippedUnless(bit: number): { at(position: number): Slice };
}

/** First half of `bits(lo, hi).at(position)`: value bits lo to hi, both included. */
export function bits(from: number, to: number): Run {
  const text = `bits(${from}, ${to})`;
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to < 64)) {
    throw new RangeError(`${text} is not a run of value bits between 0 and 63`);
  }
  return {
    at: (at) => ({ from, to, at }),
    rounded() {
      if (from === 0) throw new RangeError(`${text} drops no bits, so nothing is rounded`);
      return { at: (at) => ({ from, to, at, rounded: true }) };
    },
    flippedUnless(bit) {
      if (from !== to || bit === from)
        throw new RangeError(`${text}: one bit is flipped, unless another is set`);
      return { at: (at) => ({ from, to, at, flippedUnless: bit }) };
    },
  };
}

/** A data word of `size` bits (8, 16, 32 or 64), filled whole. */
export function word(size: 8 | 16 | 32 | 64): Field {
  return checkedField({
    kind: 'word',
    bytes: (size / 8) as Field['bytes'],
    slices: [bits(0, size - 1).at(0)],
  });
}

/** Slices of a data word of 32 bits, of which the rest is kept. */
export function word32(...slices: Slice[]): Field {
  return checkedField({ kind: 'word', bytes: 4, slices });
}

/**
 * A number in groups of seven bits, the lowest first, that takes `bytes` bytes (ULEB128): bit 7 of each tells whether
 * another follows and is kept. For machines whose data are little-endian.
 */
export function uleb128(bytes: 1 | 2 | 3 | 4): Field {
  const slices = Array.from({ length: bytes }, (_, index) => bits(7 * index, 7 * index + 6).at(8 * index));
  return checkedField({ kind: 'word', bytes, slices });
}

/** Slices of a halfword of an instruction. */
export function insn16(...slices: Slice[]): Field {
  return checkedField({ kind: 'instruction', bytes: 2, slices });
}

/** Slices of three bytes of an instruction. */
export function insn24(...slices: Slice[]): Field {
  return checkedField({ kind: 'instruction', bytes: 3, slices });
}

/** Slices of a 32-bit instruction. */
export function insn32(...slices: Slice[]): Field {
  return checkedField({ kind: 'instruction', bytes: 4, slices });
}

/** Slices of two 32-bit instructions that follow each other, read as one container of 8 bytes. */
export function insnPair(...slices: Slice[]): Field {
  return checkedField({ kind: 'instruction', bytes: 8, slices });
}

/** Slices of two 32-bit instructions of which the second stands A bytes behind the first; read as one container of 8 bytes. */
export function insnsApart(...slices: Slice[]): Field {
  return checkedField({ kind: 'instruction', bytes: 8, apart: true, slices });
}

/** Slices of an instruction of a bundle (see `Field.bundled`); bit 0 is the lowest of the instruction. */
export function bundled(...slices: Slice[]): Field {
  return checkedField({ kind: 'instruction', bytes: 16, bundled: 1, slices });
}

/** Slices of the two instructions of a bundle that movl or brl takes; bit 41 is the lowest of the second. */
export function bundledPair(...slices: Slice[]): Field {
  return checkedField({ kind: 'instruction', bytes: 16, bundled: 2, slices });
}

/**
 * Slices of a Thumb instruction of two halfwords, at the bits that manuals give them: the first halfword is the upper
 * half. In little-endian memory, which is the only one with such instructions here, it comes to be the lower half of
 * the container.
 */
export function thumb32(...slices: Slice[]): Field {
  const swapped = slices.map((slice) => {
    const top = slice.at + slice.to - slice.from;
    if (slice.at >> 4 !== top >> 4)
      throw new RangeError(`bits(${slice.from}, ${slice.to}).at(${slice.at}) is in both halfwords`);
    return { ...slice, at: slice.at ^ 16 };
  });
  return checkedField({ kind: 'instruction', bytes: 4, slices: swapped });
}

/** `slice` as a bit that chooses the instruction: it follows the value, but is not read as part of an addend. */
export function opcodeBit(slice: Slice): Slice {
  return { ...slice, opcode: true };
}

/** `field` whose bits are, where SHT_REL has the addend in the place, a small signed addend by themselves. */
export function withUnscaledAddend(field: Field): Field {
  return Object.freeze({ ...field, unscaledAddend: true });
}

/** An immediate of `size` bits that stands byte-aligned inside a longer instruction (x86). */
export function immediate(size: 8 | 16 | 32 | 64): Field {
  return checkedField({
    kind: 'instruction',
    bytes: (size / 8) as Field['bytes'],
    slices: [bits(0, size - 1).at(0)],
  });
}

/** `field` of an AArch64 MOVZ/MOVN whose opcode follows the sign of the value; `opcodeBit` is set for MOVZ. */
export function signSelected(field: Field, opcodeBit: number): Field {
  return checkedField({ ...field, signSelect: { opcodeBit } });
}

/** `field` of an instruction of 32 bits that adds or subtracts what it shows. */
export function withMagnitude(field: Field, magnitude: Magnitude): Field {
  return checkedField({ ...field, magnitude });
}

/** `field` with container bits `low` to `high` cleared: the rest of an immediate that is wider than the value shown. */
export function withZeros(field: Field, low: number, high: number): Field {
  return checkedField({ ...field, zeros: [...(field.zeros ?? []), { low, high }] });
}

/** Bits of an instruction of a bundle, and of the template in front of the first. */
export const BUNDLE = { instructionBits: 41, templateBits: 5 } as const;

/** The size of the container in bits. */
export function containerBits({ bytes, bundled: count }: Pick<Field, 'bytes' | 'bundled'>): number {
  return count === undefined ? bytes * 8 : count * BUNDLE.instructionBits;
}

/** One past the highest value bit the field holds. */
export function valueBits(field: Field): number {
  return Math.max(...field.slices.map((slice) => slice.to + 1));
}

/** The lowest value bit the field holds. */
export function lowestShown(field: Field): number {
  return Math.min(...field.slices.map((slice) => slice.from));
}

/** The container bits the field owns; all others are kept. */
export function fieldMask(field: Field): bigint {
  let mask = opcodeMask(field);
  for (const slice of field.slices) mask |= sliceMask(slice) << BigInt(slice.at);
  for (const run of field.zeros ?? []) mask |= runMask(run);
  return mask;
}

function opcodeMask({ signSelect, magnitude }: Field): bigint {
  return signSelect ? 1n << BigInt(signSelect.opcodeBit) : (magnitude?.opcode.mask ?? 0n);
}

function runMask({ low, high }: ContainerBits): bigint {
  return ((1n << BigInt(high - low + 1)) - 1n) << BigInt(low);
}

/** `old` with `value` inserted. Both are unsigned; `value` may be wider than the field, its excess bits are ignored. */
export function insert(field: Field, old: bigint, value: bigint): bigint {
  let container = old & ~fieldMask(field);
  let bitsOfValue = value;
  if (field.signSelect) {
    if (BigInt.asIntN(64, value) < 0n) bitsOfValue = ~value;
    else container |= 1n << BigInt(field.signSelect.opcodeBit);
  }
  if (field.magnitude) {
    const { opcode, without, rotated } = field.magnitude;
    const X = BigInt.asIntN(64, value);
    container |= X < 0n ? opcode.subtract : opcode.add;
    const rest = withoutPieces(X < 0n ? -X : X, without);
    bitsOfValue = rotated ? rotatedPiece(rest) : rest;
  }
  for (const slice of field.slices) container |= shownBits(slice, bitsOfValue) << BigInt(slice.at);
  return container;
}

/** What the slice shows of `value`, from bit 0 upwards. */
function shownBits(slice: Slice, value: bigint): bigint {
  const { from, rounded, flippedUnless } = slice;
  const shown = ((value + (rounded ? roundingOf(slice) : 0n)) >> BigInt(from)) & sliceMask(slice);
  if (flippedUnless === undefined) return shown;
  return shown ^ (((value >> BigInt(flippedUnless)) & 1n) ^ 1n);
}

/** What a rounded slice adds to the value: half of the weight of its lowest bit. */
export function roundingOf({ from }: Slice): bigint {
  return 1n << BigInt(from - 1);
}

/** The same field with upper parts that are not rounded. */
export function unrounded(field: Field): Field {
  return { ...field, slices: field.slices.map(({ rounded: _, ...slice }) => slice) };
}

/**
 * The value bits a container holds, zero-extended; the inverse of `insert` for the bits the field has. Used to read
 * the addend of REL entries and to compare what linkers wrote. A rounded slice without the bits below it is taken for
 * the bits of a value whose lower ones are 0.
 */
export function extract(field: Field, container: bigint): bigint {
  let value = 0n;
  for (const slice of inExtractionOrder(field.slices)) {
    let shown = (container >> BigInt(slice.at)) & sliceMask(slice);
    if (slice.flippedUnless !== undefined) shown ^= ((value >> BigInt(slice.flippedUnless)) & 1n) ^ 1n;
    if (slice.rounded && value & roundingOf(slice)) shown = (shown - 1n) & sliceMask(slice);
    value |= shown << BigInt(slice.from);
  }
  if (field.signSelect && ((container >> BigInt(field.signSelect.opcodeBit)) & 1n) === 0n) {
    return BigInt.asUintN(64, ~value);
  }
  if (field.magnitude) {
    const { opcode, rotated } = field.magnitude;
    const held = rotated ? unrotated(value) : value;
    return (container & opcode.mask) === opcode.subtract ? BigInt.asUintN(64, -held) : held;
  }
  return value;
}

/** The addend that a container holds, where SHT_REL keeps it in the place: signed. */
export function addendIn(field: Field, container: bigint): bigint {
  if (field.magnitude) return BigInt.asIntN(64, extract(field, container));
  const slices = field.slices.filter(({ opcode }) => !opcode);
  const lowest = field.unscaledAddend ? Math.min(...slices.map(({ from }) => from)) : 0;
  const shown = extract({ ...field, slices }, container) >> BigInt(lowest);
  return BigInt.asIntN(valueBits(field) - lowest, shown);
}

/** Slices that need other bits of the value behind those that hold them. */
export function inExtractionOrder(slices: readonly Slice[]): readonly Slice[] {
  const plain = slices.filter(({ rounded, flippedUnless }) => !rounded && flippedUnless === undefined);
  const others = slices.filter((slice) => !plain.includes(slice));
  return [...plain, ...others.sort((a, b) => a.from - b.from)];
}

/** True when the field is a whole data word: every bit of the container holds the value bit of the same number. */
export function isWholeWord(field: Field): boolean {
  const [slice] = field.slices;
  return field.slices.length === 1 && slice?.from === 0 && slice.at === 0 && slice.to === field.bytes * 8 - 1;
}

/** The bits of the value that the slice shows. */
export function shownMask(slice: Slice): bigint {
  return sliceMask(slice) << BigInt(slice.from);
}

/** The bits of the value that fields show together. */
export function shownByAll(fields: readonly Field[]): bigint {
  return fields.flatMap(({ slices }) => slices).reduce((all, slice) => all | shownMask(slice), 0n);
}

/** As many low one bits as the slice has value bits. */
export function sliceMask(slice: Slice): bigint {
  return (1n << BigInt(slice.to - slice.from + 1)) - 1n;
}

function checkedField(field: Field): Field {
  const size = containerBits(field);
  let taken = opcodeMask(field);
  let takenValue = 0n;
  for (const slice of field.slices) {
    const mask = sliceMask(slice) << BigInt(slice.at);
    const valueMask = shownMask(slice);
    const text = `bits(${slice.from}, ${slice.to}).at(${slice.at})`;
    if (slice.at < 0 || mask >> BigInt(size))
      throw new RangeError(`${text} leaves its ${size}-bit container`);
    if (taken & mask) throw new RangeError(`${text} overlaps another slice of the same container`);
    if (takenValue & valueMask) throw new RangeError(`${text} repeats value bits of another slice`);
    taken |= mask;
    takenValue |= valueMask;
  }
  for (const run of field.zeros ?? []) {
    const { low, high } = run;
    if (!(Number.isInteger(low) && Number.isInteger(high) && 0 <= low && low <= high && high < size)) {
      throw new RangeError(`zeros ${low} to ${high} leave their ${size}-bit container`);
    }
    if (taken & runMask(run))
      throw new RangeError(`zeros ${low} to ${high} overlap another part of the field`);
    taken |= runMask(run);
  }
  return Object.freeze({ ...field, slices: Object.freeze([...field.slices]) });
}
