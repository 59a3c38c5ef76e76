/** In which order a prologue goes through the fixups of its image. */
import type { ImageView, ViewedFixup } from './view.ts';

/**
 * Fixups by the loop that does them, each loop's in order: whole words of one size together, and of addresses that are split
 * over instructions the parts of one kind. With `records` one loop does all.
 */
export function loopsOf({ map, fixups }: ImageView): ViewedFixup[][] {
  const loops = new Map<string, ViewedFixup[]>();
  const keyOf = ({ kind, type, size }: ViewedFixup): string => {
    if (map.format === 'records') return '';
    return kind === 'word' ? `${size}` : type;
  };
  for (const fixup of fixups) {
    const loop = loops.get(keyOf(fixup));
    if (loop) loop.push(fixup);
    else loops.set(keyOf(fixup), [fixup]);
  }
  return [...loops.values()].map((loop) => loop.sort((a, b) => a.offset - b.offset));
}
