/** In which order a prologue goes through the fixups of its image. */
import type { ImageView, ViewedFixup } from './view.ts';

/** A chain's head, at most. */
const HEAD_BYTES = 4;

/**
 * Fixups by the loop that does them, each loop's in order: whole words of one size together, or of both where one chain has
 * them, and of addresses that are split over instructions the parts of one kind. With `records` one loop does all.
 */
export function loopsOf({ map, fixups }: ImageView): ViewedFixup[][] {
  const words = fixups.filter(({ kind }) => kind === 'word');
  const oneHead =
    map.format === 'chain' && words.length === fixups.length && map.prologue.table.size <= HEAD_BYTES;
  const loops = new Map<string, ViewedFixup[]>();
  const keyOf = ({ kind, type, size }: ViewedFixup): string => {
    if (map.format === 'records') return '';
    if (kind === 'word') return oneHead ? 'words' : `${size}`;
    return type;
  };
  for (const fixup of fixups) {
    const loop = loops.get(keyOf(fixup));
    if (loop) loop.push(fixup);
    else loops.set(keyOf(fixup), [fixup]);
  }
  return [...loops.values()].map((loop) => loop.sort((a, b) => a.offset - b.offset));
}
