/**
 * Programs that tests start: assemblers, linkers, compilers, and what reads their output. A shell starts them: to fork a
 * test's own process copies the page tables of all of its memory, which takes longer than most programs run.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunOptions {
  /** The folder to run in; the current one unless told. */
  readonly cwd?: string;
  /** What the program reads from its standard input. */
  readonly input?: string;
}

export interface Ended {
  /** More than 128 when a signal ended it. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What shells say of a command that there is none of. */
const NOT_FOUND = 127;

/** Runs a program to its end, whatever its status. @throws Error where it is not installed, with what installs it */
export function attempt(
  command: readonly string[],
  args: readonly string[] = [],
  { cwd = '.', input }: RunOptions = {},
): Ended {
  shell ??= startShell();
  const { folder, commands, statuses } = shell;
  const file = (name: string): string => join(folder, name);
  if (input !== undefined) writeFileSync(file('input'), input);
  const words = [...command, ...args].map(quoted).join(' ');
  const from = input === undefined ? '/dev/null' : quoted(file('input'));
  writeSync(
    commands,
    `(cd ${quoted(cwd)} && exec ${words}) <${from} >${quoted(file('output'))} 2>${quoted(file('errors'))}; echo $?\n`,
  );
  const answer = Buffer.alloc(16);
  const status = Number(answer.toString('latin1', 0, readSync(statuses, answer)));
  const [stdout, stderr] = [readFileSync(file('output'), 'utf8'), readFileSync(file('errors'), 'utf8')];
  if (status === NOT_FOUND && stderr.includes('not found')) throw new Error(missing(command[0] ?? ''));
  return { status, stdout, stderr };
}

/** Runs a program and gives what it prints. @throws Error where it is not installed, or with what it said of a failure */
export function run(
  command: readonly string[],
  args: readonly string[] = [],
  options: RunOptions = {},
): string {
  const { status, stdout, stderr } = attempt(command, args, options);
  if (status === 0) return stdout;
  throw new Error(`${command[0]} ended with ${status}:\n${stderr.slice(-2000)}`);
}

/** What a test says of a program or file that it needs and that is not there. */
export function missing(name: string): string {
  return `${name} is not installed: run scripts/setup`;
}

/** A shell that runs a line for each of `commands`, and writes its status to `statuses`. */
interface Shell {
  readonly folder: string;
  readonly commands: number;
  readonly statuses: number;
}

let shell: Shell | undefined;

/** The shell ends, and removes its folder, when this process does. */
function startShell(): Shell {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-run-'));
  const [commands, statuses] = [join(folder, 'commands'), join(folder, 'statuses')];
  execFileSync('mkfifo', [commands, statuses]);
  const loop = 'while read -r line; do eval "$line"; done <"$0/commands" >"$0/statuses"; rm -r "$0"';
  spawn('/bin/sh', ['-c', loop, folder], { stdio: 'ignore' }).unref();
  return { folder, commands: openSync(commands, 'w'), statuses: openSync(statuses, 'r') };
}

function quoted(word: string): string {
  if (word.includes('\n')) throw new Error(`no program is given a line break: ${word}`);
  return `'${word.replaceAll("'", "'\\''")}'`;
}
