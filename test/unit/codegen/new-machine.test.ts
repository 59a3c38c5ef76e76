import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type NewMachine, skeletonFiles, UNFILLED, writeSkeleton } from '../../../codegen/new-machine.ts';

const OR1K: NewMachine = { name: 'or1k', elfMachine: 92, wordBits: 32, order: 'big' };
const root = fileURLToPath(new URL('../../..', import.meta.url));
const folders: string[] = [];

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
    const text = skeletonFiles(OR1K).get('relocator-dsl/arch/or1k.ts') ?? '';
    const file = join(scratch(), 'or1k.ts');
    writeFileSync(
      file,
      text.replaceAll("from '../", `from '${pathToFileURL(join(root, 'relocator-dsl')).href}/`),
    );
    const loaded: { or1k: ReturnType<typeof architecture> } = await import(
      /* @vite-ignore */ pathToFileURL(file).href
    );
    expect(loaded.or1k.rules.map(({ name }) => name)).toEqual(['R_OR1K_32']);
    expect(emitReferenceModel(loaded.or1k)).toContain('R_OR1K_32');
  });

  it('writes its files, and none over another', async () => {
    const folder = scratch();
    const paths = await writeSkeleton(OR1K, folder);
    for (const path of paths) expect(readFileSync(join(folder, path), 'utf8')).toMatch(/or1k|plain: \[\]/);
    await expect(writeSkeleton(OR1K, folder)).rejects.toThrow(/is there already/);
    const other = scratch();
    const last = paths.at(-1) ?? '';
    mkdirSync(dirname(join(other, last)), { recursive: true });
    writeFileSync(join(other, last), 'mine');
    await expect(writeSkeleton(OR1K, other)).rejects.toThrow(`${last} is there already`);
    expect(() => readFileSync(join(other, paths[0] ?? ''))).toThrow(/ENOENT/);
  });

  it.each([
    ['a name with other letters', { ...OR1K, name: '../up' }, /no name for a machine/],
    ['a machine that there is', { ...OR1K, name: 'hppa' }, /there is a machine called hppa already/],
    ['a psABI that there is', { ...OR1K, name: 'riscv' }, /there is a machine called riscv already/],
    ['ELF files of another machine', { ...OR1K, elfMachine: 15 }, /are those of hppa already/],
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
