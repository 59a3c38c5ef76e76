/** An image from its sources to its end, and what the lists say of that. */
import { type BuiltImage, buildImage, InputError } from '../../index.ts';
import { programNamed } from '../support/tools.ts';
import { basesFor, entered, executed } from './enter.ts';
import { madeImage, madeInput, NotMade } from './make.ts';
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
    const built = await buildImage(await madeInput(image, check));
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

export interface LinkerOutcome {
  readonly linker: string;
  readonly refuses: boolean;
  /** Why it refuses, or what comes of its executable. */
  readonly what: string;
}

/** What comes of the same objects as executables that GNU ld and lld make. */
export async function linkersOutcome(image: Image, check: SelfCheck): Promise<LinkerOutcome[]> {
  const forms = programNamed(image.arch, 'LLD') ? (['static', 'lldstatic'] as const) : (['static'] as const);
  const outcomes: LinkerOutcome[] = [];
  for (const form of forms) {
    const linker = form === 'static' ? 'GNU ld' : 'lld';
    try {
      const executable = await madeImage({ ...image, form, assembly: true }, check);
      outcomes.push({ linker, refuses: false, what: await executed(image.arch, executable, image.cpu) });
    } catch (error) {
      if (!(error instanceof NotMade)) throw error;
      outcomes.push({ linker, refuses: true, what: error.message });
    }
  }
  return outcomes;
}

export const VERDICTS = ['good', 'refused', 'unmade', 'known', 'wrong'] as const;
/**
 * `refused`: rightly, by the list; `unmade`: tools make nothing right of the sources; `known`: wrong, and listed as that;
 * `wrong`: anything else, an image that is good though a list says otherwise included.
 */
export type Verdict = (typeof VERDICTS)[number];

export interface Judgement {
  readonly verdict: Verdict;
  /** The entry of a list that names the image. */
  readonly listed?: Listed;
}

/** All that a machine's lists say, and what an image is of which it is true. */
export function listsOf({ refused = [], unmade = [], known = [] }: SelfCheck): [Listed, Verdict][] {
  return [
    ...refused.map((each): [Listed, Verdict] => [each, 'refused']),
    ...unmade.map((each): [Listed, Verdict] => [each, 'unmade']),
    ...known.map((each): [Listed, Verdict] => [each, 'known']),
  ];
}

/** What an outcome is by the machine's lists. */
export function judged({ image, what }: Outcome, check: SelfCheck): Judgement {
  const [entry] = listsOf(check).filter(([{ images }]) => images.test(image.name));
  if (entry === undefined) return { verdict: what === 'good' ? 'good' : 'wrong' };
  const [listed, verdict] = entry;
  return { verdict: listed.ends.test(what) ? verdict : 'wrong', listed };
}

/** True where linkers must refuse the same objects: no psABI says why nobody can do it. */
export function needsLinkers({ verdict, listed }: Judgement): boolean {
  return verdict === 'refused' && listed !== undefined && !('psabi' in listed);
}

/** The verdict when linkers were asked, which may take what is listed as refused. */
export function verdictWith(judgement: Judgement, linkers: readonly LinkerOutcome[]): Verdict {
  return needsLinkers(judgement) && !linkers.every(({ refuses }) => refuses) ? 'wrong' : judgement.verdict;
}
