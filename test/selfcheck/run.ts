/** `npm run test:selfcheck`: programs that check themselves, as images at two bases each; see README.md beside this file. */
import { parseArgs } from 'node:util';
import { paint, progress } from '../../cli/print.ts';
import { FAMILIES } from '../machines/index.ts';
import { judged, linkersOutcome, outcomeOf, type Verdict } from './judge.ts';
import { type Image, imagesOf, type Listed, type SelfCheck } from './plan.ts';

const AT_ONCE = 2;
/** Characters of an outcome that are printed. */
const WIDTH = 200;

const { values } = parseArgs({
  options: {
    arch: { type: 'string', multiple: true },
    image: { type: 'string' },
    part: { type: 'string', default: '1' },
    linkers: { type: 'boolean' },
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
const part = Number(values.part);
const chosen = [...checks].flatMap(([arch, check]): Chosen[] =>
  imagesOf(arch, check)
    .filter(({ name }) => values.image === undefined || name.includes(values.image))
    .filter((_, index) => index % part === 0)
    .map((image) => ({ image, check })),
);
if (chosen.length === 0) {
  console.error('no image is called that; without --arch, --image and --part all are run');
  process.exit(2);
}

const counts = new Map([...checks.keys()].map((arch) => [arch, nothing()]));
const met = new Set<Listed>();
let failed = false;

async function one({ image, check }: Chosen): Promise<void> {
  progress(`${image.arch} ${image.name}`);
  const outcome = await outcomeOf(image, check);
  const { verdict, listed } = judged(outcome, check);
  const count = counts.get(image.arch);
  if (count) count[verdict]++;
  if (listed) met.add(listed);
  const asked = verdict === 'refused' && listed !== undefined && !('psabi' in listed);
  const linkers =
    asked || (values.linkers && verdict !== 'good') ? await linkersOutcome(image, check) : undefined;
  const wrong = verdict === 'wrong' || (asked && !linkers?.every((each) => each.includes(' refuses: ')));
  progress('');
  if (wrong) failed = true;
  if (!wrong && !values.verbose) return;
  console.log(
    `${wrong ? paint('red', 'WRONG') : verdict} ${image.arch} ${image.name}: ${shortened(outcome.what)}` +
      `${listed ? ` (${listed.why})` : ''}${linkers ? `\n  ${linkers.map(shortened).join('; ')}` : ''}`,
  );
}

const waiting = [...chosen];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await one(next);
  }),
);

const total = nothing();
for (const [arch, count] of counts) {
  for (const verdict of ['good', 'refused', 'known', 'wrong'] as const) total[verdict] += count[verdict];
  console.log(`${arch}: ${told(count)}`);
}
console.log(`${chosen.length} images: ${told(total)}`);
if (values.image === undefined && part === 1) {
  for (const [arch, { refused = [], known = [] }] of checks) {
    for (const { ends, why } of [...refused, ...known].filter((each) => !met.has(each))) {
      console.log(
        `${paint('red', 'STALE')} ${arch}: no image ends with ${ends} any more (${why}): take it off the list`,
      );
      failed = true;
    }
  }
}
process.exitCode = failed ? 1 : 0;

/** Enough of a message to know it by. */
function shortened(text: string): string {
  return values.verbose || text.length <= WIDTH ? text : `${text.slice(0, WIDTH)}…`;
}

function nothing(): Record<Verdict, number> {
  return { good: 0, refused: 0, known: 0, wrong: 0 };
}

function told({ good, refused, known, wrong }: Record<Verdict, number>): string {
  return `${good} good, ${refused} rightly refused, ${known} known to be wrong, ${wrong} wrong`;
}
