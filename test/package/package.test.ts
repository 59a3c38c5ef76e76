/** The package as npm packs it, installed in an empty folder: all commands but generate, the library, and its types. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownPurgatories, ownPurgatory } from '../../index.ts';
import { PLAIN } from '../machines/samples.ts';
import { fixturePath } from '../support/golden.ts';
import { attempt, run } from '../support/run.ts';

const ROOT = join(import.meta.dirname, '../..');
const OBJECT = fixturePath(`${PLAIN}-gcc-small-Os.ro`);

let folder = '';
const file = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-package-'));
  run(['npm', 'run', '--silent', 'build'], [], { cwd: ROOT });
  run(['npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder], [], { cwd: ROOT });
  const [tarball = ''] = readdirSync(folder);
  writeFileSync(file('package.json'), '{ "private": true, "type": "module" }\n');
  run(['npm', 'install', '--no-audit', '--no-fund', '--silent', `./${tarball}`], [], { cwd: folder });
  cpSync(OBJECT, file('in.ro'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function relocator(...words: string[]): ReturnType<typeof attempt> {
  return attempt(['node_modules/.bin/relocator', ...words], [], { cwd: folder });
}

test('has what it says, and nothing that only a checkout needs', () => {
  const inside = (name: string): string => file(`node_modules/relocator/${name}`);
  for (const name of [
    'NOTICE',
    'LICENSE',
    'README.md',
    'CHANGELOG.md',
    'examples',
    'purgatory',
    'docs/man',
  ]) {
    expect(existsSync(inside(name)), name).toBe(true);
  }
  expect(readdirSync(inside('golden'))).toEqual(['vectors']);
  for (const name of ['test', 'codegen', 'cli']) expect(existsSync(inside(name)), name).toBe(false);
  // 13 of 38 MB, which only generate reads.
  for (const name of ['ts-morph', 'typescript', 'handlebars', 'commander'])
    expect(existsSync(file(`node_modules/${name}`)), name).toBe(false);
});

test.each([
  [['--version']],
  [['build', 'in.ro', '-o', 'image', '--loader-writes', 'sha256_digest']],
  [['build', 'in.ro', '-o', 'image.c', '--emit', 'c']],
  [['purgatory', '--list']],
  [['purgatory', '--arch', PLAIN, '-o', 'own']],
  [['verify', 'own', '--base', '0x10000']],
  [['map', 'image']],
  [['map', 'image', '--html', 'image.html']],
  [['patch', 'image', 'skip_checks=1']],
  [['verify', 'image', '--base', '0x10000']],
  [['apply', 'in.ro', '--base', '0x10000', '-o', 'memory']],
  [['audit', 'in.ro', '--format', 'sarif']],
  [['diff', 'in.ro', 'in.ro']],
  [['explain', 'R_X86_64_PC32']],
  [['loaders']],
  [['extract', 'in.ro']],
  [['golden', 'update', 'golden', 'in.ro']],
  [['golden', 'check', 'golden']],
  [['completion', 'bash']],
])('relocator %s', (words) => {
  expect(relocator(...words)).toMatchObject({ status: 0, stderr: '' });
});

test('has a purgatory for every machine with a prologue, as it is here', () => {
  const inside = file('node_modules/relocator/purgatory/objects');
  expect(readdirSync(inside).sort()).toEqual(
    ownPurgatories()
      .map((arch) => `${arch}.ro`)
      .sort(),
  );
  for (const arch of ownPurgatories()) {
    expect(relocator('purgatory', '--arch', arch, '--object', '-o', 'own.ro')).toMatchObject({ status: 0 });
    expect(readFileSync(file('own.ro')).equals(ownPurgatory(arch)), arch).toBe(true);
  }
});

test('generate says that it needs a checkout', () => {
  const { status, stderr } = relocator('generate', '--check');
  expect(status).toBe(1);
  expect(stderr).toMatch(/generate works in a checkout of relocator/);
});

describe('the library', () => {
  const SOURCE = `import { readFileSync } from 'node:fs';
import { applyAt, auditObject, buildImage, explainType, formatMap, parseMap, viewImage, type BuiltImage } from 'relocator';
const object: Uint8Array = readFileSync('in.ro');
const built: BuiltImage = await buildImage(object);
const again = parseMap(formatMap(built.map));
const plain = [
  structuredClone(built.map),
  structuredClone(built.summary),
  structuredClone(auditObject(object)),
  structuredClone(explainType('R_X86_64_PC32', built.map.arch)),
  structuredClone(await viewImage(built.map, built.blob)),
];
console.log(again.size === built.blob.length, applyAt(built.blob, built.map, 0x10000n).length === built.map.memsz - built.map.imageOffset, plain.length);
`;

  test('gives plain data', () => {
    const script = SOURCE.replace(/, type BuiltImage|: (Uint8Array|BuiltImage)/g, '');
    writeFileSync(file('main.mjs'), script);
    expect(attempt([process.execPath, 'main.mjs'], [], { cwd: folder })).toMatchObject({
      status: 0,
      stdout: 'true true 5\n',
      stderr: '',
    });
  });

  test.each(['node16', 'nodenext', 'bundler'])('has types for resolution %s', (resolution) => {
    writeFileSync(file('main.ts'), SOURCE);
    cpSync(join(ROOT, 'node_modules/@types/node'), file('node_modules/@types/node'), { recursive: true });
    cpSync(join(ROOT, 'node_modules/undici-types'), file('node_modules/undici-types'), { recursive: true });
    const module = resolution === 'bundler' ? 'esnext' : resolution;
    const options = [
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--module',
      module,
      '--moduleResolution',
      resolution,
    ];
    const tsc = [process.execPath, join(ROOT, 'node_modules/typescript/bin/tsc'), ...options];
    expect(attempt([...tsc, '--types', 'node', 'main.ts'], [], { cwd: folder })).toMatchObject({
      status: 0,
      stdout: '',
    });
    writeFileSync(file('wrong.ts'), SOURCE.replace("'R_X86_64_PC32', built.map.arch", '32'));
    expect(attempt([...tsc, '--types', 'node', 'wrong.ts'], [], { cwd: folder }).status).not.toBe(0);
  });
});

test('its manifest names nothing that is not there', () => {
  const own = file('node_modules/relocator');
  const manifest: { man: string[]; exports: { '.': Record<string, string> } } = JSON.parse(
    readFileSync(join(own, 'package.json'), 'utf8'),
  );
  for (const path of [...manifest.man, ...Object.values(manifest.exports['.'])])
    expect(existsSync(join(own, path)), path).toBe(true);
});
