/** The pictures of docs/motion.md, drawn from expressions: what they show is what these come to. */
import { basesPicture } from './bases.ts';
import { chainPicture } from './chain.ts';
import { movesPicture } from './moves.ts';
import { pagesPicture } from './pages.ts';

/** SVG files by their names. */
export function pictures(): Map<string, string> {
  return new Map([
    ['moves.svg', movesPicture()],
    ['pages.svg', pagesPicture()],
    ['bases.svg', basesPicture()],
    ['chain.svg', chainPicture()],
  ]);
}
