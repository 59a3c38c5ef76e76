/** `npm run test:bare`: purgatories are entered on bare machines; see README.md beside this file. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CACHE } from '../../scripts/debian-packages.ts';
import { runCases } from '../boot/runner.ts';
import { casesOf } from './cases.ts';
import { BARE_MACHINES } from './machines/index.ts';

const LOGS = join(CACHE, 'bare', 'logs');

const { values } = parseArgs({
  options: {
    arch: { type: 'string', multiple: true },
    case: { type: 'string' },
    seed: { type: 'string' },
    few: { type: 'boolean', default: false },
  },
});

const seed = BigInt(values.seed ?? Math.floor(Math.random() * 0x1_0000_0000));
const machines = BARE_MACHINES.filter(({ arch }) => values.arch === undefined || values.arch.includes(arch));
const found = await Promise.all(machines.map((machine) => casesOf(machine, seed, values.few)));
const chosen = found
  .flatMap(({ cases }) => cases)
  .filter(({ name }) => values.case === undefined || name.includes(values.case));
if (chosen.length === 0) {
  console.error(`no case is called that; machines are ${BARE_MACHINES.map(({ arch }) => arch).join(', ')}`);
  process.exit(2);
}
console.log(`${chosen.length} boots, seed ${seed} (repeat with --seed ${seed}); logs in ${LOGS}`);
for (const reason of found.flatMap(({ leftOut }) => leftOut)) console.log(`not entered: ${reason}`);
await runCases(chosen, LOGS);
