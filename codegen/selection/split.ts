/**
 * Addresses split over instruction fields: MOVW and MOVT, HIGHEST to LO, HI16 and LO16. The fields of one address are
 * one word in parts. In the file they hold it plainly, without the rounding of upper parts, so that a prologue reads it
 * back with shifts alone; what it stores is what the rules say.
 */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { type Field, insert, type Slice, shownMask, unrounded } from '../../relocator-dsl/field.ts';
import type { PlacedField } from '../request.ts';

/** A field of a split word, `at` bytes behind the place of the first. */
export interface SplitField {
  readonly at: number;
  readonly field: Field;
  /** What is added to the word before the field shows its bits. */
  readonly plus?: bigint | undefined;
  readonly displacement?: Displacement | undefined;
}

/** That the table says where a field stands. */
export interface Displacement {
  /** Which byte behind the distance says it, with its sign. */
  readonly byte: number;
  /** By how many bits it is shifted left, to be bytes from the first field. */
  readonly shift: 0 | 2;
}

/** @throws RangeError when a rule is not the machine's */
export function splitFields({ machine, byName }: Architecture, fields: readonly PlacedField[]): SplitField[] {
  return fields.map(({ at, rule: name, plus }) => {
    const rule = byName.get(name);
    if (rule?.kind !== 'rule') throw new RangeError(`${name} is not a rule of ${machine.arch}`);
    return { at, field: rule.field, plus };
  });
}

/** One slice to read: its field's place, the bits of the container, and where they go in the result. */
export interface SliceLoad {
  readonly at: number;
  readonly bytes: Field['bytes'];
  readonly slice: Slice;
  /** Bit of the result that the slice's lowest bit becomes. */
  readonly to: number;
  /** As its field has it. */
  readonly displacement?: Displacement | undefined;
}

/**
 * What must be read to have the bits [low, high] of the word, moved down to bit 0: of fields that show the same bits
 * the first is enough. The lowest bits come first.
 */
export function slicesToLoad(fields: readonly SplitField[], low: number, high: number): SliceLoad[] {
  const loads: SliceLoad[] = [];
  let covered = 0n;
  for (const { at, field, displacement } of fields) {
    for (const slice of field.slices) {
      const [from, to] = [Math.max(slice.from, low), Math.min(slice.to, high)];
      if (from > to) continue;
      const part = { from, to, at: slice.at + from - slice.from };
      const mask = shownMask(part);
      if ((covered & mask) === mask) continue;
      covered |= mask;
      loads.push({ at, bytes: field.bytes, slice: part, to: from - low, displacement });
    }
  }
  return loads.sort((a, b) => a.to - b.to);
}

/** `old` with the bits of `value` that the field shows, as a prologue reads them back. */
export function insertPlainly(field: Field, old: bigint, value: bigint): bigint {
  return insert(unrounded(field), old, value);
}

/**
 * Offsets of which one lies in every cache line that the fields touch, if lines have at least `line` bytes: the first
 * and the last field, and between them none that is less than a line from both a chosen one and the next.
 */
export function linesTouched(fields: readonly SplitField[], line: number): number[] {
  const places = [...new Set(fields.map(({ at }) => at))].sort((a, b) => a - b);
  const chosen: number[] = [];
  for (const [index, place] of places.entries()) {
    const [before, after] = [chosen.at(-1), places[index + 1]];
    if (before === undefined || after === undefined || after - before > line) chosen.push(place);
  }
  return chosen;
}
