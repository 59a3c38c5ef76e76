/** Digests by which a map tells its blob from another, and damage from what a loader wrote. */
import { createHash } from 'node:crypto';
import { InputError } from '../trouble/errors.ts';
import type { ImageMap, MapDigest, MapRange } from './map.ts';

/** Where loaders write, from the lowest on. */
function written({ symbols, late, loaderWrites = [] }: Omit<ImageMap, 'digest'>): MapRange[] {
  const names = new Set(loaderWrites);
  const named = symbols.filter(({ name }) => names.has(name));
  const ranges: MapRange[] = [];
  let end = 0;
  // Symbols may share bytes, which are taken once.
  for (const { offset, size } of [...named, ...late].sort((a, b) => a.offset - b.offset)) {
    const start = Math.max(offset, end);
    end = Math.max(end, offset + size);
    if (start < end) ranges.push({ offset: start, size: end - start });
  }
  return ranges;
}

/** The digest that belongs into the map of `blob`. */
export function digestOf(blob: Uint8Array, map: Omit<ImageMap, 'digest'>): MapDigest {
  // Not slice(): that of a Buffer is a view of the same memory.
  const fixed = Uint8Array.from(blob);
  const loaders = createHash('sha256');
  for (const { offset, size } of written(map)) {
    loaders.update(blob.subarray(offset, offset + size));
    fixed.fill(0, offset, offset + size);
  }
  return { fixed: createHash('sha256').update(fixed).digest('hex'), written: loaders.digest('hex') };
}

/** How a blob stands to the digest of its map: `written` where no more than what loaders write was changed. */
export type DigestState = 'same' | 'none' | 'written' | 'changed';

export function digestState(blob: Uint8Array, map: ImageMap): DigestState {
  if (!map.digest) return 'none';
  const now = digestOf(blob, map);
  if (now.fixed !== map.digest.fixed) return 'changed';
  return now.written === map.digest.written ? 'same' : 'written';
}

/** @throws InputError when the blob was changed where no loader writes */
export function checkDigest(blob: Uint8Array, map: ImageMap): void {
  if (digestState(blob, map) === 'changed') throw new InputError(DIGEST_CHANGED);
}

export const DIGEST_CHANGED =
  'its digest is not that of the map: it was changed where no loader writes, or the map is of another image; ' +
  'build it again, or pass its own map';
