/** The load bases at which every field fits, solved exactly. */
import { limits } from '../../relocator-dsl/check.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { InputError } from '../errors.ts';
import type { Fixup } from '../resolve.ts';
import { placeText } from '../troubles.ts';

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
 * @throws InputError naming the narrowest fixups when no base is left
 */
export function solveBases(
  fixups: readonly Fixup[],
  memsz: number,
  loadAlign: number,
  {
    wordBits,
    fullAddresses = 'use relocations with wider fields',
  }: Pick<Machine, 'wordBits' | 'fullAddresses'>,
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
      .map(({ min, max }) => ({ min: min + ((align - (min % align)) % align), max: max - (max % align) }))
      .filter(({ min, max }) => min <= max);
    if (narrowed.length === 0) {
      throw new InputError(
        `${placeText(fixup.application.origin)}: there is no load base, multiple of ${loadAlign}, at which it and all ` +
          `relocations before it fit; ${fullAddresses}`,
      );
    }
    left = narrowed;
  }
  const chosen = left.find(({ max }) => max > 0n) ?? left[0] ?? whole;
  return { ...chosen, limited: chosen.min !== whole.min || chosen.max !== whole.max };
}

/** The bases at which the fixup's own check passes; undefined when that is all of them. */
function allowedBy(
  { application, value, coefficient, block }: Fixup,
  wordBits: 32 | 64,
): Bases[] | undefined {
  const { range } = application.rule.check;
  // What counts from a block fits wherever the image lies within one.
  if (!range || coefficient === 0n || block !== undefined) return undefined;
  const { min, max } = limits(range);
  const circle = 1n << BigInt(wordBits);
  const length = max - min;
  if (length >= circle) return undefined;
  // value + coefficient * base must be one of min … max - 1 on the circle of words.
  const first = coefficient === 1n ? min - value : value - (max - 1n);
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
