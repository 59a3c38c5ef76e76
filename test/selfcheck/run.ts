/** `npm run test:selfcheck`: programs that check themselves, as images at two bases each; see README.md beside this file. */
import { parseArgs } from 'node:util';
import { paint } from '../../cli/print.ts';
import { progress } from '../../cli/progress.ts';
import { FAMILIES } from '../machines/index.ts';
import { partOf } from '../support/part.ts';
import {
  judged,
  type LinkerOutcome,
  linkersOutcome,
  listsOf,
  needsLinkers,
  outcomeOf,
  verdictWith,
} from './judge.ts';
import { isKept, writeKept } from './kept.ts';
import { madeImage } from './make.ts';
import { type Image, imagesOf, type SelfCheck } from './plan.ts';
import { Tally } from './tally.ts';

const AT_ONCE = 2;
/** Characters of an outcome that are printed. */
const WIDTH = 200;

const { values } = parseArgs({
  options: {
    arch: { type: 'string', multiple: true },
    image: { type: 'string' },
    part: { type: 'string', default: '1' },
    linkers: { type: 'boolean' },
    keep: { type: 'boolean' },
    verbose: { type: 'boolean', short: 'v' },
  },
});

interface Chosen {
  readonly image: Image;
  readonly check: SelfCheck;
}

const checks = new Map(
  FAMILIES.flatMap(({ selfChecks = {} }) => Object.entries(selfChecks)).filter(
    ([arch]) => values.arch === undefined || values.arch.includes(arch),
  ),
);
const part = partOf(values.part);
const chosen = [...checks].flatMap(([arch, check]): Chosen[] =>
  imagesOf(arch, check)
    .filter(({ name }) => values.image === undefined || name.includes(values.image))
    .filter(({ name }, index) => (values.keep ? check.kept.includes(name) : index % part === 0))
    .map((image) => ({ image, check })),
);
if (chosen.length === 0) {
  console.error('no image is called that; without --arch, --image and --part all are run');
  process.exit(2);
}

const tally = new Tally([...checks.keys()]);
let failed = false;

async function one({ image, check }: Chosen): Promise<void> {
  progress(`${image.arch} ${image.name}`);
  const outcome = await outcomeOf(image, check);
  const judgement = judged(outcome, check);
  const { listed } = judgement;
  const ask = needsLinkers(judgement) || (values.linkers && judgement.verdict !== 'good');
  const linkers = ask ? await linkersOutcome(image, check) : [];
  const verdict = verdictWith(judgement, linkers);
  const wrong = verdict === 'wrong';
  tally.add(image.arch, verdict);
  progress('');
  if (outcome.what === 'good' && check.kept.includes(image.name)) await kept(image, check);
  if (wrong) failed = true;
  if (!wrong && !values.verbose) return;
  console.log(
    `${wrong ? paint('red', 'WRONG') : verdict} ${image.arch} ${image.name}: ${shortened(outcome.what)}` +
      `${listed ? ` (listed: ${listed.why})` : ''}${linkers.map(told).join('')}`,
  );
}

/** Keeps the object, or holds what is kept against what compilers make today. */
async function kept(image: Image, check: SelfCheck): Promise<void> {
  const object = await madeImage(image, check);
  if (values.keep) return writeKept(image, object);
  if (isKept(image, object)) return;
  failed = true;
  console.log(
    `${paint('red', 'STALE')} ${image.arch} ${image.name}: compilers make another object than is kept in ` +
      'test/fixtures/selfcheck; write it with --keep',
  );
}

const waiting = [...chosen];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await one(next);
  }),
);

for (const line of tally.lines()) console.log(line);
for (const [arch, check] of checks) {
  const names = imagesOf(arch, check).map(({ name }) => name);
  for (const [{ images, why }] of listsOf(check).filter(
    ([each]) => !names.some((name) => each.images.test(name)),
  )) {
    console.log(
      `${paint('red', 'STALE')} ${arch}: no image is called ${images} (${why}): take it off the list`,
    );
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;

function told({ linker, refuses, what }: LinkerOutcome): string {
  return `\n  ${linker}${refuses ? ' refuses' : ''}: ${shortened(what)}`;
}

/** Enough of a message to know it by. */
function shortened(text: string): string {
  return values.verbose || text.length <= WIDTH ? text : `${text.slice(0, WIDTH)}…`;
}
