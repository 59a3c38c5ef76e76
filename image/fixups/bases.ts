/** The load bases at which every field fits, solved exactly. */
import { limits } from '../../relocator-dsl/check.ts';
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

export interface SolvedBases extends Bases {
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
  { wordBits, code }: Pick<Machine, 'wordBits'> & Partial<Pick<Machine, 'code'>>,
  block?: number,
): SolvedBases {
  const align = BigInt(loadAlign);
  const highest = (1n << BigInt(wordBits)) - BigInt(memsz);
  const whole: Bases = { min: 0n, max: highest - (highest % align) };
  let left: Bases[] = [whole];
  for (const fixup of fixups) {
    if (fixup.application.target.kind === 'late') continue;
    const allowed = allowedBy(fixup, wordBits);
    if (!allowed) continue;
    const narrowed = intersect(left, allowed)
      .map((bases) => within(aligned(bases, align), BigInt(memsz), align, block))
      .filter(({ min, max }) => min <= max);
    if (narrowed.length === 0) {
      throw new InputError(
        `${placeText(fixup.application.origin)}: there is no load base, multiple of ${loadAlign}, at which it and all ` +
          `relocations before it fit; ${code?.fullAddresses ?? 'use relocations with wider fields'}`,
      );
    }
    left = narrowed;
  }
  const chosen = left.find(({ max }) => max > 0n) ?? left[0] ?? whole;
  return { ...chosen, limited: chosen.min !== whole.min || chosen.max !== whole.max };
}

/** The smallest block in which the image must lie, for the sake of fixups that count from it to the image. */
export function blockOf(fixups: readonly Fixup[]): number | undefined {
  const blocks = fixups.flatMap(({ application: { target }, block }) =>
    block === undefined || target.kind === 'absolute' ? [] : [Number(block.bytes)],
  );
  return blocks.length === 0 ? undefined : Math.min(...blocks);
}

/** The multiples of `align` among `bases`. */
function aligned({ min, max }: Bases, align: bigint): Bases {
  return { min: upTo(min, align), max: max - (max % align) };
}

/** `bases` without those at both ends at which the image would lie in two blocks. */
function within({ min, max }: Bases, memsz: bigint, align: bigint, block: number | undefined): Bases {
  if (block === undefined) return { min, max };
  const size = BigInt(block);
  const fits = (base: bigint): boolean => isInOneBlock(base, memsz, size);
  const below = max - (max % size) + size - memsz;
  return {
    min: fits(min) ? min : upTo(upTo(min, size), align),
    max: fits(max) ? max : below - (below % align),
  };
}

function upTo(value: bigint, multiple: bigint): bigint {
  return value + ((multiple - (value % multiple)) % multiple);
}

/** The bases at which the fixup's own check passes; undefined when that is all of them. */
function allowedBy(fixup: Fixup, wordBits: 32 | 64): Bases[] | undefined {
  const { application, value, coefficient, block } = fixup;
  const { range } = application.rule.check;
  if (!range) return undefined;
  const { min, max } = limits(range);
  if (block !== undefined) {
    // A target in the image is reached wherever the image lies within one block.
    return application.target.kind === 'image'
      ? undefined
      : arc(...fromBlock(value, block, min, max), wordBits);
  }
  if (coefficient === 0n) return undefined;
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

function intersect(left: readonly Bases[], right: readonly Bases[]): Bases[] {
  return left.flatMap((a) =>
    right.flatMap((b) => {
      const [, min] = ascending(a.min, b.min);
      const [max] = ascending(a.max, b.max);
      return min <= max ? [{ min, max }] : [];
    }),
  );
}

function ascending(a: bigint, b: bigint): [bigint, bigint] {
  return a <= b ? [a, b] : [b, a];
}
