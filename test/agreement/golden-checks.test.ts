/** Golden files of a project: written, checked, and what is told of every change. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLAIN } from '../machines/samples.ts';
import { relocator } from '../support/command.ts';
import { fixturePath } from '../support/golden.ts';

let folder = '';
let object = '';
let golden = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-golden-'));
  object = join(folder, 'p.ro');
  golden = join(folder, 'golden');
  cpSync(fixturePath(`${PLAIN}-gcc-small-Os.ro`), object);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Changes a golden file as another release would have written it. */
function change(name: string, what: RegExp, to: string): void {
  const path = join(golden, name);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(what);
  writeFileSync(path, text.replace(what, to));
}

const FILES = ['audit.txt', 'map.json', 'memory.sha256', 'prologue.lst'];

describe('golden files', () => {
  it('are four for each purgatory, and what is built again is as they say', async () => {
    expect(await relocator('golden', 'update', golden, object)).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(golden).sort()).toEqual(['golden.json', 'p.ro']);
    expect(readdirSync(join(golden, 'p.ro')).sort()).toEqual(FILES);
    expect(readFileSync(join(golden, 'p.ro/memory.sha256'), 'utf8').trim().split('\n').length).toBe(6);
    expect(await relocator('golden', 'check', golden)).toMatchObject({ code: 0, err: '' });
  });

  it('are found from wherever they are moved with what they are of', async () => {
    await relocator('golden', 'update', golden, object);
    const moved = join(folder, 'elsewhere');
    cpSync(golden, join(moved, 'golden'), { recursive: true });
    cpSync(object, join(moved, 'p.ro'));
    rmSync(object);
    expect(await relocator('golden', 'check', join(moved, 'golden'))).toMatchObject({ code: 0 });
  });

  it('tell by a difference of lines what became of another object', async () => {
    await relocator('golden', 'update', golden, object);
    cpSync(fixturePath(`${PLAIN}-clang-small-Os.ro`), object);
    const { code, out, err } = await relocator('golden', 'check', golden);
    expect(code).toBe(1);
    expect(err).toContain('p.ro: audit.txt, map.json, memory.sha256, prologue.lst differ');
    expect(err).toContain(`relocator golden update ${golden}`);
    expect(out).toMatch(/^-R_X86_64_32S fixup \d+$/m);
    expect(out).toMatch(/^\+R_X86_64_32S fixup \d+$/m);
    expect(out).toMatch(/^! {2}\.text +0x[0-9a-f]+, \d+ bytes +0x[0-9a-f]+, \d+ bytes$/m);
    expect(await relocator('golden', 'update', golden)).toMatchObject({ code: 0 });
    expect(await relocator('golden', 'check', golden)).toMatchObject({ code: 0 });
  });

  it.each(FILES)('tell of one changed byte: %s', async (file) => {
    await relocator('golden', 'update', golden, object);
    const path = join(golden, 'p.ro', file);
    const text = readFileSync(path, 'utf8');
    const last = text.trimEnd().length - 1;
    writeFileSync(path, `${text.slice(0, last)}${text[last] === '7' ? '8' : '7'}${text.slice(last + 1)}`);
    const { code, err } = await relocator('golden', 'check', golden);
    expect(code).toBe(1);
    expect(err).toContain(`p.ro: ${file} differ`);
  });

  it('keep the options of build', async () => {
    const options = [
      '--loader-writes',
      'kexec-tools',
      '--format',
      'records',
      '--load-align',
      '0x1000',
      '--checked',
    ];
    expect(await relocator('golden', 'update', golden, object, ...options)).toMatchObject({ code: 0 });
    const map = readFileSync(join(golden, 'p.ro/map.json'), 'utf8');
    expect(map).toContain('"format": "records"');
    expect(map).toContain('"loadAlign": 4096');
    expect(map).toContain('"loaderWrites"');
    expect(await relocator('golden', 'check', golden)).toMatchObject({ code: 0 });
  });

  it('of several purgatories are updated one by one', async () => {
    const other = join(folder, 'q.ro');
    cpSync(fixturePath(`${PLAIN}-clang-small-Os.ro`), other);
    await relocator('golden', 'update', golden, object);
    await relocator('golden', 'update', golden, other);
    expect(await relocator('golden', 'check', golden)).toMatchObject({
      code: 0,
      out: '2 as golden files say\n',
    });
    cpSync(object, other);
    const { code, err } = await relocator('golden', 'check', golden);
    expect(code).toBe(1);
    expect(err).toContain('q.ro: ');
    expect(err).not.toContain('p.ro: ');
  });

  it('of another release are told first', async () => {
    await relocator('golden', 'update', golden, object);
    change('golden.json', /"relocator": "[^"]+"/, '"relocator": "0.0.1"');
    expect(await relocator('golden', 'check', golden)).toMatchObject({ code: 0, err: '' });
    writeFileSync(join(golden, 'p.ro/audit.txt'), '');
    for (const telling of [[], ['--quiet'], ['--json']]) {
      const { err } = await relocator('golden', 'check', golden, ...telling);
      expect(err.split('\n')[0]).toMatch(
        /relocator 0\.0\.1 wrote the golden files, this is \S+; CHANGELOG\.md tells/,
      );
      expect(err.match(/CHANGELOG/g)).toHaveLength(1);
    }
  });

  it('whose maps have another version are told first, within one release too', async () => {
    await relocator('golden', 'update', golden, object);
    change('golden.json', /"map": \d+/, '"map": 0');
    change('p.ro/map.json', /"version": \d+/, '"version": 0');
    const { code, err } = await relocator('golden', 'check', golden);
    expect(code).toBe(1);
    expect(err.split('\n')[0]).toMatch(
      /relocator: the golden maps have version 0, this relocator writes \d+; CHANGELOG\.md tells what changed$/,
    );
    expect(err.split('\n')[1]).toContain('p.ro: map.json differ');
    const { out } = await relocator('golden', 'check', golden, '--json');
    expect(JSON.parse(out)).toMatchObject({ same: false, writtenBy: { map: 0 } });
  });
});

describe('the list of golden files', () => {
  it('has purgatories of one name by names of their own, and never one in place of another', async () => {
    const other = join(folder, 'arm64/p.ro');
    mkdirSync(join(folder, 'arm64'));
    cpSync(fixturePath(`${PLAIN}-clang-small-Os.ro`), other);
    await relocator('golden', 'update', golden, object);
    const { code, err } = await relocator('golden', 'update', golden, other);
    expect(code).toBe(1);
    expect(err).toMatch(
      /p\.ro: golden files of that name are of .*p\.ro; give this one another name with --name/,
    );
    expect(await relocator('golden', 'update', golden, other, '--name', 'arm64')).toMatchObject({ code: 0 });
    expect(await relocator('golden', 'check', golden)).toMatchObject({
      code: 0,
      out: '2 as golden files say\n',
    });
    expect(await relocator('golden', 'update', golden, other, '--name', 'p.ro')).toMatchObject({ code: 0 });
    expect(readFileSync(join(golden, 'golden.json'), 'utf8')).not.toContain('"../p.ro"');
  });

  it('refuses names that are no folders, and standard input', async () => {
    for (const name of ['../x', '', '..', 'golden.json', 'a/b'])
      expect(await relocator('golden', 'update', golden, object, '--name', name), name).toMatchObject({
        code: 1,
      });
    const { code, err } = await relocator('golden', 'update', golden, '-');
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('standard input cannot') });
    expect(await relocator('golden', 'update', golden, '--name', 'x')).toMatchObject({ code: 2 });
    expect(existsSync(golden)).toBe(false);
  });

  it('loses one whose input is gone by remove, which check names', async () => {
    const other = join(folder, 'q.ro');
    cpSync(object, other);
    await relocator('golden', 'update', golden, object);
    await relocator('golden', 'update', golden, other);
    rmSync(other);
    const { code, err } = await relocator('golden', 'check', golden);
    expect(code).toBe(1);
    expect(err).toContain(`relocator golden remove ${golden} q.ro`);
    expect(err).not.toContain('golden update');
    expect(await relocator('golden', 'remove', golden, 'q.r')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/no purgatory is called q\.r; close to it is q\.ro/),
    });
    const removed = await relocator('golden', 'remove', golden, 'q.ro', '--json');
    expect(JSON.parse(removed.out)).toMatchObject({
      command: 'golden remove',
      folder: golden,
      purgatories: ['q.ro'],
    });
    expect(existsSync(join(golden, 'q.ro'))).toBe(false);
    expect(await relocator('golden', 'check', golden)).toMatchObject({
      code: 0,
      out: '1 as golden files say\n',
    });
  });

  it.each(['extra', 'p.ro/more'])('has no folder like %s', async (stray) => {
    await relocator('golden', 'update', golden, object);
    cpSync(join(golden, 'p.ro'), join(folder, 'copy'), { recursive: true });
    cpSync(join(folder, 'copy'), join(golden, stray), { recursive: true });
    const { code, err } = await relocator('golden', 'check', golden);
    expect(code).toBe(1);
    expect(err).toContain(`${stray}: this folder is of no purgatory that is listed`);
  });

  it('has hostile names, which are printed so that they do nothing', async () => {
    const other = join(folder, 'e\u001b[31mvil\n::error::x.o');
    cpSync(object, other);
    const { code, out } = await relocator('golden', 'update', golden, other);
    expect(code).toBe(0);
    expect(out).not.toContain('\u001b');
    expect(out.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('what cannot be checked is told', () => {
  it.each<[string, string | undefined, RegExp]>([
    ['no list', undefined, /cannot read .*golden\.json: there is no such file.*relocator golden update/],
    ['no JSON', '{', /golden\.json: it is no list of golden files/],
    ['another JSON', '[]', /golden\.json: it is no list of golden files/],
    [
      'a name that leads elsewhere',
      '{"relocator":"0","map":1,"purgatories":[{"name":"../x","inputs":["../p.ro"],"options":[]}]}',
      /golden\.json: it is no list of golden files/,
    ],
    [
      'an option that there is not',
      '{"relocator":"0","map":1,"purgatories":[{"name":"x","inputs":["../p.ro"],"options":["--nope"]}]}',
      /golden\.json: --nope: unknown option/,
    ],
    [
      'an input that is gone',
      '{"relocator":"0","map":1,"purgatories":[{"name":"x","inputs":["../gone.ro"],"options":[]}]}',
      /cannot read .*gone\.ro/,
    ],
  ])('%s', async (_what, list, message) => {
    await relocator('golden', 'update', golden, object);
    if (list === undefined) rmSync(join(golden, 'golden.json'));
    else writeFileSync(join(golden, 'golden.json'), list);
    const { code, err } = await relocator('golden', 'check', golden);
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });

  it('an object that is refused leaves what was there', async () => {
    await relocator('golden', 'update', golden, object);
    const before = readFileSync(join(golden, 'p.ro/map.json'), 'utf8');
    writeFileSync(object, 'no object');
    expect(await relocator('golden', 'update', golden)).toMatchObject({ code: 1 });
    expect(readFileSync(join(golden, 'p.ro/map.json'), 'utf8')).toBe(before);
    expect(await relocator('golden', 'update', join(folder, 'fresh'), object)).toMatchObject({ code: 1 });
    expect(existsSync(join(folder, 'fresh'))).toBe(false);
  });

  it('contents are not kept', async () => {
    const { code, err } = await relocator('golden', 'update', golden, object, '--set', 'skip_checks=1');
    expect(code).toBe(1);
    expect(err).toContain('leave --set out');
  });
});
