/**
 * `npm run test:tutorial`: what docs/early-oops.md tells its reader to type, typed in an empty folder, with a fresh clone in a home
 * of its own; see README.md beside this file. Packages are installed as the page says, so that it is for Debian, as root.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { progress } from '../../cli/progress.ts';
import { stepsOf } from '../support/console-session.ts';
import { ROOT } from '../support/files.ts';
import { type Fence, readPage } from '../support/markdown.ts';

const PAGE = 'docs/early-oops.md';
/** What a reader sees who looks at the disk. */
const SAVED = [
  /^\[.*\] Linux version /m,
  /earlyoops: crashes at earliest, as asked/,
  /Oops: /,
  /^END OF LOG$/m,
];

/** What is typed: fences of bash that say so, and all terminals. */
function typedIn({ tag, info, lines, line }: Fence): string[] {
  if (tag === 'bash' && info === 'typed') return [...lines];
  return tag === 'console' ? stepsOf({ line, lines }).map(({ command }) => command) : [];
}

const folder = mkdtempSync(join(tmpdir(), 'relocator-tutorial-'));
const [home, empty, seen] = ['home', 'empty', 'seen'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
for (const each of [home, empty, seen]) mkdirSync(each);

/** `less` keeps what its reader would see; apt-get asks nothing. */
const script = [
  'set -eu',
  'shopt -s expand_aliases',
  'export DEBIAN_FRONTEND=noninteractive',
  'apt-get() { command apt-get -y "$@"; }',
  `less() { cp "$1" ${seen}/$((looked += 1)); }`,
  'looked=0',
  ...readPage(PAGE).fences.flatMap(typedIn),
  '',
].join('\n');
writeFileSync(join(folder, 'typed.sh'), script);

progress(`types ${PAGE} in ${empty}; two kernels are built, which takes minutes`);
const options = { cwd: empty, env: { ...process.env, HOME: home }, maxBuffer: 1 << 28 };
const cloned = spawnSync('git', ['clone', '-q', ROOT, join(home, 'relocator')], options);
const { status, stdout, stderr } =
  cloned.status === 0
    ? spawnSync('bash', [join(folder, 'typed.sh')], {
        ...options,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    : cloned;
progress('');

const looks = readdirSync(seen).sort();
const troubles = looks.flatMap((name) => {
  const text = readFileSync(join(seen, name), 'latin1');
  const missing = SAVED.filter((each) => !each.test(text));
  console.log(
    `look ${name} at the disk: ${missing.length === 0 ? 'the oops is there' : `no ${missing.join(', ')}`}`,
  );
  return missing;
});
if (status !== 0 || looks.length !== 2 || troubles.length > 0) {
  console.error(`${stdout}\n${stderr}`.split('\n').slice(-60).join('\n'));
  console.error(`${PAGE} does not do what it says: bash ended with ${status}; all is left in ${folder}`);
  process.exit(1);
}
rmSync(folder, { recursive: true });
console.log(`${PAGE}: typed as it stands, its oops was found ${looks.length} times`);
