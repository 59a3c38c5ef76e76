/** Instructions that rules know by their bytes. */
import type { BytePattern } from '../../relocator-dsl/rule-facets.ts';

/** Whether the bytes around `place` are as the patterns say; those outside of `data` are not. */
export function bytesMatch(data: Uint8Array, place: number, patterns: readonly BytePattern[]): boolean {
  return patterns.every(({ at, mask, value }) => {
    const byte = data[place + at];
    return byte !== undefined && (byte & mask) === value;
  });
}
