/** The load bases at which every field fits, solved exactly. */
import { limits, movingCheck } from '../../relocator-dsl/check.ts';
import { lettersOf } from '../../relocator-dsl/expression.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { isInOneBlock } from '../memory/bytes.ts';
import { InputError } from '../trouble/errors.ts';
import { placeText } from '../trouble/troubles.ts';
import type { Fixup, FixupBlock } from './resolve.ts';

/** Load bases, both ends included. */
export interface Bases {
  readonly min: bigint;
  readonly max: bigint;
}

/** Load bases, and the fixup on whose account there are none below or above; undefined at the ends of memory. */
interface Limits extends Bases {
  readonly minBecause?: Fixup | undefined;
  readonly maxBecause?: Fixup | undefined;
}

export interface SolvedBases extends Limits {
  /** False when every base at which the image fits into the address space will do. */
  readonly limited: boolean;
}

/**
 * The bases at which the range checks of all `fixups` pass. A check accepts one arc of the circle of machine words,
 * and the value goes around that circle with the base, so each fixup allows at most two intervals. Where several
 * remain, the lowest that holds an aligned base above 0 is chosen.
 * @param block both ends are bases at which the image lies within one aligned block of this many bytes
 * @throws InputError naming the narrowest fixups when no base is left
 */
export function solveBases(
  fixups: readonly Fixup[],
  memsz: number,
  loadAlign: number,
  machine: Pick<Machine, 'wordBits'> & Partial<Pick<Machine, 'code' | 'pointers'>>,
  block?: number,
): SolvedBases {
  const { wordBits } = machine;
  const align = BigInt(loadAlign);
  const highest = (1n << BigInt(wordBits)) - BigInt(memsz);
  const whole: Limits = { min: 0n, max: highest - (highest % align) };
  const stays = block === undefined ? undefined : { bytes: block, because: narrowestBlock(fixups) };
  let left: Limits[] = [whole];
  for (const fixup of fixups) {
    if (fixup.application.target.kind === 'late') continue;
    const allowed = allowedBy(fixup, wordBits);
    if (!allowed) continue;
    const narrowed = intersect(left, allowed, fixup)
      .map((bases) => within(aligned(bases, align), BigInt(memsz), align, stays))
      .filter(({ min, max }) => min <= max);
    if (narrowed.length === 0) {
      throw new InputError(
        `${placeText(fixup.application.origin)}: there is no load base, multiple of ${loadAlign}, at which it and all ` +
          `relocations before it fit${limitsText(left)}; ${remedyFor(fixup, machine)}`,
      );
    }
    left = narrowed;
  }
  const chosen = left.find(({ max }) => max > 0n) ?? left[0] ?? whole;
  return { ...chosen, limited: chosen.min !== whole.min || chosen.max !== whole.max };
}

/** What has no limits: without small data, whose distances do not widen with addresses, or with whole addresses. */
function remedyFor(
  { application: { rule } }: Fixup,
  { code, pointers }: Partial<Pick<Machine, 'code' | 'pointers'>>,
): string {
  const smallData = lettersOf(rule.value).includes('GP') ? pointers?.global?.remedy : undefined;
  return smallData ?? code?.fullAddresses ?? 'use relocations with wider fields';
}

/** Which relocations stand against those that do not fit beside them. */
function limitsText(left: readonly Limits[]): string {
  const others = left.flatMap(({ minBecause, maxBecause }) => [minBecause, maxBecause]);
  const texts = others.flatMap((fixup) => (fixup ? [placeText(fixup.application.origin)] : []));
  return texts.length === 0 ? '' : ` (${[...new Set(texts)].join(', ')})`;
}

/** The smallest block in which the image must lie, for the sake of fixups that count from it to the image. */
export function blockOf(fixups: readonly Fixup[]): number | undefined {
  const bytes = narrowestBlock(fixups)?.block?.bytes;
  return bytes === undefined ? undefined : Number(bytes);
}

function narrowestBlock(fixups: readonly Fixup[]): Fixup | undefined {
  let narrowest: Fixup | undefined;
  for (const fixup of fixups) {
    if (fixup.block === undefined || fixup.application.target.kind === 'absolute') continue;
    if (!narrowest?.block || fixup.block.bytes < narrowest.block.bytes) narrowest = fixup;
  }
  return narrowest;
}

/** The multiples of `align` among `bases`. */
function aligned(bases: Limits, align: bigint): Limits {
  const { min, max } = bases;
  return { ...bases, min: upTo(min, align), max: max - (max % align) };
}

/** A block in which the image must lie as a whole, and on whose account. */
interface StaysWithin {
  readonly bytes: number;
  readonly because: Fixup | undefined;
}

/** `bases` without those at both ends at which the image would lie in two blocks. */
function within(bases: Limits, memsz: bigint, align: bigint, stays: StaysWithin | undefined): Limits {
  if (stays === undefined) return bases;
  const { min, max } = bases;
  const { because } = stays;
  const size = BigInt(stays.bytes);
  const fits = (base: bigint): boolean => isInOneBlock(base, memsz, size);
  const below = max - (max % size) + size - memsz;
  return {
    ...bases,
    ...(fits(min) ? {} : { min: upTo(upTo(min, size), align), minBecause: because }),
    ...(fits(max) ? {} : { max: below - (below % align), maxBecause: because }),
  };
}

function upTo(value: bigint, multiple: bigint): bigint {
  return value + ((multiple - (value % multiple)) % multiple);
}

/** The bases at which the fixup's own check passes; undefined when that is all of them. */
function allowedBy(fixup: Fixup, wordBits: 32 | 64): Bases[] | undefined {
  const { application, value, coefficient, block } = fixup;
  const { check } = application.rule;
  const { range } = coefficient === 0n ? check : movingCheck(check);
  if (!range) return undefined;
  const { min, max } = limits(range);
  if (block !== undefined) {
    // A target in the image is reached wherever the image lies within one block.
    return application.target.kind === 'image'
      ? undefined
      : arc(...fromBlock(value, block, min, max), wordBits);
  }
  if (coefficient === 0n) return undefined;
  // What may be read either way is an address here, and the image is not around 0.
  const isAddress = range.kind === 'either' && coefficient === 1n && application.target.kind === 'image';
  if (isAddress) return arc(-value, max, wordBits);
  // value + coefficient * base must be one of min … max - 1 on the circle of words.
  return arc(coefficient === 1n ? min - value : value - (max - 1n), max - min, wordBits);
}

/**
 * The bases from which a target that stays is reached: the value is its distance from the start of a block. Those of
 * which it is one of `min` to `max - 1` follow each other, and what counts must lie in one of them.
 * @returns the first base, and how many there are
 */
function fromBlock(value: bigint, { bytes, at }: FixupBlock, min: bigint, max: bigint): [bigint, bigint] {
  const target = value + at - (at % bytes);
  // Rounded down, also below 0: the circle of words is a multiple of a block.
  const floor = (address: bigint): bigint => address - (((address % bytes) + bytes) % bytes);
  const first = floor(target - max + bytes);
  const last = floor(target - min);
  return [first - at, last - first + bytes];
}

/** `length` bases from `first` on, around the circle of words; undefined when that is all of them. */
function arc(first: bigint, length: bigint, wordBits: 32 | 64): Bases[] | undefined {
  const circle = 1n << BigInt(wordBits);
  if (length >= circle) return undefined;
  if (length <= 0n) return [];
  const start = BigInt.asUintN(wordBits, first);
  const end = start + length - 1n;
  if (end < circle) return [{ min: start, max: end }];
  return [
    { min: 0n, max: end - circle },
    { min: start, max: circle - 1n },
  ];
}

/** What both have in common; where `fixup`, which allows `right`, ends it, that is told. */
function intersect(left: readonly Limits[], right: readonly Bases[], fixup: Fixup): Limits[] {
  return left.flatMap((known) =>
    right.flatMap((allowed) => {
      const narrowed = {
        ...known,
        ...(allowed.min > known.min ? { min: allowed.min, minBecause: fixup } : {}),
        ...(allowed.max < known.max ? { max: allowed.max, maxBecause: fixup } : {}),
      };
      return narrowed.min <= narrowed.max ? [narrowed] : [];
    }),
  );
}
