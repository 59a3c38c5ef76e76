/** In what the command is run: releases of Node.js, locales, time zones, and what else a process finds around it. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/files.ts';
import { attempt, type Ended } from '../support/run.ts';

export interface Environment {
  /** The release line, as `node20`. */
  readonly node: string;
  readonly locale: string;
  readonly zone: string;
  /** Behind the folder that inputs and outputs are in, which is the current one. */
  readonly folder: string;
  readonly umask: string;
  /** Further variables. */
  readonly variables: Readonly<Record<string, string>>;
  /** Whether it is one of those that, together, have every pair of a Node.js, a locale and a time zone. */
  readonly paired: boolean;
}

/** Each release line with its version, as npm has been told. */
export const NODES: ReadonlyMap<string, string> = new Map(
  Object.entries(
    (
      JSON.parse(readFileSync(join(ROOT, 'scripts/nodes/package.json'), 'utf8')) as {
        dependencies: Record<string, string>;
      }
    ).dependencies,
  ).map(([name, pinned]) => [name, `v${pinned.split('@')[1]}`]),
);

/** C's, and four that write days and long numbers in other ways and sort letters otherwise; the last has other digits. */
const LOCALES = ['C', 'de_DE.UTF-8', 'tr_TR.UTF-8', 'ja_JP.UTF-8', 'ar_EG.UTF-8'];
/** Beside UTC the one that is furthest ahead of it, and one that is half an hour off and has summer time. */
const ZONES = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'];

/** Names that another process may have for the current folder, its home, and the width of its terminal. */
const PLACES: readonly Pick<Environment, 'folder' | 'umask' | 'variables'>[] = [
  { folder: 'plain', umask: '022', variables: { HOME: '/root', USER: 'root' } },
  { folder: 'with blanks/Größe ıİ', umask: '077', variables: { HOME: '/nonexistent', COLUMNS: '40' } },
  { folder: `deep/${'further/'.repeat(20)}down`, umask: '002', variables: { TERM: 'dumb', LINES: '3' } },
  { folder: "quotes'&<>", umask: '000', variables: { TERM: 'xterm-256color', USER: 'ıi', NO_COLOR: '' } },
  { folder: 'x'.repeat(200), umask: '027', variables: { HOME: '', COLUMNS: '1000' } },
];

/** Every Node.js with every locale and every time zone; the first is that of the machines that build packages. */
export const ENVIRONMENTS: readonly Environment[] = [...NODES.keys()].flatMap((node, nodeAt) =>
  LOCALES.flatMap((locale, localeAt) =>
    ZONES.map((zone, zoneAt) => {
      const place = PLACES[(nodeAt + localeAt + zoneAt) % PLACES.length];
      if (!place) throw new RangeError('there are no places');
      const paired = (nodeAt + localeAt) % ZONES.length === zoneAt;
      return { ...place, folder: `${node}-${localeAt}${zoneAt}/${place.folder}`, node, locale, zone, paired };
    }),
  ),
);

/** A few that have every Node.js, locale and time zone, the first of all among them. */
export const FEW: readonly Environment[] = LOCALES.map((locale, at) => {
  const [node, zone] = [[...NODES.keys()][at % NODES.size], ZONES[at % ZONES.length]];
  const found = ENVIRONMENTS.find(
    (each) => each.node === node && each.locale === locale && each.zone === zone,
  );
  if (!found) throw new RangeError(`no environment has ${locale}`);
  return found;
});

/** Runs a program of Node.js in a new process. @param folder what the environment's folder stands in */
export function runIn(environment: Environment, folder: string, words: readonly string[]): Ended {
  const { locale, zone, umask, variables } = environment;
  const set = { LANG: locale, LC_ALL: locale, TZ: zone, LOCPATH: join(ROOT, '.cache/locales'), ...variables };
  const shell = ['/bin/sh', '-c', 'umask "$0" && exec "$@"', umask, programOf(environment), ...words];
  return attempt(
    [
      'env',
      '-i',
      'PATH=/usr/bin:/bin',
      ...Object.entries(set).map(([name, value]) => `${name}=${value}`),
      ...shell,
    ],
    [],
    { cwd: join(folder, environment.folder) },
  );
}

/** Makes the environment's folder, and gives it. */
export function placeOf(environment: Environment, folder: string): string {
  const place = join(folder, environment.folder);
  mkdirSync(place, { recursive: true });
  return place;
}

function programOf({ node }: Environment): string {
  const program = join(ROOT, `.cache/nodes/node_modules/${node}/bin/node`);
  if (!existsSync(program)) throw new Error(`${node} is not installed: run scripts/setup-determinism`);
  return program;
}
