/**
 * The same input and options give the same bytes: the command as it is in the package, in new processes under every
 * release line of Node.js, in other locales, time zones and folders. RELOCATOR_HEAVY=1 takes all of them; without, there
 * are a few, each with the short list of commands.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLAIN } from '../machines/samples.ts';
import { type BundledCommand, bundledCommand } from '../support/bundled-command.ts';
import { LONG, placeInputs, SHORT } from './commands.ts';
import { ENVIRONMENTS, type Environment, FEW, NODES, placeOf, runIn } from './environments.ts';
import { differences, filesBelow, type Outputs } from './outputs.ts';

const HEAVY = process.env.RELOCATOR_HEAVY === '1';
const [BASE, ...OTHERS] = HEAVY ? ENVIRONMENTS : FEW;
if (!BASE) throw new RangeError('there are no environments');
const isLong = ({ paired }: Environment): boolean => HEAVY && paired;
const nameOf = ({ node, locale, zone }: Environment): string => `${node}, ${locale}, ${zone}`;

let made: BundledCommand;
let folder = '';
/** What every other environment must give, too, of either list. */
const expected = { short: new Map() as Outputs, long: new Map() as Outputs };
beforeAll(async () => {
  made = await bundledCommand();
  folder = mkdtempSync(join(tmpdir(), 'relocator-determinism-'));
  expected.short = outputsIn(BASE, SHORT, 'base-short');
  if (HEAVY) expected.long = outputsIn(BASE, LONG, 'base-long');
});
afterAll(() => {
  made.remove();
  rmSync(folder, { recursive: true });
});

/** Everything that the commands write and print, in a folder of that name. */
function outputsIn(
  environment: Environment,
  commands: readonly (readonly string[])[],
  name: string,
): Outputs {
  const own = join(folder, name);
  const place = placeOf(environment, own);
  placeInputs(place);
  const printed = commands.flatMap((words): [string, Buffer][] => {
    const { status, stdout, stderr } = runIn(environment, own, [made.path, ...words]);
    expect(stderr, words.join(' ')).not.toMatch(/internal error/);
    const parts = { status: `${status}`, output: stdout, errors: stderr };
    return Object.entries(parts).map(([part, text]) => [`${words.join(' ')}: ${part}`, Buffer.from(text)]);
  });
  const outputs = new Map([...printed, ...filesBelow(place)]);
  rmSync(own, { recursive: true });
  return outputs;
}

/** What a process sees of the things that outputs must not hold. */
function telltales(environment: Environment): Map<string, string> {
  const own = join(folder, 'telltale');
  placeOf(environment, own);
  const { stdout, stderr } = runIn(environment, own, [join(import.meta.dirname, 'telltale.js')]);
  expect(stderr).toBe('');
  return new Map(Object.entries(JSON.parse(stdout) as Record<string, string>));
}

function bytesOf(told: ReadonlyMap<string, string>): Outputs {
  return new Map([...told].map(([name, text]) => [name, Buffer.from(text)]));
}

describe('environments', () => {
  test.each([BASE, ...OTHERS].map((each) => [nameOf(each), each] as const))('%s acts', (_, environment) => {
    const { locale, zone, node, umask } = environment;
    const inC = locale === 'C';
    expect(Object.fromEntries(telltales(environment))).toMatchObject({
      'the release of Node.js': NODES.get(node),
      'the language': inC ? 'en-US' : locale.slice(0, 5).replace('_', '-'),
      'the time zone': zone,
      "the C library's characters": inC ? 'ANSI_X3.4-1968' : 'UTF-8',
      'the mask of new files': `${Number.parseInt(umask, 8)}`,
    });
  });

  test('are enough to tell of what must not be in an output', () => {
    const base = bytesOf(telltales(BASE));
    const told = OTHERS.flatMap((environment) => differences(base, bytesOf(telltales(environment))));
    for (const name of base.keys())
      expect(
        told.filter((each) => each.startsWith(`${name}: `)),
        name,
      ).not.toEqual([]);
  });

  test('have every pair of a Node.js, a locale and a time zone where all commands are run', () => {
    const pairs = (list: readonly Environment[]): Set<string> =>
      new Set(
        list.flatMap(({ node, locale, zone }) => [
          `${node} ${locale}`,
          `${node} ${zone}`,
          `${locale} ${zone}`,
        ]),
      );
    expect(pairs(ENVIRONMENTS.filter(({ paired }) => paired))).toEqual(pairs(ENVIRONMENTS));
  });
});

describe('all bytes are those of every other place', () => {
  test('of commands that do what they are asked', () => {
    const status = (words: readonly string[]): string =>
      `${expected.short.get(`${words.join(' ')}: status`)}`;
    // The audit has findings.
    expect(SHORT.map(status)).toEqual(['0', '1']);
    expect(expected.short.size).toBeGreaterThan(100);
  });

  test.each(OTHERS.map((each) => [nameOf(each), each] as const))('%s', (_, environment) => {
    const [commands, same] = isLong(environment) ? [LONG, expected.long] : [SHORT, expected.short];
    expect(differences(same, outputsIn(environment, commands, 'other'))).toEqual([]);
  });

  test('called from another folder, by other names: images and maps', () => {
    const own = join(folder, 'names');
    const place = placeOf(BASE, own);
    placeInputs(place);
    const built = [place, '..'].map((from, at): Outputs => {
      const elsewhere = { ...BASE, folder: at === 0 ? '.' : join(BASE.folder, 'names') };
      const [object, image] = [join(from, `objects/${PLAIN}.ro`), join(from, 'image')];
      const { stderr } = runIn(elsewhere, own, [made.path, 'build', object, '-o', image]);
      expect(stderr).toBe('');
      return new Map(filesBelow(place).filter(([path]) => path.startsWith('image')));
    });
    expect([...(built[0]?.keys() ?? [])].sort()).toEqual(['image', 'image.map.json']);
    expect(differences(built[0] ?? new Map(), built[1] ?? new Map())).toEqual([]);
    rmSync(own, { recursive: true });
  });
});
