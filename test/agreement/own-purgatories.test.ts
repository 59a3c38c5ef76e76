/** The purgatories in the package: of every machine, what build makes of their object, and what GNU ld makes of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { hasPrologue } from '../../codegen/machines/index.ts';
import {
  applyAt,
  buildImage,
  EMITS,
  goldenBases,
  OWN_LOADER_WRITES,
  OWN_SYMBOLS,
  ownPurgatories,
  ownPurgatory,
  parseMap,
} from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { toolWords } from '../../scripts/machine-tools.ts';
import { toolchainOf } from '../machines/index.ts';
import { PLAIN } from '../machines/samples.ts';
import { relocator } from '../support/command.ts';
import { ROOT } from '../support/files.ts';
import { inFolderUntil } from '../support/folder.ts';
import { readFixture } from '../support/golden.ts';
import { sectionDifferences } from '../support/link-image.ts';

it('are there for every machine that has a prologue, and for no other', () => {
  const machines = architectures.map(({ machine: { arch } }) => arch).filter(hasPrologue);
  expect(ownPurgatories()).toEqual(machines);
  const files = readdirSync(join(ROOT, 'purgatory/objects')).sort();
  expect(files).toEqual(machines.map((arch) => `${arch}.ro`).sort());
});

describe.each(ownPurgatories())('that of %s', (arch) => {
  const [name = ''] = toolWords(arch, 'PACKAGED') ?? [];
  it('is the fixture that tools.sh names', () => {
    expect(readFixture(`${arch}-${name}.ro`).equals(ownPurgatory(arch))).toBe(true);
  });

  it('comes out as build makes it of the object', async () => {
    await inFolderUntil(async (file) => {
      const done = { code: 0, err: '' };
      expect(await relocator('purgatory', '--arch', arch, '-o', file('own'))).toMatchObject(done);
      expect(await relocator('purgatory', '--arch', arch, '--object', '-o', file('own.ro'))).toMatchObject(
        done,
      );
      const written = ['--loader-writes', OWN_LOADER_WRITES.join()];
      expect(await relocator('build', file('own.ro'), '-o', file('built'), ...written)).toMatchObject(done);
      const [blob, text] = [readFileSync(file('own')), readFileSync(file('own.map.json'), 'utf8')];
      expect(blob.equals(readFileSync(file('built')))).toBe(true);
      expect(text).toBe(readFileSync(file('built.map.json'), 'utf8'));
      const map = parseMap(text);
      expect(map.loaderWrites).toEqual(expect.arrayContaining([...OWN_LOADER_WRITES]));
    });
  });

  // GNU ld has a GOT of its own elsewhere for some; emulators run those, as the fixtures that they are.
  it.skipIf(toolchainOf(arch).otherLayout?.includes(`${name}.ro`))('is what GNU ld links', async () => {
    const object = ownPurgatory(arch);
    const { blob, map } = await buildImage(object, { loaderWrites: OWN_LOADER_WRITES });
    const bases = goldenBases(map);
    expect(bases.length).toBeGreaterThan(3);
    for (const base of bases)
      expect(sectionDifferences(applyAt(blob, map, base), map, object, base)).toEqual([]);
  });

  it('has the symbols that it is told by, as large as is said', async () => {
    const word = (architectures.find(({ machine }) => machine.arch === arch)?.machine.wordBits ?? 0) / 8;
    await inFolderUntil(async (file) => {
      await relocator('purgatory', '--arch', arch, '-o', file('own'));
      const { symbols } = parseMap(readFileSync(file('own.map.json'), 'utf8'));
      for (const { name, bytes } of OWN_SYMBOLS)
        expect(symbols).toContainEqual(
          expect.objectContaining({ name, size: bytes === 'word' ? word : bytes }),
        );
    });
  });
});

test.each(EMITS)('in the form %s, as build writes it', async (form) => {
  await inFolderUntil(async (file) => {
    const ways = ['--emit', form, '--format', 'records', '--load-align', '0x2000', '--set', 'skip_checks=1'];
    const written = ['--loader-writes', OWN_LOADER_WRITES.join()];
    const said = await relocator('purgatory', '--arch', PLAIN, '-o', file('out'), ...ways);
    const names = readdirSync(file('.'));
    const all = names.map((name) => readFileSync(file(name)));
    await relocator('purgatory', '--arch', PLAIN, '--object', '-o', file('own.ro'));
    expect(await relocator('build', file('own.ro'), '-o', file('out'), ...ways, ...written)).toEqual(said);
    expect(names.length).toBeGreaterThan(1);
    for (const [at, name] of names.entries())
      expect(readFileSync(file(name)).equals(all[at] ?? Buffer.of())).toBe(true);
  });
});

const MISSPELT = PLAIN.replace('_', '');
const BARE = architectures.map(({ machine }) => machine.arch).find((arch) => !hasPrologue(arch)) ?? '';

describe('what cannot be done is told', () => {
  it.each([
    [['--arch', MISSPELT], 1, new RegExp(`no machine is called ${MISSPELT}.*${PLAIN}`)],
    [['--arch', 'constructor'], 1, /no machine is called constructor; purgatories are there for /],
    [['--arch', BARE], 1, /has rules only: no prologue is generated for it/],
    [[], 2, /name one machine with --arch, or ask for --list/],
    [['--list', '--arch', PLAIN], 2, /name one machine with --arch, or ask for --list/],
  ])('%j', async (words, code, message) => {
    const said = await relocator('purgatory', ...words);
    expect(said).toMatchObject({ code, out: '', err: expect.stringMatching(message) });
  });

  it('and the object is never written over', async () => {
    const path = join(ROOT, `purgatory/objects/${PLAIN}.ro`);
    const said = await relocator('purgatory', '--arch', PLAIN, '-o', path);
    expect(said).toMatchObject({ code: 1, err: expect.stringContaining('would be lost') });
  });
});
