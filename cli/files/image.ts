/** An image that has been built, and the map beside it. */

import type { ImageMap } from '../../image/map/map.ts';
import { whyNoImage } from '../../image/map/mapped.ts';
import { parseMap } from '../../image/map/read-map.ts';
import { loadMachines } from '../../image/models.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { about, type Inputs, nameOf } from './inputs.ts';
import { STANDARD } from './places.ts';

export interface ImageFiles {
  readonly blob: Uint8Array;
  readonly map: ImageMap;
  readonly mapFile: string;
}

/**
 * Reads an image and its map.
 * @param map default: what `build` writes beside the image
 * @param read the image's bytes, if they have been read
 * @throws InputError when one cannot be read, telling what it is if it is another kind of file
 */
export async function readImage(
  inputs: Inputs,
  image: string,
  map?: string,
  read?: Uint8Array,
): Promise<ImageFiles> {
  const mapFile = map ?? mapBeside(image);
  const blob = read ?? inputs.read(image);
  try {
    const bytes = inputs.read(mapFile);
    return { blob, mapFile, map: await openMap(mapFile, bytes) };
  } catch (error) {
    // What stands in the image's place has no map beside it; one that was named may be wrong, too.
    const why = whyNoImage(blob);
    if (!(error instanceof InputError) || why === undefined) throw error;
    throw new InputError([`${nameOf(image)}: ${why}`, ...(map === undefined ? [] : error.lines)]);
  }
}

/** A map, and the machine that it is for loaded. @throws InputError naming the file when it is none */
export async function openMap(file: string, bytes: Uint8Array): Promise<ImageMap> {
  const map = await about(file, () => parseMap(bytes));
  await loadMachines([map.arch]);
  return map;
}

/** The map that `build` writes beside an image. @throws InputError when the image has no name */
export function mapBeside(image: string): string {
  if (image !== STANDARD) return `${image}.map.json`;
  throw new InputError('an image from standard input (-) has no map beside it; name its map with --map');
}
