/** `npm run test:early`: oopses of early boot, saved by a second kernel that the first one carries; see README.md beside this file. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { paint } from '../../cli/print.ts';
import { progress } from '../../cli/progress.ts';
import { CACHE } from '../../scripts/debian-packages.ts';
import type { Target } from './boots.ts';
import { EARLY_CASES, type EarlyCase, type Verdict } from './cases.ts';
import { buildKernels, RELEASES, type Release } from './kernels.ts';
import type { EarlyMachine } from './machine.ts';
import { EARLY_MACHINES } from './machines/index.ts';
import { makePayload } from './payload.ts';
import { withColumns } from './table.ts';

const LOGS = join(CACHE, 'early', 'logs');
const PAGE = fileURLToPath(new URL('../../docs/early-oops.md', import.meta.url));
const AT_ONCE = 2;

const { values } = parseArgs({
  options: {
    arch: { type: 'string', multiple: true },
    kernel: { type: 'string', multiple: true },
    case: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});
const machines = EARLY_MACHINES.filter(
  ({ arch, debian }) => values.arch?.some((name) => name === arch || name === debian) ?? true,
);
const releases = (Object.keys(RELEASES) as Release[]).filter((each) => values.kernel?.includes(each) ?? true);
const cases = EARLY_CASES.filter(({ name }) => values.case === undefined || name.includes(values.case));
if (machines.length === 0 || releases.length === 0 || cases.length === 0) {
  console.error(
    `there is no such machine, kernel or case; kernels are ${Object.keys(RELEASES).join(' and ')}`,
  );
  process.exit(2);
}
mkdirSync(LOGS, { recursive: true });

let passed = 0;
let failed = 0;

async function ready(machine: EarlyMachine, release: Release): Promise<Target> {
  const built = buildKernels(machine, release, progress);
  const payload = await makePayload(machine, built.second);
  const kernel = built.first(payload.folder);
  progress('');
  const { debian } = machine;
  console.log(
    `${debian}, Linux ${built.version}: carries ${payload.size} bytes, blob ${payload.blob}; logs in ${LOGS}`,
  );
  return { machine, kernel, payload };
}

async function one(column: string, target: Target, { name, run }: EarlyCase): Promise<string> {
  progress(`${column}: ${name}`);
  const start = Date.now();
  let verdict: Verdict;
  try {
    verdict = await run(target);
  } catch (error) {
    const wrong = error instanceof Error ? error.message : String(error);
    verdict = { cell: 'FAILED', wrong, seen: '', log: wrong };
  }
  progress('');
  const { wrong, seen, log, cell } = verdict;
  writeFileSync(join(LOGS, `${column}-${name}.log`.replaceAll(/[^a-z0-9.]+/gi, '-')), log);
  const seconds = ((Date.now() - start) / 1000).toFixed(0).padStart(4);
  if (wrong === undefined) passed++;
  else failed++;
  const mark = wrong === undefined ? paint('green', 'PASS') : paint('red', 'FAIL');
  console.log(
    `${mark} ${seconds} s  ${column}: ${name}: ${wrong === undefined ? seen : `${wrong} (${seen})`}`,
  );
  return cell;
}

const made = new Map<string, Map<string, string>>();
for (const machine of machines)
  for (const release of releases) {
    const column = `${machine.debian} ${release}`;
    const target = await ready(machine, release);
    const cells = new Map<string, string>();
    const waiting = [...cases];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
          cells.set(next.name, await one(column, target, next));
      }),
    );
    made.set(column, cells);
  }
console.log(`${passed} of ${passed + failed} went as they must`);
process.exitCode = failed > 0 ? 1 : 0;

if (failed === 0) {
  const page = readFileSync(PAGE, 'utf8');
  const names = EARLY_CASES.map(({ name }) => name);
  const renewed = withColumns(page, names, made);
  if (values.check && renewed !== page) {
    console.error('docs/early-oops.md is not what was seen: npm run test:early writes it');
    process.exitCode = 1;
  } else if (renewed !== page) {
    writeFileSync(PAGE, renewed);
    console.log('the table of docs/early-oops.md is written');
  }
}
