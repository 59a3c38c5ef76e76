/** What pages show of a terminal, run: lines behind `$ ` and `> ` are typed, and what stands below them is printed. */
import type { ExampleFolder } from './example-folder.ts';
import type { Fence } from './markdown.ts';

export interface Step {
  readonly line: number;
  readonly command: string;
  /** Lines it prints, in the order of output and errors; nothing is shown, and nothing compared, where there are none. */
  readonly shown: readonly string[];
}

export interface Done {
  readonly status: number;
  readonly printed: readonly string[];
}

/** A line that stands for any number of them. */
const LEFT_OUT = '…';
/** What shows how a command has ended; one that is not followed by this has to end with 0. */
const SHOWS_STATUS = 'echo $?';
/** Between the steps' output; no program prints it. */
const MARK = '\x1e';

/** @throws Error for output before the first command */
export function stepsOf({ line: first, lines }: Pick<Fence, 'line' | 'lines'>): Step[] {
  const steps: { line: number; command: string; shown: string[] }[] = [];
  for (const [index, text] of lines.entries()) {
    const line = first + 1 + index;
    const last = steps.at(-1);
    if (text.startsWith('$ ')) steps.push({ line, command: text.slice(2), shown: [] });
    else if (!last) throw new Error(`line ${line}: output, and no command that prints it`);
    else if (/^>( |$)/.test(text) && last.shown.length === 0) last.command += `\n${text.slice(2)}`;
    else last.shown.push(text);
  }
  return steps;
}

/** Types all of it into one shell, in that folder. @throws Error where the shell ends before the last of it */
export function doneSteps(folder: ExampleFolder, steps: readonly Step[]): Done[] {
  const typed = steps.map(
    ({ command }) => `${command}\n__=$?; printf '\\n${MARK}%d${MARK}\\n' $__; (exit $__)\n`,
  );
  const { stdout } = folder.bash(`exec 2>&1\n${typed.join('')}`);
  const parts = stdout.split(new RegExp(`\n${MARK}(\\d+)${MARK}\n`));
  if (parts.length !== 2 * steps.length + 1) {
    const stopped = steps[(parts.length - 1) / 2];
    throw new Error(`line ${stopped?.line}: ${stopped?.command} ended the shell: ${parts.at(-1)}`);
  }
  return steps.map((_, index) => ({
    status: Number(parts[2 * index + 1]),
    printed: (parts[2 * index] ?? '').replace(/\n$/, '').split('\n'),
  }));
}

/** What the page must show in place of what it does; undefined if that is right. */
export function wrongStep(steps: readonly Step[], index: number, done: Done): string | undefined {
  const { shown } = steps[index] ?? { shown: [] };
  const text = done.printed.join('\n');
  if (done.status !== 0 && steps[index + 1]?.command !== SHOWS_STATUS)
    return `ends with ${done.status}, and no ${SHOWS_STATUS} shows it: ${text}`;
  return shown.length === 0 || matches(shown, done.printed) ? undefined : text;
}

function matches(shown: readonly string[], printed: readonly string[]): boolean {
  const lines = shown.map((line) => (line === LEFT_OUT ? '(?:[^\n]*\n)*' : `${escaped(line)}\n`));
  return new RegExp(`^${lines.join('')}$`).test(`${printed.join('\n')}\n`);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
