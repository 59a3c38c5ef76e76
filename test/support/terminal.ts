/** A terminal, which script(1) is to a shell. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';

export interface TerminalOptions {
  /** How wide it is; 0 where it does not tell. */
  readonly columns?: number;
  /** What it is called. */
  readonly term?: string;
  /** Variables that ask for colours, or forbid them. */
  readonly colours?: string;
}

/** All that a terminal gets from a line of the shell. @param program what `relocator` is in it */
export function typedIn(
  folder: string,
  program: string,
  line: string,
  { columns = 80, term = 'xterm', colours = 'NO_COLOR=1' }: TerminalOptions = {},
): string {
  const script = [
    `stty cols ${columns} rows 24`,
    'unset NO_COLOR FORCE_COLOR',
    `export TERM=${term} ${colours}`,
    `relocator() { ${process.execPath} ${program} "$@"; }`,
    line,
  ].join('; ');
  writeFileSync(join(folder, 'line.sh'), script);
  const words = ['script', '--quiet', '--return', '--command', 'bash line.sh', '/dev/null'];
  return run(words, [], { cwd: folder }).replaceAll('\r\n', '\n');
}
