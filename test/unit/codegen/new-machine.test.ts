import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type NewMachine, skeletonFiles, UNFILLED, writeSkeleton } from '../../../codegen/new-machine.ts';
import { architectures } from '../../../relocator-dsl/arch/index.ts';

/** None that there is. */
const NEW: NewMachine = { name: 'newcpu', elfMachine: 0xfeed, wordBits: 32, order: 'big' };
const root = fileURLToPath(new URL('../../..', import.meta.url));
const folders: string[] = [];
/** One with a name that is not its psABI's. */
const known = architectures.map(({ machine }) => machine).find(({ arch, psabi }) => arch !== psabi);
if (!known) throw new Error('every machine is called as its psABI');

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-machine-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('the skeleton of a new machine', () => {
  it('is an architecture that the DSL takes, with a page and a model', async () => {
    const { architecture } = await import('../../../relocator-dsl/architecture.ts');
    const { emitReferenceModel } = await import('../../../codegen/model/emit.ts');
    const text = skeletonFiles(NEW).get('relocator-dsl/arch/newcpu.ts') ?? '';
    const file = join(scratch(), 'newcpu.ts');
    writeFileSync(
      file,
      text.replaceAll("from '../", `from '${pathToFileURL(join(root, 'relocator-dsl')).href}/`),
    );
    const loaded: { newcpu: ReturnType<typeof architecture> } = await import(
      /* @vite-ignore */ pathToFileURL(file).href
    );
    expect(loaded.newcpu.rules.map(({ name }) => name)).toEqual(['R_NEWCPU_32']);
    expect(emitReferenceModel(loaded.newcpu)).toContain('R_NEWCPU_32');
  });

  it('writes its files, and none over another', async () => {
    const folder = scratch();
    const paths = await writeSkeleton(NEW, folder);
    for (const path of paths) expect(readFileSync(join(folder, path), 'utf8')).toMatch(/newcpu|plain: \[\]/);
    await expect(writeSkeleton(NEW, folder)).rejects.toThrow(/is there already/);
    const other = scratch();
    const last = paths.at(-1) ?? '';
    mkdirSync(dirname(join(other, last)), { recursive: true });
    writeFileSync(join(other, last), 'mine');
    await expect(writeSkeleton(NEW, other)).rejects.toThrow(`${last} is there already`);
    expect(() => readFileSync(join(other, paths[0] ?? ''))).toThrow(/ENOENT/);
  });

  it.each([
    ['a name with other letters', { ...NEW, name: '../up' }, /no name for a machine/],
    [
      'a machine that there is',
      { ...NEW, name: known.arch },
      `there is a machine called ${known.arch} already`,
    ],
    [
      'a psABI that there is',
      { ...NEW, name: known.psabi },
      `there is a machine called ${known.psabi} already`,
    ],
    [
      'ELF files of another machine',
      { ...NEW, elfMachine: known.elfMachine, wordBits: known.wordBits, order: known.dataOrder },
      `are those of ${known.arch} already`,
    ],
  ])('is refused for %s', (_what, machine, message) => {
    expect(() => skeletonFiles(machine)).toThrow(message);
  });
});

describe('committed machines', () => {
  it('have nothing left to fill in', () => {
    const places = [
      'relocator-dsl/arch',
      'codegen/machines',
      'emulate/machines',
      'purgatory/machines',
      'test/machines',
    ];
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...places], {
      cwd: root,
      encoding: 'utf8',
    });
    const unfilled = files
      .trim()
      .split('\n')
      .filter((path) => readFileSync(join(root, path), 'utf8').includes(UNFILLED));
    expect(unfilled).toEqual([]);
  });
});
