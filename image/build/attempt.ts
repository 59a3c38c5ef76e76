/** The smallest prologue for an image at an offset. */
import type { Prologue } from '../../codegen/prologue.ts';
import { type Format, FormatError } from '../../codegen/request.ts';
import type { ImageSource } from '../input/source.ts';
import { InputError } from '../trouble/errors.ts';
import { type Plan, planAt } from './plan.ts';
import type { BuildOptions } from './types.ts';

export interface Attempt extends Plan {
  readonly format: Format;
  readonly prologue: Prologue;
}

/** @throws InputError when there can be no image, or no format can hold it */
export async function buildAt(
  source: ImageSource,
  imageOffset: number,
  options: BuildOptions,
): Promise<Attempt> {
  const plan = planAt(source, imageOffset, options);
  return { ...plan, ...(await smallestThatFits(plan, options)) };
}

async function smallestThatFits(
  { formats, request, fixups, words }: Plan,
  { format: choice = 'auto', onStep }: BuildOptions,
): Promise<{ format: Format; prologue: Prologue }> {
  // Templates and assemblers are large, and checkBuild has no use for them.
  const { generatePrologue } = await import('../../codegen/prologue.ts');
  const reasons: string[] = [];
  let best: { format: Format; prologue: Prologue } | undefined;
  for (const format of formats) {
    // Among plain words a chain is never larger than a table of distances.
    if (format === 'delta' && best && !formats.includes('records')) break;
    onStep?.(`trying format ${format} for ${fixups.length + words.count} fixups`);
    try {
      const prologue = await generatePrologue(request(format));
      if (!best || prologue.bytes.length < best.prologue.bytes.length) best = { format, prologue };
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      reasons.push(error.message);
    }
  }
  if (best) return best;
  const advice =
    choice === 'auto' ? 'split the image' : 'leave out --format, or use --format delta or records';
  throw new InputError(reasons.map((reason) => `${reason}; ${advice}`));
}
