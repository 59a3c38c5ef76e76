/** `npm run test:early`: oopses of early boot, saved by what the first kernel carries; see README.md beside this file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { progress } from '../../cli/progress.ts';
import { CACHE } from '../../scripts/debian-packages.ts';
import { type NamedCase, runCases } from '../boot/runner.ts';
import type { Target } from './boots.ts';
import { EARLY_CASES } from './cases.ts';
import type { Form } from './form.ts';
import { FORMS } from './forms.ts';
import { type Built, buildKernels, RELEASES, type Release } from './kernels.ts';
import type { EarlyMachine } from './machine.ts';
import { EARLY_MACHINES } from './machines/index.ts';
import { withColumns } from './table.ts';
import type { EarlyCase } from './verdict.ts';

const LOGS = join(CACHE, 'early', 'logs');
const PAGE = fileURLToPath(new URL('../../docs/early-oops.md', import.meta.url));

const { values } = parseArgs({
  options: {
    arch: { type: 'string', multiple: true },
    kernel: { type: 'string', multiple: true },
    form: { type: 'string', multiple: true },
    case: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});
const machines = EARLY_MACHINES.filter(
  ({ arch, debian }) => values.arch?.some((name) => name === arch || name === debian) ?? true,
);
const releases = (Object.keys(RELEASES) as Release[]).filter((each) => values.kernel?.includes(each) ?? true);
const cases = EARLY_CASES.filter(({ name }) => values.case === undefined || name.includes(values.case));
const forms = FORMS.filter(({ name }) => values.form?.includes(name) ?? true);
if (machines.length === 0 || releases.length === 0 || forms.length === 0 || cases.length === 0) {
  console.error(
    `there is no such machine, kernel, form or case; kernels are ${Object.keys(RELEASES).join(' and ')}, ` +
      `forms are ${FORMS.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

async function ready(machine: EarlyMachine, built: Built, form: Form): Promise<Target> {
  const payload = await form.makePayload(machine, built.second);
  const kernel = built.first(form.name, payload.folder, form.settings);
  progress('');
  const { debian } = machine;
  console.log(
    `${debian}, Linux ${built.version}: carries ${payload.size} bytes, blob ${payload.blob}; logs in ${LOGS}`,
  );
  return { machine, kernel, payload, form };
}

/** Whether a form has a case: the table has a line where it has not. */
function has({ name: form, only }: Form, { name, forms: wanted }: EarlyCase): boolean {
  return (wanted?.includes(form) ?? true) && (only?.includes(name) ?? true);
}

/** A case as it is run, which leaves what the table has of it in `cells`. */
function caseOf(
  column: string,
  target: Target,
  { name, run }: EarlyCase,
  cells: Map<string, string>,
): NamedCase {
  return {
    name: `${column}: ${name}`,
    run: async () => {
      const { cell, wrong, seen, log } = await run(target);
      cells.set(name, cell);
      return { passed: wrong === undefined, why: wrong === undefined ? seen : `${wrong} (${seen})`, log };
    },
  };
}

const made = new Map<string, Map<string, string>>();
const all: NamedCase[] = [];
for (const machine of machines)
  for (const release of releases) {
    const built = buildKernels(machine, release, progress);
    for (const form of forms.filter((each) => each.has(machine))) {
      const column = [`${machine.debian} ${release}`, form.column].filter((each) => each !== '').join(', ');
      const own = cases.filter((each) => has(form, each));
      const lines = EARLY_CASES.filter((each) => !has(form, each)).map(({ name }) => [name, '-'] as const);
      const cells = new Map<string, string>(lines);
      made.set(column, cells);
      if (own.length === 0) continue;
      const target = await ready(machine, built, form);
      all.push(...own.map((each) => caseOf(column, target, each, cells)));
    }
  }
await runCases(all, LOGS);

if (process.exitCode === 0) {
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
