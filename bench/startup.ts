/**
 * What it takes to begin: processor time of whole commands, each beside `node -e 0` in the same round, and the median of the
 * ratios. `npm run bench:startup [-- ROUNDS]` bundles the command first, as it is in the package.
 */
import { join } from 'node:path';
import { PLAIN } from '../test/machines/samples.ts';
import { withCommand } from './large.ts';
import { costOf } from './processor.ts';

const ROOT = join(import.meta.dirname, '..');
const OBJECT = join(ROOT, `test/fixtures/purgatory/${PLAIN}-gcc-small-Os.ro`);
const ROUNDS = Number(process.argv[2] ?? 21);

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

await withCommand((command, folder) => {
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
      () => costOf([...command, ...args]).seconds / costOf([process.execPath, '-e', '0']).seconds,
    );
    console.log(`${name.padEnd(14)}  ${median(ratios).toFixed(2)}`);
  }
});
