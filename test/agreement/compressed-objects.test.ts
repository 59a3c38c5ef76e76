/** Objects that are compressed as a whole, by the programs that distributions compress kernel modules with. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLAIN } from '../machines/samples.ts';
import { relocator } from '../support/command.ts';
import { fixturePath } from '../support/golden.ts';
import { run } from '../support/run.ts';

const FORMS = [
  ['gzip', 'gz', 'gzip -nc'],
  ['xz', 'xz', 'xz -c --check=crc32'],
  ['zstd', 'zst', 'zstd -qc'],
  ['lz4', 'lz4', 'lz4 -qlc'],
] as const;

let folder = '';
const file = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-compressed-'));
  cpSync(fixturePath(`${PLAIN}-gcc-small-Os.ro`), file('plain.ko'));
  writeFileSync(file('text'), 'no object\n'.repeat(100));
  mkdirSync(file('modules/kernel'), { recursive: true });
  for (const [, ending, command] of FORMS) {
    run(['bash', '-c', `${command} plain.ko > plain.ko.${ending}`], [], { cwd: folder });
    run(['bash', '-c', `${command} text > text.${ending}`], [], { cwd: folder });
    // More than any object may have, of zeros that are a few kilobytes.
    run(['bash', '-c', `head -c ${0x400_0001} /dev/zero | ${command} > bomb.${ending}`], [], { cwd: folder });
    const whole = readFileSync(file(`plain.ko.${ending}`));
    writeFileSync(file(`cut.${ending}`), whole.subarray(0, whole.length / 2));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

async function audited(path: string): Promise<string> {
  const { code, out, err } = await relocator('audit', path, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.replaceAll(path, 'plain.ko');
}

describe.each(FORMS)('an object compressed by %s', (form, ending) => {
  test('is audited, built, applied and compared as it is without', async () => {
    const packed = file(`plain.ko.${ending}`);
    expect(await audited(packed)).toBe(await audited(file('plain.ko')));
    for (const [from, to] of [
      ['plain.ko', 'one'],
      [`plain.ko.${ending}`, 'other'],
    ] as const) {
      expect((await relocator('build', file(from), '-o', file(to))).code).toBe(0);
      expect((await relocator('apply', file(from), '--base', '0x1000', '-o', file(`${to}.img`))).code).toBe(
        0,
      );
    }
    for (const suffix of ['', '.map.json', '.img'])
      expect(readFileSync(file(`one${suffix}`))).toEqual(readFileSync(file(`other${suffix}`)));
    expect(await relocator('diff', file('plain.ko'), packed)).toMatchObject({ code: 0, out: '', err: '' });
  });

  test.each([
    ['bomb', 'more than 0x4000000 bytes come of what FORM compressed in it; decompress it first'],
    ['text', 'what FORM compressed in it is no ELF file and no archive; pass an object'],
    ['cut', /: FORM cannot undo its compression \(.+\); see whether the file is whole/],
  ])('%s is refused by name', async (name, message) => {
    const path = file(`${name}.${ending}`);
    const said =
      message instanceof RegExp
        ? new RegExp(message.source.replace('FORM', form))
        : message.replace('FORM', form);
    for (const words of [['audit'], ['build', '-o', file('new')], ['diff', file('plain.ko')]]) {
      const { code, err } = await relocator(...words, path);
      expect(code).toBe(words[0] === 'diff' ? 2 : 1);
      expect(err).toMatch(said);
      expect(err).toContain(`${path}: `);
    }
  });
});

test('standard input may be compressed', () => {
  const root = join(import.meta.dirname, '../..');
  const script = `node --import tsx cli/relocator.ts audit - --json < ${file('plain.ko.xz')}`;
  const { files }: { files: unknown[] } = JSON.parse(run(['bash', '-c', script], [], { cwd: root }));
  expect(files).toMatchObject([{ file: 'standard input', arch: PLAIN }]);
});

describe('a directory', () => {
  test('has compressed modules in it, and other compressed files are passed over', async () => {
    for (const ending of ['gz', 'xz', 'zst'])
      cpSync(file(`plain.ko.${ending}`), file(`modules/kernel/${ending}.ko.${ending}`));
    cpSync(file('text.gz'), file('modules/notes.gz'));
    cpSync(file('bomb.xz'), file('modules/kernel/z.ko.xz'));
    const { code, out, err } = await relocator('audit', file('modules'), '--json', '--all');
    const { files, passedOver }: Told = JSON.parse(out);
    const bare = (path: string): string => path.slice(file('modules/').length);
    expect(files.map((each) => [bare(each.file), each.findings.length])).toEqual([
      ['kernel/gz.ko.gz', 0],
      ['kernel/xz.ko.xz', 0],
      ['kernel/z.ko.xz', 1],
      ['kernel/zst.ko.zst', 0],
    ]);
    expect(passedOver.map(({ path, why }) => [bare(path), why])).toEqual([['notes.gz', 'no ELF files']]);
    expect(code).toBe(1);
    expect(err).toContain('z.ko.xz: more than 0x4000000 bytes come of what xz compressed in it');
  });

  interface Told {
    readonly files: { readonly file: string; readonly findings: unknown[] }[];
    readonly passedOver: { readonly path: string; readonly why: string }[];
  }
});
