/** Runs cases of QEMU, some at once, and prints a line for each. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paint } from '../../cli/print.ts';
import { progress } from '../../cli/progress.ts';

const AT_ONCE = 2;

export interface Outcome {
  readonly passed: boolean;
  readonly why: string;
  readonly log: string;
}

export interface NamedCase {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

/** Runs all of them, with a log of each in the folder `logs`, and sets the exit code to 1 if one did not go as it must. */
export async function runCases(cases: readonly NamedCase[], logs: string): Promise<void> {
  mkdirSync(logs, { recursive: true });
  let failed = 0;
  const waiting = [...cases];
  const active = new Set<string>();
  const one = async ({ name, run }: NamedCase): Promise<void> => {
    const start = Date.now();
    active.add(name);
    progress(`running ${[...active].join('; ')}`);
    let result: Outcome;
    try {
      result = await run();
    } catch (error) {
      result = { passed: false, why: error instanceof Error ? error.message : String(error), log: '' };
    }
    active.delete(name);
    progress('');
    if (!result.passed) failed++;
    writeFileSync(join(logs, `${name.replaceAll(/[^a-z0-9.]+/gi, '-')}.log`), result.log);
    const seconds = ((Date.now() - start) / 1000).toFixed(0).padStart(4);
    const mark = result.passed ? paint('green', 'PASS') : paint('red', 'FAIL');
    console.log(`${mark} ${seconds} s  ${name}: ${result.why}`);
  };
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await one(next);
    }),
  );
  console.log(`${cases.length - failed} of ${cases.length} boots went as they must`);
  process.exitCode = failed > 0 ? 1 : 0;
}
