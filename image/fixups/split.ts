/**
 * Finds addresses that are split over instruction fields: fields that show parts of one address and can be relocated
 * together, without a table of values, because together they hold it.
 */
import type { PlacedField, WordGroup } from '../../codegen/request.ts';
import { termsOf } from '../../relocator-dsl/expression.ts';
import { roundingOf, type Slice, shownByAll, shownMask } from '../../relocator-dsl/field.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { Fixup } from './resolve.ts';

/** More ways of splitting than this make more code than a table of records. */
const MAX_SHAPES = 12;
/** From the first field of an address to the last, in bytes: what the loads and stores of every machine reach. */
const MAX_SPAN = 240;

/** Fields of one address, in the order of their places. */
interface Address {
  readonly fixups: readonly Fixup[];
  /** What they hold plainly. */
  readonly value: bigint;
}

/** True for a field whose parts of an address could be relocated where they stand. */
function isPart({ application, coefficient, linear }: Fixup): boolean {
  const { rule, target } = application;
  const { signSelect, magnitude, zeros, slices } = rule.field;
  const simple =
    !signSelect && !magnitude && !zeros && slices.every(({ flippedUnless }) => flippedUnless === undefined);
  return simple && coefficient === 1n && linear && target.kind !== 'late';
}

/**
 * The groups for `fixups`, one for each way of splitting that occurs; undefined when some of them cannot be grouped.
 * Bits of an address below the load alignment never change: a field that begins there needs no other. One that begins
 * higher needs, for the carry, those that show the bits in between.
 */
export function splitGroups(
  fixups: readonly Fixup[],
  machine: Machine,
  loadAlign: number,
): WordGroup[] | undefined {
  if (!fixups.every(isPart)) return undefined;
  const fixedBits = Math.log2(loadAlign);
  const addresses = addressesOf(fixups, fixedBits);
  if (!addresses) return undefined;
  const groups = new Map<string, { bytes: 4 | 8; fields: PlacedField[]; words: Word[] }>();
  // Types that differ in the check alone, or in what they say of the addend, are stored in one way.
  const nameOf = new Map<string, string>();
  for (const fixup of fixups) {
    const key = storedAs(fixup);
    if (!nameOf.has(key)) nameOf.set(key, fixup.application.rule.name);
  }
  for (const { fixups: parts, value } of addresses) {
    const first = parts[0]?.application.offset ?? 0;
    const fields = parts.map((part): PlacedField => {
      const { application } = part;
      const plus = addedTo(part, parts);
      const rule = nameOf.get(storedAs(part)) ?? application.rule.name;
      return { at: application.offset - first, rule, ...(plus === 0n ? {} : { plus }) };
    });
    const high = Math.max(...parts.flatMap((part) => slicesOf(part).map(({ to }) => to)));
    const bytes = machine.wordBits === 32 || high < 32 ? 4 : 8;
    const key = `${bytes} ${fields.map(({ at, rule, plus = 0n }) => `${at} ${rule} ${plus}`).join(', ')}`;
    const group = groups.get(key) ?? { bytes, fields, words: [] };
    group.words.push({ offset: first, value: BigInt.asUintN(8 * bytes, value) });
    groups.set(key, group);
  }
  if (groups.size > MAX_SHAPES) return undefined;
  return [...groups.values()].map((group) => ({ ...group, granule: group.bytes }));
}

/** The same text for fields that are stored in one way. */
function storedAs(fixup: Fixup): string {
  return `${constantIn(fixup)} ${JSON.stringify(fixup.application.rule.field)}`;
}

/** What the rule adds to the address. */
function constantIn({ application: { rule, value } }: Fixup): bigint {
  if (value !== rule.value) return 0n;
  return termsOf(value).reduce(
    (sum, { sign, expression: { node } }) => (node.op === 'constant' ? sum + BigInt(sign) * node.value : sum),
    0n,
  );
}

/** What a part adds to the address as its lowest part shows it, rounded for what nobody shows. */
function addedTo(part: Fixup, parts: readonly Fixup[]): bigint {
  const lowest = parts.reduce((least, each) => (lowestOf(each) < lowestOf(least) ? each : least));
  if (lowestOf(part) === lowestOf(lowest)) return 0n;
  const half = slicesOf(lowest).find(({ from, rounded }) => rounded && from === lowestOf(lowest));
  const plus = constantIn(part) - constantIn(lowest);
  return plus === 0n ? 0n : plus - (half ? roundingOf(half) : 0n);
}

type Word = WordGroup['words'][number];

function slicesOf({ application }: Fixup): readonly Slice[] {
  return application.rule.field.slices;
}

function addressesOf(fixups: readonly Fixup[], fixedBits: number): Address[] | undefined {
  const buckets = new Map<bigint, Fixup[]>();
  for (const fixup of [...fixups].sort((a, b) => a.application.offset - b.application.offset)) {
    // Fields of one address agree in all bits that may change; the rest is each field's own.
    const key = (fixup.value - constantIn(fixup)) >> BigInt(fixedBits);
    const bucket = buckets.get(key);
    if (bucket) bucket.push(fixup);
    else buckets.set(key, [fixup]);
  }
  const found: Address[] = [];
  for (const bucket of buckets.values()) {
    const parts = gather(bucket, fixedBits);
    if (!parts) return undefined;
    found.push(...parts.map((each) => ({ fixups: each, value: heldBy(each) })));
  }
  return found.sort((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ fixups }: Address): number {
  return fixups[0]?.application.offset ?? 0;
}

/** Divides the fields of one address, in the order of their places, into sets that each hold it. */
function gather(bucket: readonly Fixup[], fixedBits: number): Fixup[][] | undefined {
  const taken = new Set<Fixup>();
  const sets: Fixup[][] = [];
  /** The first of the sets that may be near to what comes now. */
  let near = 0;
  for (const [index, first] of bucket.entries()) {
    if (taken.has(first)) continue;
    const set = [first];
    for (let next = index + 1; next < bucket.length; next++) {
      const other = bucket[next];
      // What stands behind it is further away.
      if (!other || !isNear([first], other)) break;
      // A jump has its target to itself.
      if (isJump(first) !== isJump(other)) continue;
      if (taken.has(other) || !isDisjoint(set, other) || !isNear(set, other)) continue;
      set.push(other);
      taken.add(other);
    }
    if (isWhole(set, fixedBits)) {
      sets.push(set);
      continue;
    }
    // An upper part whose lower one went to another of the same address is stored along with that.
    while (sets[near]?.[0] && !isNear(sets[near]?.slice(0, 1) ?? [], first)) near++;
    const host = sets
      .slice(near)
      .find((each) => isWhole([...each, ...set], fixedBits) && set.every((part) => isNear(each, part)));
    if (!host || !set.every((part) => lowestOf(part) > fixedBits)) return undefined;
    host.push(...set);
    host.sort((a, b) => a.application.offset - b.application.offset);
  }
  return sets;
}

/** True for what counts from a block of memory, as jumps within one do. */
function isJump({ block }: Fixup): boolean {
  return block !== undefined;
}

function shownBy(set: readonly Fixup[]): bigint {
  return shownByAll(set.map(({ application }) => application.rule.field));
}

function lowestOf(fixup: Fixup): number {
  return Math.min(...slicesOf(fixup).map(({ from }) => from));
}

function isDisjoint(set: readonly Fixup[], other: Fixup): boolean {
  return (shownBy(set) & shownBy([other])) === 0n;
}

/** True when instructions that reach one field of the set from its first reach the other, too. */
function isNear(set: readonly Fixup[], other: Fixup): boolean {
  const places = [...set, other].map(({ application }) => application.offset);
  return Math.max(...places) - Math.min(...places) <= MAX_SPAN;
}

/** True when the fields hold every bit from one that never changes up to the highest they show. */
function isWhole(set: readonly Fixup[], fixedBits: number): boolean {
  const mask = shownBy(set);
  const lowest = Math.min(...set.map(lowestOf));
  const run = mask >> BigInt(lowest);
  return lowest <= fixedBits && (run & (run + 1n)) === 0n;
}

/** The bits that each field shows of its own value; of an upper part that is rounded by bits nobody shows, rounded. */
function heldBy(set: readonly Fixup[]): bigint {
  const mask = shownBy(set);
  let held = 0n;
  for (const part of set) {
    const plain = part.value - addedTo(part, set);
    for (const slice of slicesOf(part)) {
      const half = slice.rounded ? roundingOf(slice) : 0n;
      const value = (mask & half) === 0n ? plain + half : plain;
      const bits = shownMask(slice);
      held = (held & ~bits) | (value & bits);
    }
  }
  return held;
}
