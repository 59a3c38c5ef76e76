/** Load bases at which a prologue must stop before it writes anything: what verification tries besides those that work. */
import type { ImageMap, PrologueCheck } from '../image/map/map.ts';
import { withinBlock } from '../image/map/mapped.ts';
import { FAILURES, type Failure } from '../relocator-dsl/entry.ts';
import type { Machine } from '../relocator-dsl/machine.ts';

export interface RefusedBase {
  readonly base: bigint;
  /** What is wrong with it. */
  readonly why: string;
  /** What the failure register must hold then. */
  readonly code: number;
}

/** The code that a check leaves. */
const CODES: Readonly<Record<PrologueCheck, Failure>> = {
  range: 'range',
  alignment: 'alignment',
  block: 'range',
};

/**
 * One base for each way in which the prologue can refuse one: below the range, above it, not aligned, across the end of a
 * block. None where the prologue does not look, or where there is no such base from `lowest` on up to `highest`.
 */
export function refusedBases(
  map: ImageMap,
  machine: Machine,
  lowest: bigint,
  highest: bigint,
): RefusedBase[] {
  const checks = map.prologue.stop?.checks ?? [];
  const align = BigInt(map.loadAlign);
  const { min, max } = map.bases;
  const refused = (check: PrologueCheck, why: string, base: bigint): RefusedBase[] =>
    checks.includes(check) && base >= lowest && base <= highest
      ? [{ base, why, code: FAILURES[CODES[check]].code }]
      : [];
  const down = (address: bigint): bigint => address - (address % align);
  const good = down(min < lowest ? lowest + align - 1n : min + align - 1n);
  return [
    ...refused('range', 'below the range of load bases', down(min - 1n)),
    ...refused('range', 'above the range of load bases', down(max) + align),
    ...misaligned(map, machine, good).flatMap((base) =>
      refused('alignment', 'no multiple of the load alignment', base),
    ),
    ...acrossBlocks(map, lowest).flatMap((base) => refused('block', 'across the end of a block', base)),
  ];
}

/** Half an alignment behind a base that is good, if prologues of the machine find their start there. */
function misaligned(map: ImageMap, { loading, code }: Machine, good: bigint): bigint[] {
  const half = BigInt(map.loadAlign) / 2n;
  const least = BigInt(Math.max(loading.leastAlignment ?? 1, code.alignment));
  const base = good + half;
  return half >= least && base <= map.bases.max && withinBlock(map, base) ? [base] : [];
}

/** The highest base in a block from which the image runs into the next one. */
function acrossBlocks(map: ImageMap, lowest: bigint): bigint[] {
  if (map.block === undefined) return [];
  const [block, align] = [BigInt(map.block), BigInt(map.loadAlign)];
  const from = map.bases.min > lowest ? map.bases.min : lowest;
  const base = from - (from % block) + block - align;
  return withinBlock(map, base) || base > map.bases.max ? [] : [base];
}
