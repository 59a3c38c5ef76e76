/** Debugging data of an image's file for debuggers, held against what GNU ld makes of the same object at the same addresses. */
import { debugFile } from '../../image/debug/debug-file.ts';
import type { ImageMap } from '../../index.ts';
import { type LinkedSection, linkAt, sectionsOf } from './link-image.ts';
import { ownNames, renamed } from './section-names.ts';

const isDebug = ({ name }: { readonly name: string }): boolean => name.startsWith('.debug_');

/** The debugging sections of the file that relocator writes. */
export function debugSectionsAt(
  object: Uint8Array,
  blob: Uint8Array,
  map: ImageMap,
  base: bigint,
): LinkedSection[] {
  return sectionsOf(Buffer.from(debugFile(blob, map, base, { object }).file)).filter(isDebug);
}

/** What differs from GNU ld's, by section; the first place of each. */
export function debugDifferences(
  ours: readonly LinkedSection[],
  object: Uint8Array,
  map: ImageMap,
  base: bigint,
): string[] {
  const sections = ownNames(map.sections);
  const theirs = linkAt(renamed(object, sections), { ...map, sections }, base).filter(isDebug);
  const names = (list: readonly LinkedSection[]): string =>
    list
      .map(({ name }) => name)
      .sort()
      .join();
  if (names(ours) !== names(theirs)) return [`ld has ${names(theirs)}, relocator ${names(ours)}`];
  return ours.flatMap(({ name, data }) => {
    const other = theirs.find((each) => each.name === name)?.data ?? new Uint8Array();
    if (Buffer.compare(data, other) === 0) return [];
    const at = data.findIndex((byte, index) => byte !== other[index]);
    return [`${name}+0x${at.toString(16)}: ${data[at]}, ld has ${other[at]}`];
  });
}
