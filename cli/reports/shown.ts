/** Names out of files as people can read them: what is not seen is written out, and what is long is cut. */
import { printable } from '../../image/trouble/printable.ts';

/** Most characters of a name in a cell of a page or a comment. */
export const CELL = 160;

/** Most characters of a sentence, of a list of names, or of a name in text for a terminal. */
export const SENTENCE = 1000;

/** The text printable, and cut if it is long, which is told. */
export function shown(text: string, longest = CELL): string {
  if (text.length <= longest) return printable(text);
  return `${printable(text.slice(0, longest))}… (${text.length} characters)`;
}
