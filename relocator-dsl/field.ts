/**
 * Where in memory the value of a relocation goes.
 *
 * A field is a container of 1, 2, 3, 4 or 8 bytes and a list of slices: runs of value bits, each with the container bit
 * at which it lands. Everything in the container that no slice covers is kept (a masked insert, never an OR).
 */

/** Value bits `from` to `to`, both included, land in the container from bit `at` upwards (bit 0 is the lowest). */
export interface Slice {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/**
 * A wide-move instruction that chooses its own opcode by the sign of the value: for a negative value the opcode bit
 * is cleared (MOVN) and the complement of the value is inserted, otherwise the bit is set (MOVZ).
 */
export interface SignSelect {
  readonly opcodeBit: number;
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
  readonly bytes: 1 | 2 | 3 | 4 | 8;
  readonly slices: readonly Slice[];
  /** Container bits that belong to the field but show no value bit; they become 0. */
  readonly zeros?: readonly ContainerBits[];
  readonly signSelect?: SignSelect;
}

/** First half of `bits(lo, hi).at(position)`: value bits lo to hi, both included. */
export function bits(from: number, to: number): { at(position: number): Slice } {
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to < 64)) {
    throw new RangeError(`bits(${from}, ${to}) is not a run of value bits between 0 and 63`);
  }
  return { at: (position) => ({ from, to, at: position }) };
}

/** A data word of `size` bits (8, 16, 32 or 64), filled whole. */
export function word(size: 8 | 16 | 32 | 64): Field {
  return checkedField({
    kind: 'word',
    bytes: (size / 8) as Field['bytes'],
    slices: [bits(0, size - 1).at(0)],
  });
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

/** `field` with container bits `low` to `high` cleared: the rest of an immediate that is wider than the value shown. */
export function withZeros(field: Field, low: number, high: number): Field {
  return checkedField({ ...field, zeros: [...(field.zeros ?? []), { low, high }] });
}

/** One past the highest value bit the field holds. */
export function valueBits(field: Field): number {
  return Math.max(...field.slices.map((slice) => slice.to + 1));
}

/** The container bits the field owns; all others are kept. */
export function fieldMask(field: Field): bigint {
  let mask = field.signSelect ? 1n << BigInt(field.signSelect.opcodeBit) : 0n;
  for (const slice of field.slices) mask |= sliceMask(slice) << BigInt(slice.at);
  for (const run of field.zeros ?? []) mask |= runMask(run);
  return mask;
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
  for (const slice of field.slices) {
    container |= ((bitsOfValue >> BigInt(slice.from)) & sliceMask(slice)) << BigInt(slice.at);
  }
  return container;
}

/**
 * The value bits a container holds, zero-extended; the inverse of `insert` for the bits the field has. Used to read
 * the addend of REL entries and to compare what linkers wrote.
 */
export function extract(field: Field, container: bigint): bigint {
  let value = 0n;
  for (const slice of field.slices) {
    value |= ((container >> BigInt(slice.at)) & sliceMask(slice)) << BigInt(slice.from);
  }
  if (field.signSelect && ((container >> BigInt(field.signSelect.opcodeBit)) & 1n) === 0n) {
    return BigInt.asUintN(64, ~value);
  }
  return value;
}

/** True when the field is a whole data word: every bit of the container holds the value bit of the same number. */
export function isWholeWord(field: Field): boolean {
  const [slice] = field.slices;
  return field.slices.length === 1 && slice?.from === 0 && slice.at === 0 && slice.to === field.bytes * 8 - 1;
}

/** As many low one bits as the slice has value bits. */
export function sliceMask(slice: Slice): bigint {
  return (1n << BigInt(slice.to - slice.from + 1)) - 1n;
}

function checkedField(field: Field): Field {
  const size = field.bytes * 8;
  let taken = field.signSelect ? 1n << BigInt(field.signSelect.opcodeBit) : 0n;
  let takenValue = 0n;
  for (const slice of field.slices) {
    const mask = sliceMask(slice) << BigInt(slice.at);
    const valueMask = sliceMask(slice) << BigInt(slice.from);
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
