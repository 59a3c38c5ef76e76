/** What `relocator diff` compares: an object, an image with its map, or a map alone. */

import type { BuildOptions } from '../../image/build.ts';
import { inputKind } from '../../image/elf/input-kind.ts';
import { loadMachinesOf } from '../../image/input/needed.ts';
import type { DiffSide } from '../../image/view/diff-side.ts';
import { imageSide, objectSide } from '../../image/view/side.ts';
import { about, type Inputs } from './inputs.ts';
import { readViewed } from './viewed.ts';

/**
 * Reads one side of a comparison.
 * @param options how an object is built
 * @throws InputError naming the file, when it cannot be read
 */
export async function readCompared(inputs: Inputs, path: string, options: BuildOptions): Promise<DiffSide> {
  const bytes = inputs.readObject(path);
  if (inputKind(bytes) !== 'other') {
    await loadMachinesOf(bytes);
    return about(path, () => objectSide(bytes, options));
  }
  const { map, blob } = await readViewed(inputs, path, undefined, bytes);
  return about(path, () => imageSide(map, blob));
}
