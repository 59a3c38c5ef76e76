import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PARTED, PLAIN } from '../../machines/samples.ts';
import { archiveOf } from '../../support/archives.ts';
import { relocator } from '../../support/command.ts';
import { fixturePath } from '../../support/golden.ts';
import { run } from '../../support/run.ts';

const FIXTURE = fixturePath(`${PLAIN}-gcc-small-Os.ro`);
const OTHER = fixturePath(`${PARTED}-gcc-small-Os.ro`);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-cli-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const file = (name: string): string => join(folder, name);

describe('build and apply', () => {
  test('an image is built, and is as long as what apply writes', async () => {
    const built = await relocator('build', FIXTURE, '-o', file('p.bin'));
    expect(built).toMatchObject({ code: 0, err: '' });
    expect(built.out).toMatch(/prologue +\d+ bytes of code \+ \d+ of table/);
    expect(built.out).toMatch(/highest +on account of R_X86_64_32\w* against \w+ in \.text at 0x/);
    expect(readdirSync(folder).sort()).toEqual(['p.bin', 'p.bin.map.json']);
    const applied = await relocator('apply', FIXTURE, '--base', '0x7000', '-o', file('p.img'));
    expect(applied).toMatchObject({ code: 0, err: '' });
    const map: unknown = JSON.parse(readFileSync(file('p.bin.map.json'), 'utf8'));
    expect(readFileSync(file('p.img')).length).toBe(
      (map as { memsz: number }).memsz - (map as { imageOffset: number }).imageOffset,
    );
  });

  test('an object that cannot be done leaves no file', async () => {
    const result = await relocator('build', FIXTURE, '-o', file('p.bin'), '--entry', 'nowhere');
    expect(result.code).toBe(1);
    expect(result.err).toMatch(/--entry nowhere: the image has no such symbol; known are .*purgatory_start/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('an output that cannot be written leaves neither image nor map', async () => {
    const result = await relocator('build', FIXTURE, '-o', file('p.bin'), '--map', file('none/p.json'));
    expect(result).toMatchObject({ code: 1 });
    expect(result.err).toContain(`cannot write ${file('none/p.json')}: there is no such file or directory`);
    expect(existsSync(file('p.bin'))).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['a missing file', 'none.ro', undefined, /cannot read .*none.ro: there is no such file/],
    ['a text file', 'text.ro', 'hello', /text.ro: .*ELF/],
  ])('%s is refused by name', async (_what, name, content, message) => {
    if (content !== undefined) writeFileSync(file(name), content);
    for (const command of ['build', 'audit']) {
      const output = command === 'build' ? ['-o', file('p.bin')] : [];
      const result = await relocator(command, file(name), ...output);
      expect(result.code).toBe(1);
      expect(result.err).toMatch(message);
    }
  });

  test('an object of another machine is refused by number', async () => {
    const bytes = readFileSync(FIXTURE);
    bytes.writeUInt16LE(2, 18);
    writeFileSync(file('other.ro'), bytes);
    const result = await relocator('build', file('other.ro'), '-o', file('p.bin'));
    expect(result.code).toBe(1);
    expect(result.err).toMatch(/ELF machine 2 .*known are \w+, \w+, \w+/);
  });
});

describe('patch', () => {
  test('writes numbers in machine order and long values as they stand', async () => {
    await relocator('build', FIXTURE, '-o', file('p.bin'));
    const before = readFileSync(file('p.bin'));
    const digest = Array.from({ length: 32 }, (_, index) => index);
    const hex = Buffer.from(digest).toString('hex');
    const args = [`sha256_digest=${hex}`, 'purgatory_kernel_entry=0x123456'];
    expect(await relocator('patch', file('p.bin'), ...args)).toMatchObject({ code: 0, err: '' });
    const after = readFileSync(file('p.bin'));
    const map = JSON.parse(readFileSync(file('p.bin.map.json'), 'utf8')) as {
      symbols: { name: string; offset: number }[];
    };
    const at = (name: string): number => map.symbols.find((each) => each.name === name)?.offset ?? -1;
    expect([...after.subarray(at('sha256_digest'), at('sha256_digest') + 32)]).toEqual(digest);
    expect(after.readBigUInt64LE(at('purgatory_kernel_entry'))).toBe(0x123456n);
    after.set(before.subarray(at('sha256_digest'), at('sha256_digest') + 32), at('sha256_digest'));
    after.writeBigUInt64LE(0n, at('purgatory_kernel_entry'));
    expect(Buffer.compare(after, before)).toBe(0);
  });

  test('writes into no fixup, no wrong size and no missing symbol, and then nothing at all', async () => {
    await relocator('build', FIXTURE, '-o', file('p.bin'));
    const before = readFileSync(file('p.bin'));
    const args = ['skip_checks=1', 'purgatory_checks=0', 'sha256_digest=@package.json', 'nowhere=1'];
    const { code, err } = await relocator('patch', file('p.bin'), ...args);
    expect(code).toBe(1);
    expect(err).toMatch(/purgatory_checks: R_X86_64_64 .*is inside it/);
    expect(err).toMatch(/sha256_digest: it has 32 bytes, the value has/);
    expect(err).toMatch(/nowhere: the image has no such global symbol/);
    expect(Buffer.compare(readFileSync(file('p.bin')), before)).toBe(0);
  });

  test('takes no number for a symbol that is too long to be one, and says what it takes', async () => {
    await relocator('build', FIXTURE, '-o', file('p.bin'));
    const before = readFileSync(file('p.bin'));
    const why =
      'sha256_digest: it has 32 bytes, and a number may have 8; pass @FILE, or all 64 hexadecimal digits';
    for (const number of ['1', '0', 'ffffffffffffffff']) {
      const patched = await relocator('patch', file('p.bin'), `sha256_digest=${number}`);
      expect(patched.err).toContain(why);
      expect(patched.code).toBe(1);
      const built = await relocator('build', FIXTURE, '-o', file('q'), '--set', `sha256_digest=${number}`);
      expect(built.err).toContain(`--set ${why}`);
    }
    expect(Buffer.compare(readFileSync(file('p.bin')), before)).toBe(0);
    expect(existsSync(file('q'))).toBe(false);
    writeFileSync(file('digest'), new Uint8Array(32));
    for (const bytes of [`@${file('digest')}`, '00'.repeat(32)])
      expect(await relocator('patch', file('p.bin'), `sha256_digest=${bytes}`)).toMatchObject({ code: 0 });
  });
});

describe('usage', () => {
  test.each([
    [['build', FIXTURE], /required option '-o/],
    [['build', FIXTURE, '-o', 'x', '--format', 'zip'], /Allowed choices are auto, chain/],
    [['verify', 'x.bin', '--base', 'zero'], /It must be an address/],
    [['frobnicate'], /unknown command frobnicate/],
    [['build', FIXTURE, '-o', 'x', '--set', 'a'], /SYM=HEX or SYM=@FILE/],
  ])('%j is a usage error', async (args, message) => {
    const result = await relocator(...args);
    expect(result.code).toBe(2);
    expect(result.err).toMatch(message);
  });

  test.each([
    [[]],
    [['build']],
    [['apply']],
    [['patch']],
    [['verify']],
    [['explain']],
    [['audit']],
    [['generate']],
  ])('--help of %j', async (command) => {
    const result = await relocator(...command, '--help');
    expect(result).toMatchObject({ code: 0, err: '' });
    expect(result.out).toMatch(/^Usage: relocator/);
  });
});

describe('explain and audit', () => {
  test('explain by name and by number', async () => {
    const named = await relocator('explain', 'R_X86_64_PC32');
    expect(named.out).toContain('S + A - P');
    const numbered = await relocator('explain', '2', '--arch', PLAIN);
    expect(numbered.out).toBe(named.out);
    expect((await relocator('explain', '2')).err).toMatch(/add --arch/);
    expect((await relocator('explain', 'R_X86_64_PC33', '--arch', PLAIN)).err).toContain('R_X86_64_PC32');
  });

  test('audit tells types and classes, as JSON too', async () => {
    const text = await relocator('audit', '--each', FIXTURE, OTHER);
    expect(text).toMatchObject({ code: 0, err: '' });
    expect(text.out).toMatch(/R_X86_64_PLT32 +4/);
    expect(text.out).toMatch(/R_AARCH64_CALL26 +283/);
    const json: unknown = JSON.parse((await relocator('audit', '--json', OTHER)).out);
    expect(json).toMatchObject({ files: [{ file: OTHER, arch: PARTED }] });
  });
});

describe('several files', () => {
  const member = (): Uint8Array => readFileSync(FIXTURE);

  test('are built together: an archive alone gives the member with the entry', async () => {
    writeFileSync(file('lib.a'), archiveOf([{ name: 'm.o', bytes: member() }]));
    writeFileSync(file('empty.a'), archiveOf([]));
    await relocator('build', FIXTURE, '-o', file('alone.bin'));
    const built = await relocator('build', file('lib.a'), file('empty.a'), '-o', file('p.bin'));
    expect(built).toMatchObject({ code: 0, err: '' });
    expect(built.out).toContain(`of ${file('lib.a')}(m.o) at 0x`);
    expect(Buffer.compare(readFileSync(file('p.bin')), readFileSync(file('alone.bin')))).toBe(0);
    const applied = await relocator('apply', file('lib.a'), '--base', '0x7000', '-o', file('p.img'));
    expect(applied).toMatchObject({ code: 0, err: '' });
    const audited = await relocator('audit', file('lib.a'), file('empty.a'));
    expect(audited.out).toContain(`${file('lib.a')}(m.o)(.text+0x`);
  });

  test('that do not go together are refused, and audited each by itself if asked', async () => {
    const built = await relocator('build', FIXTURE, OTHER, '-o', file('p.bin'));
    expect(built.code).toBe(1);
    expect(built.err).toContain(`${OTHER}: it does not go with ${FIXTURE}: it is for ELF machine`);
    const audited = await relocator('audit', FIXTURE, OTHER);
    expect(audited.code).toBe(1);
    expect(audited.err).toMatch(/it does not go with .*\n.*add --each/);
    const twice = await relocator('audit', FIXTURE, FIXTURE);
    expect(twice.err).toContain(`purgatory_start is defined in ${FIXTURE} and in ${FIXTURE}`);
  });
});

test('a reader that has seen enough is no error', () => {
  const piped = 'node --import tsx cli/relocator.ts --help 2>"$0" | true; echo $PIPESTATUS';
  expect(run(['bash', '-c', piped, file('err')])).toBe('0\n');
  expect(readFileSync(file('err'), 'utf8')).toBe('');
});
