/** What long work is at, on a terminal: one line of standard error that the next one replaces and that is gone in the end. */
import { printable } from '../image/trouble/printable.ts';
import { columnsOf } from './print.ts';
import type { Telling } from './tell.ts';

/** Shows what is done now. */
export type Show = (doing: string) => void;

/** Does work that shows what it is at, and takes the line away, whatever becomes of it. Who asked for quiet sees none. */
export async function withProgress<Result>(
  { quiet = false }: Telling,
  work: (show: Show) => Result | Promise<Result>,
): Promise<Result> {
  if (quiet) return work(() => undefined);
  try {
    return await work(progress);
  } finally {
    progress('');
  }
}

/** Shows the same behind which one of how many it is about. */
export function numbered(show: Show, index: number, count: number): Show {
  return (doing) => show(`${index + 1} of ${count}: ${doing}`);
}

/** One line on the terminal that the next one replaces; nothing in a pipe, nor where a line cannot be taken back. */
export function progress(text: string, stream: NodeJS.WriteStream = process.stderr): void {
  if (stream.isTTY !== true || process.env.TERM === 'dumb') return;
  // A line that goes on in the next one would not be taken back as a whole.
  stream.write(`\r\u001b[K${printable(text).slice(0, columnsOf(stream) - 1)}`);
}
