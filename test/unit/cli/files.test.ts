/** Nothing is lost: what a command reads and writes, whatever the names lead to. */
import { spawn } from 'node:child_process';
import fs, {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PLAIN } from '../../machines/samples.ts';
import { relocator } from '../../support/command.ts';
import { fixturePath } from '../../support/golden.ts';
import { run } from '../../support/run.ts';

/** Names that cannot be taken, as if the file system refused. */
const stuck = new Set<string>();
const { renameSync } = fs;
/** Also for modules that other tests of this process have loaded. */
function replaceRename(by: typeof renameSync): void {
  fs.renameSync = by;
  syncBuiltinESMExports();
}
beforeAll(() => {
  replaceRename((from, to) => {
    if (stuck.has(String(to))) throw Object.assign(new Error('busy'), { code: 'EIO' });
    renameSync(from, to);
  });
});
afterAll(() => replaceRename(renameSync));

const OBJECT = readFileSync(fixturePath(`${PLAIN}-gcc-small-Os.ro`));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-files-'));
  writeFileSync(file('in.ro'), OBJECT);
});
afterEach(() => {
  stuck.clear();
  rmSync(folder, { recursive: true });
});

const file = (name: string): string => join(folder, name);

/** All that is in the folder, by name. */
function contents(): Map<string, string> {
  const names = readdirSync(folder).filter((name) => lstatSync(file(name)).isFile());
  return new Map(names.map((name) => [name, readFileSync(file(name), 'latin1')]));
}

/** The command fails with that message, and no file is another than before. */
async function refused(args: readonly string[], message: RegExp): Promise<void> {
  const before = contents();
  const { code, err } = await relocator(...args);
  expect(err).toMatch(message);
  expect(code).toBe(1);
  expect(contents()).toEqual(before);
}

describe('an output that is an input is refused', () => {
  const build = (...more: string[]) => ['build', file('in.ro'), ...more];

  test('by the same name, by another and by both kinds of link', async () => {
    linkSync(file('in.ro'), file('hard'));
    symlinkSync('in.ro', file('soft'));
    symlinkSync('soft', file('softer'));
    mkdirSync(file('sub'));
    for (const name of ['in.ro', 'hard', 'soft', 'softer', 'sub/../in.ro', './in.ro']) {
      await refused(
        build('-o', `${folder}/${name}`),
        /it.* is an input, and would be lost; name another output/,
      );
      await refused(build('-o', file('out'), '--map', `${folder}/${name}`), /is an input/);
      await refused(['apply', file('in.ro'), '--base', '0', '-o', `${folder}/${name}`], /is an input/);
    }
  });

  test('beside the one that is named', async () => {
    linkSync(file('in.ro'), file('p.h'));
    for (const emit of ['c', 'asm', 'elf']) {
      await refused(build('--emit', emit, '-o', file('p.x')), /p.h: it is .*in.ro, which is an input/);
    }
    for (const option of ['--header', '--depfile']) {
      await refused(build(option, file('p.h'), '-o', file('q')), /p.h: it is .*in.ro, which is an input/);
      await refused(build(option, file('q'), '-o', file('q')), /would hold both|names an output/);
    }
    linkSync(file('in.ro'), file('q.map.json'));
    await refused(build('-o', file('q')), /q.map.json: it is .*in.ro, which is an input/);
  });

  test('also what gives a symbol its contents, and the map that patch reads', async () => {
    writeFileSync(file('digest'), new Uint8Array(32));
    await refused(build('--set', `sha256_digest=@${file('digest')}`, '-o', file('digest')), /it is an input/);
    await relocator('build', file('in.ro'), '-o', file('p'));
    const patch = ['patch', file('p'), `sha256_digest=@${file('digest')}`];
    await refused([...patch, '-o', file('digest')], /it is an input/);
    await refused([...patch, '-o', file('p.map.json')], /it is an input/);
    expect(await relocator(...patch, '-o', file('p'))).toMatchObject({ code: 0, err: '' });
  });

  test('and so is one that is another output', async () => {
    symlinkSync('.', file('here'));
    await refused(build('-o', file('p'), '--map', `${folder}/here/p`), /it is also the output/);
    writeFileSync(file('p'), 'old');
    linkSync(file('p'), file('same'));
    await refused(build('-o', file('p'), '--map', file('same')), /it is also the output/);
  });
});

describe('all files of a command appear or none', () => {
  test('a folder in the place of the map', async () => {
    mkdirSync(file('p.map.json'));
    const build = ['build', file('in.ro'), '-o', file('p')];
    await refused(build, /cannot write .*p.map.json: it is a directory/);
    writeFileSync(file('p'), 'old image');
    await refused(build, /it is a directory/);
  });

  test('what was there comes back when a later file cannot take its place', async () => {
    const build = ['build', file('in.ro'), '-o', file('p')];
    stuck.add(file('p.map.json'));
    await refused(build, /cannot write .*p.map.json: the device failed/);
    writeFileSync(file('p'), 'old image', { mode: 0o600 });
    writeFileSync(file('p.map.json'), 'old map');
    await refused(build, /the device failed/);
    expect(statSync(file('p')).mode & 0o777).toBe(0o600);
    stuck.clear();
    expect(await relocator(...build)).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(folder).sort()).toEqual(['in.ro', 'p', 'p.map.json']);
    expect(statSync(file('p')).mode & 0o777).toBe(0o600);
  });

  test('an output behind a symbolic link is written where that leads', async () => {
    symlinkSync('deep/p', file('p'));
    mkdirSync(file('deep'));
    expect(await relocator('build', file('in.ro'), '-o', file('p'))).toMatchObject({ code: 0, err: '' });
    expect(lstatSync(file('p')).isSymbolicLink()).toBe(true);
    expect(statSync(file('deep/p')).size).toBeGreaterThan(0);
    symlinkSync('loop', file('loop'));
    await refused(['build', file('in.ro'), '-o', file('loop')], /its symbolic links lead in a circle/);
  });
});

describe('what is no regular file', () => {
  test('is written to, not replaced', async () => {
    await refused(
      ['build', file('in.ro'), '-o', '/dev/full'],
      /cannot write \/dev\/full: there is no space left/,
    );
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
    await refused(['build', file('in.ro'), '-o', file('p'), '--map', '/dev/full'], /no space left/);
    expect(readdirSync('/dev').filter((name) => name.endsWith('.json'))).toEqual([]);
    // A source with its header in itself.
    await refused(['build', file('in.ro'), '-o', '/dev/full', '--emit', 'c'], /no space left/);
    expect(readdirSync('/dev').filter((name) => name.endsWith('.h'))).toEqual([]);
  });

  test('may be a FIFO, on both sides', async () => {
    await relocator('build', file('in.ro'), '-o', file('p'));
    run(['mkfifo', file('into'), file('from')]);
    const cat = spawn('/bin/sh', [
      '-c',
      'cat "$0/in.ro" >"$0/into" & cat "$0/from" >"$0/copy"; wait',
      folder,
    ]);
    const ended = new Promise((done) => cat.on('close', done));
    expect(await relocator('build', file('into'), '-o', file('from'))).toMatchObject({ code: 0, err: '' });
    await ended;
    expect(Buffer.compare(readFileSync(file('copy')), readFileSync(file('p')))).toBe(0);
    expect(lstatSync(file('from')).isFIFO()).toBe(true);
  });

  test('is read up to the limit', async () => {
    const message =
      /\/dev\/zero is larger than any purgatory: a file may have .*, and what is read from .* 0x4000000 \(64 MiB\)/;
    await refused(['build', '/dev/zero', '-o', file('p')], message);
    await relocator('build', file('in.ro'), '-o', file('p'));
    await refused(['patch', file('p'), 'sha256_digest=@/dev/zero'], message);
  });

  test('and - is standard input and standard output', async () => {
    await relocator('build', file('in.ro'), '-o', file('p'));
    const command = ['node', '--import', 'tsx', 'cli/relocator.ts', 'build', '-', '-o', '-'];
    const piped = `${command.join(' ')} --map "$0/m" <"$0/in.ro" 2>"$0/err" | cat >"$0/out"; exit \${PIPESTATUS[0]}`;
    run(['bash', '-c', piped, folder]);
    expect(Buffer.compare(readFileSync(file('out')), readFileSync(file('p')))).toBe(0);
    expect(readFileSync(file('m'), 'utf8')).toBe(readFileSync(file('p.map.json'), 'utf8'));
    expect(readFileSync(file('err'), 'utf8')).toMatch(/^-, .*m\n +machine/);
    await refused(['verify', '-'], /name its map with --map/);
  });
});
