/** Imports between rooms run one way, from a room to such as stand below it, and no files import each other in a circle. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** From the ground up. */
const HOUSE = ['relocator-dsl', 'reference-model', 'codegen', 'image', 'emulate', 'cli', 'index.ts'];
const IMAGE = [
  ...['models.ts', 'all-machines.ts', 'memory', 'trouble', 'elf', 'map', 'emit', 'input', 'fixups'],
  ...[
    'type-list.ts',
    'explain.ts',
    'extract.ts',
    'own-purgatory.ts',
    'verdict',
    'verdict.ts',
    'audit-places.ts',
    'audit.ts',
    'gate',
    'build',
    'build.ts',
    'judged.ts',
    'apply.ts',
    'golden.ts',
    'debug',
    'view',
    'bundle',
    'bundle.ts',
  ],
].map((name) => `image/${name}`);

/** The files that a file imports, be it for a type only. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = text.matchAll(/^(?:import|export)\b[^;']*?from '(\.[^']+)';|\bimport\('(\.[^']+)'\)/gm);
  return [...found].map(([, path, lazily]) => normalize(join(dirname(file), path ?? lazily ?? '')));
}

function filesOf(room: string): string[] {
  if (room.endsWith('.ts')) return [room];
  return readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(room, name).split(sep).join('/'));
}

describe.each([
  ['the house', HOUSE],
  ['image/', IMAGE],
])('in %s', (_, rooms) => {
  const roomOf = (file: string): number =>
    rooms.findIndex((room) => file === room || file.startsWith(`${room}/`));

  it.each(rooms)('%s imports nothing that stands above it', (room) => {
    const own = rooms.indexOf(room);
    const above = filesOf(room).flatMap((file) =>
      importsOf(file).flatMap((path) => (roomOf(path) > own ? [`${file} imports ${path}`] : [])),
    );
    expect(above).toEqual([]);
  });
});

/** The first circle that there is, as the files on it; empty if there is none. */
function circleAmong(files: readonly string[], imports: (file: string) => readonly string[]): string[] {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of imports(file)) {
      const circle = visit(next, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of files) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe('circles of imports', () => {
  it('are not in the house', () => {
    const files = HOUSE.flatMap(filesOf);
    // Some files have text of generated ones in them, with imports of those.
    const imported = (file: string): string[] => importsOf(file).filter((path) => files.includes(path));
    expect(circleAmong(files, imported)).toEqual([]);
  });

  it('are found where there are some', () => {
    const imports: Readonly<Record<string, string[]>> = { a: ['b', 'd'], b: ['d'], c: ['b'], d: ['c'] };
    expect(circleAmong(['a', 'b', 'c', 'd'], (file) => imports[file] ?? [])).toEqual(['b', 'd', 'c', 'b']);
  });
});

describe('a search for imports', () => {
  it('sees those that the house is known to have', () => {
    expect(importsOf('image/build.ts')).toContain('image/build/plan.ts');
    expect(importsOf('index.ts')).toContain('image/elf/types.ts');
    expect(filesOf('image/elf')).toContain('image/elf/write.ts');
  });

  it('knows every room of image/', () => {
    const names = readdirSync(join(ROOT, 'image')).map((name) => `image/${name}`);
    expect(names.filter((name) => !IMAGE.includes(name))).toEqual([]);
  });
});
