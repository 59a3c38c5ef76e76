/** `npm run test:boot`: real kernels kexec through self-relocating purgatories; see README.md beside this file. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { progress } from '../../cli/progress.ts';
import { CACHE } from '../../scripts/debian-packages.ts';
import { partOf } from '../support/part.ts';
import { allCases } from './cases.ts';
import { fetchKernel } from './kernels.ts';
import { runCases } from './runner.ts';

const LOGS = join(CACHE, 'boot', 'logs');

const { values } = parseArgs({
  options: {
    arch: { type: 'string', multiple: true },
    case: { type: 'string' },
    base: { type: 'string' },
    seed: { type: 'string' },
    part: { type: 'string', default: '1' },
  },
});

const part = partOf(values.part);
const seed = BigInt(values.seed ?? Math.floor(Math.random() * 0x1_0000_0000));
const chosen = allCases(seed, values.base === undefined ? undefined : BigInt(values.base))
  .filter(
    ({ machine, name }) =>
      (values.arch === undefined || values.arch.includes(machine.debian)) &&
      (values.case === undefined || name.includes(values.case)),
  )
  .filter((_, index) => index % part === 0);
if (chosen.length === 0) {
  console.error('no case is called that; without --arch and --case all are run');
  process.exit(2);
}
console.log(`${chosen.length} boots, seed ${seed} (repeat with --seed ${seed}); logs in ${LOGS}`);
for (const machine of new Set(chosen.map((each) => each.machine))) {
  progress(`fetching the kernel of ${machine.debian}`);
  fetchKernel(machine);
}
progress('');

await runCases(chosen, LOGS);
