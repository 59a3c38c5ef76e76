/** The programs that run in the guests: Debian's, with the libraries that they ask for. */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CACHE, debianPackage, inScratch, run } from '../../scripts/debian-packages.ts';
import type { ArchiveEntry } from '../boot/guest.ts';
import type { EarlyMachine } from './machine.ts';

const DIRECTORY = 0o040755;
const PROGRAM = 0o100755;
/** Scripts are for busybox. */
const SHELL = { name: '/bin/sh', mode: 0o120777, data: Buffer.from('busybox') };
const CONSOLE = { name: 'dev/console', mode: 0o020600, device: [5, 1] as const };

/** Debian's packages of a machine, unpacked over each other once. */
function unpacked({ debian, suite, packages }: EarlyMachine): string {
  const target = join(CACHE, 'early', 'programs', debian);
  if (existsSync(target)) return target;
  inScratch((scratch) => {
    const options = suite === undefined ? {} : { suite };
    for (const name of packages)
      run('dpkg-deb', ['-x', debianPackage(name, debian, options), 'unpacked'], scratch);
    run('mkdir', ['-p', join(target, '..')], scratch);
    run('mv', ['unpacked', target], scratch);
  });
  return target;
}

/** Every file there is, by its name without folders. */
function filesIn(folder: string): Map<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    found
      .filter((each) => !each.isDirectory() && !/\/(share|etc)(\/|$)/.test(each.parentPath))
      .map((each) => [each.name, join(each.parentPath, each.name)]),
  );
}

/** What a program's dynamic section asks for, its interpreter included. */
function needed(path: string): string[] {
  const text = run('readelf', ['-Wld', path], '/');
  const interpreter = /Requesting program interpreter: (\S+)\]/.exec(text)?.[1];
  const libraries = [...text.matchAll(/\(NEEDED\)\s+Shared library: \[(.+)\]/g)].map(([, name = '']) => name);
  return interpreter === undefined ? libraries : [interpreter, ...libraries];
}

/**
 * Archive entries of programs, each at its place, and of all libraries they need, in /lib.
 * @throws Error that names the library that no package has
 */
export function programEntries(machine: EarlyMachine, programs: ReadonlyMap<string, string>): ArchiveEntry[] {
  const root = unpacked(machine);
  const files = filesIn(root);
  const entries = new Map<string, Uint8Array>();
  const read = (name: string): [string, Uint8Array] => {
    const path = files.get(basename(name));
    if (path === undefined)
      throw new Error(`${machine.debian}: no package of ${machine.packages.join(', ')} has ${name}`);
    const real = realpathSync(path);
    return [real, readFileSync(real)];
  };
  const waiting = [...programs].map(([place, name]) => {
    const [path, data] = read(name);
    entries.set(place, data);
    return path;
  });
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const name of needed(path)) {
      const place = name.startsWith('/') ? name.slice(1) : `lib/${name}`;
      // The C library asks for the interpreter by its name alone.
      if ([...entries.keys()].some((each) => basename(each) === basename(name))) continue;
      const [real, data] = read(name);
      entries.set(place, data);
      waiting.push(real);
    }
  }
  const folders = new Set(['dev', 'proc', 'sys']);
  for (const place of entries.keys())
    for (let at = place.indexOf('/'); at > 0; at = place.indexOf('/', at + 1))
      folders.add(place.slice(0, at));
  return [
    ...[...folders].sort().map((name) => ({ name, mode: DIRECTORY })),
    CONSOLE,
    SHELL,
    ...[...entries].map(([name, data]) => ({ name, mode: PROGRAM, data })),
  ];
}
