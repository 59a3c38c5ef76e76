/** Comments in sources: their sign is not the same on every machine. */

export interface Commented {
  readonly code: string;
  /** With its sign; undefined where there is none. */
  readonly comment: string | undefined;
}

/** Takes `line` apart; a comment begins with `sign` and a space, and nothing or a space in front of it. */
export function splitComment(line: string, sign: string): Commented {
  const start = line.startsWith(`${sign} `) ? 0 : line.indexOf(` ${sign} `);
  if (start < 0) return { code: line, comment: undefined };
  return { code: line.slice(0, start).trimEnd(), comment: line.slice(start).trimStart() };
}

/** `source` without its comments, among them whole lines in the form of C, and without lines that are empty then. */
export function stripComments(source: string, sign: string): string {
  return source
    .split('\n')
    .map((line) => (line.startsWith('/*') ? '' : splitComment(line, sign).code.trimEnd()))
    .filter((line) => line !== '')
    .join('\n');
}
