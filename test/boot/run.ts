/** `npm run test:boot`: real kernels kexec through self-relocating purgatories; see README.md beside this file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { paint } from '../../cli/print.ts';
import { progress } from '../../cli/progress.ts';
import { CACHE } from '../../scripts/debian-packages.ts';
import { allCases, type Case } from './cases.ts';
import { fetchKernel } from './kernels.ts';

const AT_ONCE = 2;
const LOGS = join(CACHE, 'boot', 'logs');

const { values } = parseArgs({
  options: {
    arch: { type: 'string', multiple: true },
    case: { type: 'string' },
    base: { type: 'string' },
    seed: { type: 'string' },
  },
});

const seed = BigInt(values.seed ?? Math.floor(Math.random() * 0x1_0000_0000));
const chosen = allCases(seed, values.base === undefined ? undefined : BigInt(values.base)).filter(
  ({ machine, name }) =>
    (values.arch === undefined || values.arch.includes(machine.debian)) &&
    (values.case === undefined || name.includes(values.case)),
);
if (chosen.length === 0) {
  console.error('no case is called that; without --arch and --case all are run');
  process.exit(2);
}
console.log(`${chosen.length} boots, seed ${seed} (repeat with --seed ${seed}); logs in ${LOGS}`);
mkdirSync(LOGS, { recursive: true });
for (const machine of new Set(chosen.map((each) => each.machine))) {
  progress(`fetching the kernel of ${machine.debian}`);
  fetchKernel(machine);
}

let failed = 0;
const waiting = [...chosen];
const active = new Set<string>();

async function one({ name, run }: Case): Promise<void> {
  const start = Date.now();
  active.add(name);
  progress(`running ${[...active].join('; ')}`);
  let result: Awaited<ReturnType<Case['run']>>;
  try {
    result = await run();
  } catch (error) {
    result = { passed: false, why: error instanceof Error ? error.message : String(error), log: '' };
  }
  active.delete(name);
  progress('');
  if (!result.passed) failed++;
  writeFileSync(join(LOGS, `${name.replaceAll(/[^a-z0-9.]+/gi, '-')}.log`), result.log);
  const seconds = ((Date.now() - start) / 1000).toFixed(0).padStart(4);
  const mark = result.passed ? paint('green', 'PASS') : paint('red', 'FAIL');
  console.log(`${mark} ${seconds} s  ${name}: ${result.why}`);
}

await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await one(next);
  }),
);
console.log(`${chosen.length - failed} of ${chosen.length} boots went as they must`);
process.exitCode = failed > 0 ? 1 : 0;
