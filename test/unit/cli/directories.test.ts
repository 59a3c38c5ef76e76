/** Directories and archives as inputs of the audit: what is taken, in which order, and what is told of the rest. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NARROW, PLAIN } from '../../machines/samples.ts';
import { archiveOf } from '../../support/archives.ts';
import { relocator } from '../../support/command.ts';
import { fixturePath } from '../../support/golden.ts';

const OBJECT = readFileSync(fixturePath(`${PLAIN}-gcc-small-Os.ro`));
const OTHER = readFileSync(fixturePath(`${NARROW}-gcc-nopic-Os.ro`));
/** An ELF file of another e_type. */
function ofType(type: number): Buffer {
  const bytes = Buffer.from(OBJECT);
  bytes.writeUInt16LE(type, 16);
  return bytes;
}
const CORE = ofType(4);
const CUT = OBJECT.subarray(0, 200);

let folder = '';
const file = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-directories-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Uint8Array): string {
  mkdirSync(join(file(name), '..'), { recursive: true });
  writeFileSync(file(name), content);
  return file(name);
}

interface Told {
  readonly file: string;
  readonly arch?: string;
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
}

/** The files of a JSON report, without the name of the folder; what was told besides; and how it ended. */
async function audited(...args: readonly string[]): Promise<{ files: Told[]; err: string; code: number }> {
  const { out, err, code } = await relocator('audit', ...args, '--format', 'json');
  const bare = (text: string): string => text.replaceAll(folder, '');
  const files = (JSON.parse(out) as { files: Told[] }).files.map((told) => ({
    ...told,
    file: bare(told.file),
  }));
  return { files, err: bare(err), code };
}

describe('--exclude', () => {
  const told = async (...globs: string[]): Promise<string[]> =>
    (await audited(folder, ...globs.flatMap((glob) => ['--exclude', glob]))).files.map((each) => each.file);

  it('takes away files and folders, by name and by path below the directory', async () => {
    for (const name of ['a.o', 'b/a.o', 'b/c.o', 'd/b/a.o', 'd/e.ko']) put(name, OBJECT);
    expect(await told('a.o')).toEqual(['/b/c.o', '/d/e.ko']);
    expect(await told('b')).toEqual(['/a.o', '/d/e.ko']);
    expect(await told('b/*')).toEqual(['/a.o', '/d/b/a.o', '/d/e.ko']);
    expect(await told('d/b', '*.ko')).toEqual(['/a.o', '/b/a.o', '/b/c.o']);
    expect(await told('d/b,?.ko')).toEqual(['/a.o', '/b/a.o', '/b/c.o']);
  });

  it('is told among what was passed over', async () => {
    put('a.o', OBJECT);
    put('b/c.o', CUT);
    const { out } = await relocator('audit', folder, '--exclude', 'b', '--json', '--all');
    expect(JSON.parse(out)).toMatchObject({
      passedOver: [{ path: file('b'), why: 'excluded by --exclude' }],
    });
  });

  it('is a usage error where no directory is named', async () => {
    const { code, err } = await relocator('audit', put('a.o', OBJECT), '--exclude', 'b');
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringContaining('--exclude is for directories'),
    });
  });
});

describe('a directory', () => {
  it('is searched in the order of code units, each file by itself, whatever its machine', async () => {
    for (const name of ['b/z.o', 'b/y/x.ko', 'B.o', 'a.o', 'a-1.o']) put(name, OBJECT);
    put('b.o', OTHER);
    const { files, err, code } = await audited(folder);
    expect(files.map((told) => told.file)).toEqual(['/B.o', '/a-1.o', '/a.o', '/b/y/x.ko', '/b/z.o', '/b.o']);
    expect(files.map(({ arch }) => arch)).toEqual([PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, NARROW]);
    expect(err).toBe(`relocator: 6 files: 5 ${PLAIN}, 1 ${NARROW}; none with findings\n`);
    expect(code).toBe(0);
    const { out } = await relocator('audit', folder);
    expect(out).toMatch(/FILE +MACHINE +RELOCATIONS .*FINDINGS\n.*B\.o +\w+ +\d+/);
    expect(out).toMatch(/6 files: .*; none with findings\n$/);
  });

  it('has counts that those of each file add up to', async () => {
    put('a.o', OBJECT);
    const whole = await relocator('audit', file('a.o'), '--format', 'json');
    const row = await relocator('audit', folder);
    const { files } = JSON.parse(whole.out) as {
      files: [{ entries: { count: number; class: string }[] }];
    };
    const [{ entries }] = files;
    const sum = (of?: string): number =>
      entries.reduce((total, each) => total + (!of || each.class === of ? each.count : 0), 0);
    const cells = row.out.split('\n')[1]?.trim().split(/ {2,}/).slice(2).map(Number);
    expect(cells).toEqual([sum(), sum('settled'), sum('fixup'), 0]);
  });

  it('has members of archives in it, and tells what it passes over', async () => {
    put(
      'lib.a',
      archiveOf([
        { name: 'a_member_with_a_long_name.o', bytes: OBJECT },
        { name: 'n.txt', bytes: Buffer.from('x') },
      ]),
    );
    put('text.c', 'int x;');
    put('empty', '');
    put('core', CORE);
    symlinkSync(folder, file('circle'));
    symlinkSync('nowhere', file('broken'));
    execFileSync('mkfifo', [file('fifo')]);
    const { files, err, code } = await audited(folder);
    expect(files.map((told) => told.file)).toEqual(['/lib.a(a_member_with_a_long_name.o)']);
    expect(err).toBe(
      `relocator: 1 file: 1 ${PLAIN}; none with findings; ` +
        'passed over: 3 no ELF files, 2 symbolic links, 1 core dumps, 1 no regular files\n',
    );
    expect(code).toBe(0);
    const { out } = await relocator('audit', folder, '--all');
    for (const told of [
      /core +core dumps/,
      /circle +symbolic links/,
      /fifo +no regular files/,
      /lib\.a\(n\.txt\) +no ELF files/,
    ])
      expect(out).toMatch(told);
  });

  it('is one of the inputs beside others', async () => {
    put('d/a.o', OBJECT);
    const other = put('e.o', OTHER);
    const { files } = await audited(other, file('d'));
    expect(files.map((told) => told.file)).toEqual(['/e.o', '/d/a.o']);
  });

  it('without anything to audit passes no gate, and neither does what is damaged in it', async () => {
    put('d/text', 'x');
    const empty = await audited(file('d'));
    expect(empty.code).toBe(1);
    expect(empty.err).toContain('relocator: /d: there is no ELF file in it to be audited\n');
    put('d/cut.o', CUT);
    put('d/lib.a', '!<arch>\nx');
    put('d/thin.a', '!<thin>\n');
    put('d/whole.o', OBJECT);
    const { files, err, code } = await audited(file('d'));
    expect(code).toBe(1);
    expect(files.map((told) => [told.file, told.findings.length])).toEqual([
      ['/d/cut.o', 1],
      ['/d/lib.a', 1],
      ['/d/thin.a', 1],
      ['/d/whole.o', 0],
    ]);
    expect(err).toMatch(/4 files: 1 \w+, 3 not audited; 3 with findings; passed over: 1 no ELF files/);
    expect(err).toMatch(/relocator: \/d\/lib\.a: the archive is damaged/);
  });

  it('is none of the inputs of a build', async () => {
    const { code, err } = await relocator('build', folder, '-o', file('p.bin'));
    expect(code).toBe(1);
    expect(err).toContain('it is a directory');
  });
});

describe('what is named', () => {
  it('is no ELF file only by mistake', async () => {
    const text = put('text', 'x');
    expect(await audited(text)).toMatchObject({ code: 1 });
    const { files, err } = await audited(text, put('a.o', OBJECT), '--each');
    expect(files.map(({ findings }) => findings.length)).toEqual([1, 0]);
    expect(err).toMatch(/relocator: \/text: not an ELF file/);
  });

  it('as an archive is its members with --each, and what build takes of it without', async () => {
    const members = ['one.o', 'two.o'].map((name) => ({ name, bytes: OBJECT }));
    const lib = put('lib.a', archiveOf(members));
    expect((await audited(lib, '--each')).files.map((told) => told.file)).toEqual([
      '/lib.a(one.o)',
      '/lib.a(two.o)',
    ]);
    expect((await audited(lib)).files.map((told) => told.file)).toEqual(['/lib.a']);
    const none = put('none.a', archiveOf([{ name: 'x', bytes: Buffer.from('x') }]));
    expect((await audited(none, '--each')).err).toContain(
      '/none.a: there is no ELF file in it to be audited',
    );
  });

  it('by a symbolic link is what it leads to', async () => {
    put('d/a.o', OBJECT);
    symlinkSync(file('d'), file('link'));
    expect((await audited(file('link'))).files.map((told) => told.file)).toEqual(['/link/a.o']);
  });

  it('is found again in a baseline by its name in the directory', async () => {
    put('d/a.o', OBJECT);
    put('d/b.o', OBJECT);
    const first = await relocator('audit', file('d'), '--deny', 'fixup', '--format', 'json');
    expect(first.code).toBe(1);
    const baseline = put('baseline.json', first.out);
    expect(await audited(file('d'), '--deny', 'fixup', '--baseline', baseline)).toMatchObject({ code: 0 });
    put('d/c.o', OBJECT);
    const { files } = await audited(file('d'), '--deny', 'fixup', '--baseline', baseline);
    expect(files.filter(({ findings }) => findings.length > 0).map((told) => told.file)).toEqual(['/d/c.o']);
  });
});
