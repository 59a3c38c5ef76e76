/**
 * What it takes to begin: processor time of whole commands, each beside `node -e 0` in the same round, and the median of the
 * ratios. `npm run bench:startup [-- ROUNDS]` bundles the command first, as it is in the package.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../scripts/bundle.ts';
import { PLAIN } from '../test/machines/samples.ts';

const ROOT = join(import.meta.dirname, '..');
const OBJECT = join(ROOT, `test/fixtures/purgatory/${PLAIN}-gcc-small-Os.ro`);
const ROUNDS = Number(process.argv[2] ?? 21);

/** Seconds of processor time, the system's for it included, as the shell tells of its children. */
function processorTime(words: readonly string[]): number {
  const script = '"$@" >/dev/null || exit; times';
  const { stdout, status } = spawnSync('/bin/bash', ['-c', `${script}`, 'bash', ...words], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}`);
  const children = stdout.trim().split('\n')[1] ?? '';
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds),
    0,
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const folder = mkdtempSync(join(ROOT, '.cache/bench-'));
try {
  await bundle(folder);
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  const command = [process.execPath, join(folder, 'command/relocator.cjs')];
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['--version', ['--version']],
    ['explain TYPE', ['explain', 'R_X86_64_PC32']],
    ['audit FILE', ['audit', OBJECT]],
    ['build FILE', ['build', OBJECT, '-o', join(folder, 'image')]],
  ];
  console.log(`${'COMMAND'.padEnd(14)}  TIMES OF node -e 0 (median of ${ROUNDS})`);
  for (const [name, args] of cases) {
    const ratios = Array.from(
      { length: ROUNDS },
      () => processorTime([...command, ...args]) / processorTime([process.execPath, '-e', '0']),
    );
    console.log(`${name.padEnd(14)}  ${median(ratios).toFixed(2)}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
