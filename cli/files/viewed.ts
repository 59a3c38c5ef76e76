/** An image to look at: its bytes and the map beside them, or a map alone. */
import { isMapText } from '../../image/elf/file-kinds.ts';
import type { ImageMap } from '../../image/map/map.ts';
import { openMap, readImage } from './image.ts';
import type { Inputs } from './inputs.ts';

export interface ViewedFiles {
  readonly map: ImageMap;
  /** Absent when only the map was given. */
  readonly blob?: Uint8Array;
}

/**
 * Reads an image with its map, or a map alone.
 * @param map default: what `build` writes beside the image
 * @param bytes those of the file, if they have been read
 * @throws InputError when the file is neither, or cannot be read
 */
export async function readViewed(
  inputs: Inputs,
  path: string,
  map?: string,
  bytes: Uint8Array = inputs.read(path),
): Promise<ViewedFiles> {
  if (map === undefined && isMapText(bytes)) return { map: await openMap(path, bytes) };
  return readImage(inputs, path, map, bytes);
}
