/** Builds a self-relocating image: prologue, table and relocated sections in one blob, with its map. */

import { hasPrologue } from '../codegen/machines/index.ts';
import { assembleImage } from './build/assemble.ts';
import { buildAt } from './build/attempt.ts';
import { planAt } from './build/plan.ts';
import type { BuildOptions, BuiltImage, BuiltWithSource } from './build/types.ts';
import { checkBeacon } from './fixups/beacon.ts';
import type { Input } from './input/files.ts';
import { openSource, type ReadInput } from './input/open.ts';
import type { ImageSource } from './input/source.ts';
import { alignUp } from './memory/bytes.ts';
import { InputError } from './trouble/errors.ts';

export type { BuildOptions, BuildSummary, BuiltImage, BuiltWithSource } from './build/types.ts';

const MAX_ROUNDS = 8;
/** Bytes that a prologue with its table may have, where nobody generates it. */
const PROLOGUE_GUESS = 0x100;

/**
 * Builds the image of a relocatable object or a static PIE, or of several objects and what they need of archives.
 * @throws InputError telling everything that stands against it
 */
export async function buildImage(input: Input, options: BuildOptions = {}): Promise<BuiltImage> {
  const { blob, map, summary, prologue } = await buildWithSource(input, options);
  return { blob, map, summary, prologue };
}

/**
 * Does all of `buildImage` that may find something against it, without generating a prologue: whoever only asks whether
 * there can be an image has the answer many times sooner.
 * @param read the input as somebody else has read it with these options
 * @throws InputError as `buildImage` does
 */
export function checkBuild(input: Input, options: BuildOptions = {}, read?: ReadInput): void {
  const source = sourceWithPrologue(input, options, read);
  const { formats } = planAt(source, alignUp(PROLOGUE_GUESS, source.imageAlignment), options);
  if (formats.length === 0) throw new RangeError('there is no format to try');
}

function sourceWithPrologue(input: Input, options: BuildOptions, read?: ReadInput): ImageSource {
  const source = openSource(input, options, read);
  const { arch, title } = source.architecture.machine;
  if (hasPrologue(arch)) return source;
  throw new InputError(
    `no prologue is generated for ${title}, only its rules are known; relocator audit and explain work for it`,
  );
}

/** `buildImage`, with the opened input and its layout. */
export async function buildWithSource(input: Input, options: BuildOptions): Promise<BuiltWithSource> {
  const source = sourceWithPrologue(input, options);
  if (options.beacon) await checkBeacon(options.beacon, source.architecture.machine);
  // The prologue's size depends on where the image starts and the other way round. The image only ever moves up, so
  // this ends; a prologue that then turns out smaller leaves a gap.
  let imageOffset = alignUp(1, source.imageAlignment);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const attempt = await buildAt(source, imageOffset, options);
    const needed = alignUp(attempt.prologue.bytes.length, source.imageAlignment);
    if (needed <= imageOffset) {
      const count = attempt.fixups.length + attempt.words.count;
      options.onStep?.(`drawing the map of ${count} fixups`);
      return assembleImage(source, attempt);
    }
    imageOffset = needed;
  }
  throw new InputError(
    `the size of the prologue does not settle in ${MAX_ROUNDS} rounds; choose another --format`,
  );
}
