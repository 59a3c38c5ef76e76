/** Text for people: tables and colours, the latter only where they are wanted. */

import { printable } from '../image/trouble/printable.ts';

export type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

const CODES: Readonly<Record<Colour, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 };

/**
 * `text` in a colour if `stream` is a terminal and NO_COLOR is not set (https://no-color.org), or if FORCE_COLOR asks
 * for it (https://force-color.org; 0 and false ask for none).
 */
export function paint(colour: Colour, text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return hasColours(stream) ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
}

function hasColours(stream: NodeJS.WriteStream): boolean {
  const { FORCE_COLOR: forced = '', NO_COLOR: none = '', TERM: terminal } = process.env;
  if (forced !== '') return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && none === '' && terminal !== 'dumb';
}

/** Characters in a line of the terminal, if it tells; in a pipe nothing is broken. */
function terminalWidth(): number {
  return process.stdout.isTTY === true ? columnsOf(process.stdout) : Number.POSITIVE_INFINITY;
}

/** Characters in a line of a terminal; some, as those of serial lines, call theirs 0. */
export function columnsOf({ columns }: NodeJS.WriteStream): number {
  return columns || 80;
}

export interface Column {
  readonly title: string;
  readonly right?: boolean;
  /** For the cells; the last column is never padded, so colours do not disturb its neighbours. */
  readonly colour?: (text: string) => Colour | undefined;
}

/**
 * Columns under their titles, two blanks apart. Where that is wider than `width` characters, cells of the widest columns
 * go on in further lines.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width = terminalWidth(),
): string {
  const titles = columns.map(({ title }) => title);
  const cells = [titles, ...rows.map((row) => titles.map((_, index) => printable(row[index] ?? '')))];
  const widths = fitted(
    titles.map((_, index) => cells.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), 0)),
    width - GAP.length * (columns.length - 1),
  );
  const line = (parts: readonly string[], colourOf: (index: number) => Colour | undefined): string =>
    columns
      .map(({ right }, index) => {
        const part = parts[index] ?? '';
        const padding = ' '.repeat((widths[index] ?? 0) - part.length);
        const colour = part === '' ? undefined : colourOf(index);
        const painted = colour === undefined ? part : paint(colour, part);
        return right ? padding + painted : painted + padding;
      })
      .join(GAP)
      .trimEnd();
  return cells
    .flatMap((row, at) => {
      const parts = row.map((cell, index) => broken(cell, widths[index] ?? 0));
      const height = Math.max(...parts.map(({ length }) => length));
      const colourOf = (index: number): Colour | undefined =>
        at === 0 ? 'bold' : columns[index]?.colour?.(row[index] ?? '');
      return Array.from({ length: height }, (_, each) =>
        line(
          parts.map((part) => part[each] ?? ''),
          colourOf,
        ),
      );
    })
    .join('\n');
}

const GAP = '  ';
/** No column is made narrower than this many characters. */
const NARROWEST = 8;

/** Widths that are `available` characters together, if need be: the widest columns give way first. */
function fitted(widths: readonly number[], available: number): number[] {
  const result = [...widths];
  let excess = result.reduce((sum, each) => sum + each, 0) - available;
  while (excess > 0) {
    const widest = Math.max(...result);
    if (widest <= NARROWEST) break;
    result[result.lastIndexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return result;
}

/** `text` in lines of at most `width` characters, broken at blanks, or where a word is longer than that in the word. */
export function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const blank = rest.lastIndexOf(' ', width);
    const end = blank > 0 ? blank : width;
    lines.push(rest.slice(0, end));
    rest = rest.slice(blank > 0 ? end + 1 : end);
  }
  return [...lines, rest];
}

/** Two columns, the first one a label; what is wider than `width` characters goes on under the second. */
export function facts(rows: readonly (readonly [string, string])[], width = terminalWidth()): string {
  const label = Math.max(...rows.map(([each]) => each.length));
  const room = Math.max(width - label - 2 * GAP.length, 2 * NARROWEST);
  return rows
    .flatMap(([name, text]) =>
      broken(printable(text), room).map(
        (part, index) => `${GAP}${(index === 0 ? name : '').padEnd(label)}${GAP}${part}`,
      ),
    )
    .join('\n');
}

/** What the user may not expect, to standard error, with the name of the file that it is about. */
export function printNotes(paths: readonly string[], notes: readonly string[]): void {
  const [only, ...more] = paths;
  const about = only === undefined || more.length > 0 ? '' : `${only}: `;
  for (const note of notes) {
    process.stderr.write(`${paint('yellow', 'relocator:', process.stderr)} ${printable(about + note)}\n`);
  }
}
