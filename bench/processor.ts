/** What a command costs: processor time, the system's for it included, and its largest resident set. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Cost {
  /** Of processor time. */
  readonly seconds: number;
  /** Of its largest resident set. */
  readonly bytes: number;
}

/** Exit codes that a command may have, and has done its work all the same. */
const DONE = [0, 1];

/** Runs a command, whose output is thrown away. @throws Error when it ends with another exit code, or `time` is missing */
export function costOf(command: readonly string[]): Cost {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-cost-'));
  try {
    const told = join(folder, 'memory');
    const script = 'told=$1; shift; /usr/bin/time -q -f %M -o "$told" "$@" >/dev/null 2>&1; echo $?; times';
    const { stdout } = spawnSync('/bin/bash', ['-c', script, 'bash', told, ...command], { encoding: 'utf8' });
    const [status = '', , children = ''] = stdout.trim().split('\n');
    if (status === '127') throw new Error('/usr/bin/time or the command is missing: apt-get install time');
    if (!DONE.includes(Number(status))) throw new Error(`${command.join(' ')} ended with ${status}`);
    const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
      (sum, [, minutes, rest]) => sum + 60 * Number(minutes) + Number(rest),
      0,
    );
    return { seconds, bytes: Number(readFileSync(told, 'utf8').trim()) * 1024 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The cheapest of several runs of each command, one after the other in each round: what else runs makes none cheaper. */
export function costsOf(commands: readonly (readonly string[])[], rounds: number): Cost[] {
  const costs = commands.map((): Cost[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, command] of commands.entries()) costs[index]?.push(costOf(command));
  return costs.map((each) => each.reduce((least, cost) => (cost.seconds < least.seconds ? cost : least)));
}
