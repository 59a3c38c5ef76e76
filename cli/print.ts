/** Text for people: tables and colours, the latter only where they are wanted. */

import { printable } from '../image/trouble/printable.ts';

export type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

const CODES: Readonly<Record<Colour, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 };

/** `text` in a colour if `stream` is a terminal and NO_COLOR is not set (https://no-color.org). */
export function paint(colour: Colour, text: string, stream: NodeJS.WriteStream = process.stdout): string {
  const plain = stream.isTTY !== true || (process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb';
  return plain ? text : `\u001b[${CODES[colour]}m${text}\u001b[0m`;
}

export interface Column {
  readonly title: string;
  readonly right?: boolean;
  /** For the cells; the last column is never padded, so colours do not disturb its neighbours. */
  readonly colour?: (text: string) => Colour | undefined;
}

/** Columns under their titles, two blanks apart. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...rows.map((row) => printable(row[index] ?? '').length)),
  );
  const line = (cells: readonly string[], colourOf: (index: number) => Colour | undefined): string =>
    columns
      .map(({ right }, index) => {
        const cell = printable(cells[index] ?? '');
        const padding = ' '.repeat((widths[index] ?? 0) - cell.length);
        const colour = colourOf(index);
        const painted = colour === undefined ? cell : paint(colour, cell);
        return right ? padding + painted : painted + padding;
      })
      .join('  ')
      .trimEnd();
  const head = line(
    columns.map(({ title }) => title),
    () => 'bold',
  );
  const body = rows.map((row) => line(row, (index) => columns[index]?.colour?.(row[index] ?? '')));
  return [head, ...body].join('\n');
}

/** Two columns, the first one a label. */
export function facts(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, text]) => `  ${label.padEnd(width)}  ${printable(text)}`).join('\n');
}

/** What the user may not expect, to standard error, with the name of the file that it is about. */
export function printNotes(paths: readonly string[], notes: readonly string[]): void {
  const [only, ...more] = paths;
  const about = only === undefined || more.length > 0 ? '' : `${only}: `;
  for (const note of notes) {
    process.stderr.write(`${paint('yellow', 'relocator:', process.stderr)} ${printable(about + note)}\n`);
  }
}

/** One line on the terminal that the next one replaces; nothing in a pipe. */
export function progress(text: string): void {
  if (process.stderr.isTTY === true) process.stderr.write(`\r\u001b[K${text}`);
}
