/** The best of several loops in C, by what is looked for. */
import type { LoopCost } from './measure.ts';

type Measure = 'bytes' | 'instructions';

/** The one with the least of the first measure; of those that with the least of the second. */
function leastLoop(loops: readonly LoopCost[], first: Measure, second: Measure): LoopCost {
  const [best, ...others] = loops;
  if (!best) throw new Error('there is no loop');
  return others.reduce(
    (least, each) =>
      each[first] < least[first] || (each[first] === least[first] && each[second] < least[second])
        ? each
        : least,
    best,
  );
}

export function smallestLoop(loops: readonly LoopCost[]): LoopCost {
  return leastLoop(loops, 'bytes', 'instructions');
}

export function fastestLoop(loops: readonly LoopCost[]): LoopCost {
  return leastLoop(loops, 'instructions', 'bytes');
}
