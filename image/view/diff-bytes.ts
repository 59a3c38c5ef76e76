/** Where the contents of two images differ, section by section. */
import type { MapRange } from '../map/map.ts';
import type { DiffSide } from './diff-side.ts';
import { type ImagePart, partsOf } from './parts.ts';
import type { ImageView } from './view.ts';

/** Contents that both have: of sections that differ in size, as many bytes as the smaller one has. */
export interface BytesChange {
  readonly section: string;
  /** Which of the sections of that name it is, from 0. */
  readonly nth: number;
  /** How many bytes differ, and how many of those fixups may change: with formats that chain them they hold distances. */
  readonly count: number;
  readonly inFixups: number;
  /** The first that differs, in bytes from the section's first one. */
  readonly first: number;
  readonly compared: number;
}

interface Content {
  readonly name: string;
  readonly data: Uint8Array;
  readonly offset: number;
}

/** Empty where the bytes of one are not known. */
export function bytesChanges(old: DiffSide, now: DiffSide): BytesChange[] {
  const pairs = paired(contentsOf(old, now), contentsOf(now, old));
  const fixups = changeable(now.view);
  return pairs.flatMap(([before, after, nth]) => {
    const compared = Math.min(before.data.length, after.data.length);
    let [count, inFixups, first] = [0, 0, 0];
    for (let at = 0; at < compared; at++) {
      if (before.data[at] === after.data[at]) continue;
      if (count === 0) first = at;
      count++;
      if (fixups.has(after.offset + at)) inFixups++;
    }
    return count === 0 ? [] : [{ section: after.name, nth, count, inFixups, first, compared }];
  });
}

function contentsOf({ view, blob, unbuilt }: DiffSide, other: DiffSide): Content[] {
  if (unbuilt && other.unbuilt) return unbuilt.contents.map((each) => ({ ...each, offset: -1 }));
  if (!view || !blob || !other.view || !other.blob) return [];
  const parts = partsOf(view.map);
  // Gaps are compared where they lie alike: all else about them is told by the sections around them.
  const alike = shapeOf(parts) === shapeOf(partsOf(other.view.map));
  return parts
    .filter(({ kind }) => kind === 'section' || (kind === 'gap' && alike))
    .map(({ name, offset, size }) => ({ name, offset, data: blob.subarray(offset, offset + size) }));
}

function shapeOf(parts: readonly ImagePart[]): string {
  return JSON.stringify(parts.map(({ kind, offset, size }) => [kind, offset, size]));
}

function paired(old: readonly Content[], now: readonly Content[]): [Content, Content, number][] {
  const left = new Map<string, Content[]>();
  for (const each of now) left.set(each.name, [...(left.get(each.name) ?? []), each]);
  const seen = new Map<string, number>();
  return old.flatMap((before) => {
    const nth = seen.get(before.name) ?? 0;
    seen.set(before.name, nth + 1);
    const after = left.get(before.name)?.[nth];
    return after ? [[before, after, nth] as [Content, Content, number]] : [];
  });
}

/** The offsets of bytes that fixups may change. */
function changeable(view: ImageView | undefined): Set<number> {
  const bytes = new Set<number>();
  const add = ({ offset, size }: MapRange): void => {
    for (let at = 0; at < size; at++) bytes.add(offset + at);
  };
  for (const fixup of view?.fixups ?? []) add(fixup);
  return bytes;
}
