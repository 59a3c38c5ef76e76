/** An image from its sources to its end, and what the lists say of that. */
import { type BuiltImage, buildImage, InputError } from '../../index.ts';
import { programNamed } from '../support/tools.ts';
import { basesFor, entered, executed } from './enter.ts';
import { madeImage, NotMade } from './make.ts';
import type { Image, Listed, SelfCheck } from './plan.ts';

/** What a program ends with that found nothing wrong: GOOD of program/check.h. */
const GOOD = 'code 42';

export interface Outcome {
  readonly image: Image;
  /** `good`, or what happened instead. */
  readonly what: string;
}

/** Compiles, builds and runs an image. */
export async function outcomeOf(image: Image, check: SelfCheck): Promise<Outcome> {
  try {
    const built = await buildImage(await madeImage(image, check));
    return { image, what: await outcomeOfBuilt(built, image, check) };
  } catch (error) {
    if (error instanceof NotMade) return { image, what: `not made: ${error.message}` };
    if (!(error instanceof InputError)) throw error;
    return { image, what: `refused: ${error.message.split('\n').join(' / ')}` };
  }
}

/** `good` if the image finds nothing wrong at both bases, or what happened at one. */
export async function outcomeOfBuilt(
  built: BuiltImage,
  { cpu }: Pick<Image, 'cpu'>,
  { nop }: Pick<SelfCheck, 'nop'>,
): Promise<string> {
  const bases = basesFor(built);
  const { min, max } = built.map.bases;
  if (bases.length < 2) return `no two bases: 0x${min.toString(16)} to 0x${max.toString(16)}`;
  for (const base of bases) {
    const what = await entered(built, base, { cpu, nop });
    if (what !== GOOD) return `${what} at 0x${base.toString(16)}`;
  }
  return 'good';
}

/** What comes of the same objects as executables that GNU ld and lld make. */
export async function linkersOutcome(image: Image, check: SelfCheck): Promise<string[]> {
  const forms = programNamed(image.arch, 'LLD') ? (['static', 'lldstatic'] as const) : (['static'] as const);
  const outcomes: string[] = [];
  for (const form of forms) {
    const linker = form === 'static' ? 'GNU ld' : 'lld';
    try {
      const executable = await madeImage({ ...image, form, assembly: true }, check);
      outcomes.push(`${linker}: ${await executed(image.arch, executable, image.cpu)}`);
    } catch (error) {
      if (!(error instanceof NotMade)) throw error;
      outcomes.push(`${linker} refuses: ${error.message}`);
    }
  }
  return outcomes;
}

export type Verdict = 'good' | 'refused' | 'known' | 'wrong';

export interface Judgement {
  readonly verdict: Verdict;
  /** The entry of a list that says so. */
  readonly listed?: Listed;
}

/** What an outcome is by the machine's lists. */
export function judged({ image, what }: Outcome, { refused = [], known = [] }: SelfCheck): Judgement {
  if (what === 'good') return { verdict: 'good' };
  const says = ({ images, ends }: Listed): boolean => (images?.test(image.name) ?? true) && ends.test(what);
  const reason = refused.find(says);
  if (reason) return { verdict: 'refused', listed: reason };
  const listed = known.find(says);
  return listed ? { verdict: 'known', listed } : { verdict: 'wrong' };
}
