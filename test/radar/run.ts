/** `npm run radar`: what compilers emit, into test/fixtures/radar/emitted.txt and docs/radar.md; with --check both are held. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { paint } from '../../cli/print.ts';
import { progress } from '../../cli/progress.ts';
import { partOf } from '../support/part.ts';
import { compilersOf, type Job, jobsOf, MACHINES } from './corpus.ts';
import { type Emitted, emittedBy, versionOf } from './emitted.ts';
import { findingsText, gathered, type MachineFindings, readFindings } from './findings.ts';
import { radarPage } from './page.ts';

const AT_ONCE = 2;
const FINDINGS = fileURLToPath(new URL('../fixtures/radar/emitted.txt', import.meta.url));
const PAGE = fileURLToPath(new URL('../../docs/radar.md', import.meta.url));

const { values } = parseArgs({
  options: {
    check: { type: 'boolean' },
    arch: { type: 'string', multiple: true },
    part: { type: 'string', default: '1' },
  },
});
const part = partOf(values.part);
const kept = existsSync(FINDINGS) ? readFindings(readFileSync(FINDINGS, 'utf8')) : [];
/** Those that are asked for; what is held is what is kept. */
const machines = MACHINES.filter((arch) =>
  values.arch ? values.arch.includes(arch) : !values.check || kept.some((each) => each.arch === arch),
);
if (machines.length === 0) {
  console.error(`--arch is one of ${MACHINES.join(', ')}`);
  process.exit(2);
}
if (!values.check && part !== 1) {
  console.error('a part can only be held against what is kept: add --check');
  process.exit(2);
}

const all = machines.flatMap((arch) => jobsOf(arch));
const jobs = all.filter((_, index) => index % part === 0);
const versions = new Map<string, string>();
for (const arch of machines) {
  for (const compiler of compilersOf(arch)) {
    versions.set(`${arch} ${compiler}`, await versionOf(arch, compiler));
  }
}

const done = new Map<Job, Emitted>();
const waiting = [...jobs];
async function worker(): Promise<void> {
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
    progress(`${done.size + 1} of ${jobs.length}: ${job.arch} ${job.compiler} ${job.flags}`);
    done.set(job, await emittedBy(job, versions.get(`${job.arch} ${job.compiler}`) ?? ''));
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, worker));
progress('');

if (values.check) process.exitCode = held() ? 0 : 1;
else {
  const found = machines.map((arch): MachineFindings => {
    const own = jobs.filter((job) => job.arch === arch);
    return {
      arch,
      compilers: versionsOf(arch),
      jobs: gathered(own.map((job) => ({ ...job, emitted: emittedOf(job) }))),
    };
  });
  const others = kept.filter(({ arch }) => !machines.includes(arch) && MACHINES.includes(arch));
  const whole = [...others, ...found].sort((one, other) => (one.arch < other.arch ? -1 : 1));
  writeFileSync(FINDINGS, findingsText(whole));
  writeFileSync(PAGE, radarPage(whole, MACHINES));
  console.log(`${jobs.length} sets of objects looked at; see git diff docs/radar.md`);
}

function versionsOf(arch: string): Record<string, string> {
  return Object.fromEntries(
    compilersOf(arch).map((compiler) => [compiler, versions.get(`${arch} ${compiler}`) ?? '']),
  );
}

function emittedOf(job: Job): Emitted {
  const emitted = done.get(job);
  if (!emitted) throw new Error(`${job.arch} ${job.compiler} ${job.flags} was not compiled`);
  return emitted;
}

/** Whether what was compiled now is what is kept, job by job, and the page what is made of it. */
function held(): boolean {
  const wrong: string[] = [];
  for (const job of jobs) {
    const { arch, compiler, flags } = job;
    const machine = kept.find((each) => each.arch === arch);
    const found = machine?.jobs.find((each) => each.flags === flags && each.compilers.includes(compiler));
    const line = (emitted: Emitted): string =>
      findingsText([{ arch, compilers: {}, jobs: [{ flags, compilers: [compiler], emitted }] }]);
    if (machine?.compilers[compiler] !== versions.get(`${arch} ${compiler}`)) {
      wrong.push(
        `${arch}: ${compiler} is ${versions.get(`${arch} ${compiler}`)}, and was ${machine?.compilers[compiler]}`,
      );
    } else if (found === undefined || line(found.emitted) !== line(emittedOf(job))) {
      wrong.push(
        `${arch} ${compiler} ${flags}: it emits\n${line(emittedOf(job))}and what is kept is\n${found ? line(found.emitted) : 'nothing'}`,
      );
    }
  }
  if (readFileSync(PAGE, 'utf8') !== radarPage(kept, MACHINES))
    wrong.push('docs/radar.md is not what is made of test/fixtures/radar/emitted.txt');
  for (const each of new Set(wrong)) console.log(`${paint('red', 'WRONG')} ${each}`);
  console.log(
    `${jobs.length} of ${all.length} sets of objects held against what is kept: ${wrong.length} wrong`,
  );
  return wrong.length === 0;
}
