/** Views of images against their golden listings, which are written from the assembler's side. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemblerOf } from '../../../codegen/machines/index.ts';
import { type ImageMap, loopsOf, parseMap, partsOf, viewImage } from '../../../index.ts';
import { PLAIN } from '../../machines/samples.ts';
import { buildFixture, fixtureArch, fixtureNames, GOLDEN } from '../../support/golden.ts';

const names = fixtureNames();
const goldenMap = (name: string): ImageMap => parseMap(readFileSync(join(GOLDEN, name, 'map.json')));
/** The first purgatory of each machine. */
const ofEach = names.filter(
  (name, at) => names.findIndex((each) => fixtureArch(each) === fixtureArch(name)) === at,
);

it('parts of every golden map have each byte of the memory once', () => {
  for (const name of names) {
    const map = goldenMap(name);
    let end = 0;
    for (const { offset, size } of partsOf(map)) {
      expect([name, offset]).toEqual([name, end]);
      end = offset + size;
    }
    expect([name, end]).toEqual([name, map.memsz]);
  }
});

describe.each(ofEach)('the prologue of %s', (name) => {
  it('is read back as its listing has it', async () => {
    const { blob, map } = await buildFixture(name);
    const { prologue = [] } = await viewImage(map, blob);
    const listed = readFileSync(join(GOLDEN, name, 'prologue.lst'), 'utf8')
      .split('\n')
      .flatMap((line) => /^([0-9a-f]{4}) {2}((?:[0-9a-f]{2} ?)+?) {2,}(.*)$/.exec(`${line} `) ?? [])
      .filter((_, at) => at % 4 !== 0);
    const bytes = (text: string | undefined): string => (text ?? '').replaceAll(' ', '');
    expect(
      prologue
        .map((row) => row.bytes)
        .map(bytes)
        .join(''),
    ).toBe(
      listed
        .filter((_, at) => at % 3 === 1)
        .map(bytes)
        .join(''),
    );
    if (!(await assemblerOf(map.arch)).capstone) return;
    const texts = listed.filter((_, at) => at % 3 === 2).map((text) => text.replace(/\s+/g, ' ').trim());
    const code = prologue.filter(({ kind }) => kind === 'instruction').map(({ text }) => text);
    const written = texts.filter((text) => text !== '(data)');
    // What fills up to the table may read as an instruction that does nothing.
    expect(code.slice(0, written.length)).toEqual(written);
    expect(code.slice(written.length).filter((text) => text !== 'nop')).toEqual([]);
  });
});

it('the way through the fixups is that of the chain in the image', async () => {
  const { blob, map } = await buildFixture(`${PLAIN}-gcc-small-Os.ro`);
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const { offset, size } = map.prologue.table;
  // All addresses are below 4 GiB: words of 8 bytes have the next one where those of 4 do, in the upper 16 bits of 32.
  expect(size).toBe(4);
  const way: number[] = [];
  for (let slot = view.getUint32(offset, true); slot !== 0; slot = view.getUint16(slot + 2, true))
    way.push(slot);
  expect(new Set(map.fixups.map((fixup) => fixup.type)).size).toBeGreaterThan(1);
  const loops = loopsOf(await viewImage(map)).map((loop) => loop.map((fixup) => fixup.offset));
  expect(loops).toEqual([way]);
});

describe('a view', () => {
  it('has the place, the rule and the target of every fixup', async () => {
    const map = goldenMap(`${PLAIN}-gcc-pic-Os.ro`);
    const { fixups, rules, symbols, prologue } = await viewImage(map);
    expect(prologue).toBeUndefined();
    expect(fixups[0]).toMatchObject({
      where: { section: '.data.rel.local', nth: 0, offset: 0, inside: 'purgatory_checks' },
      size: 8,
      to: 0x840,
    });
    expect([...rules].map(([type, { formula }]) => [type, formula])).toEqual([['R_X86_64_64', 'S + A']]);
    expect(symbols.filter(({ is }) => is.includes('entry')).map(({ name }) => name)).toEqual([
      'purgatory_start',
    ]);
  });

  it('finds the outer symbol behind an inner one', async () => {
    const map = goldenMap(`${PLAIN}-gcc-pic-Os.ro`);
    const inner = { name: 'inner', section: '.data.rel.ro.local', offset: 0x840, size: 4 };
    const outer = { name: 'outer', section: '.data.rel.ro.local', offset: 0x840, size: 0x20 };
    const { fixups } = await viewImage({ ...map, symbols: [...map.symbols, inner, outer] });
    expect(fixups.slice(1, 6).map(({ where }) => where.inside)).toEqual([
      'inner',
      'outer',
      'outer',
      'outer',
      undefined,
    ]);
  });

  it('is of no other image', async () => {
    const { blob, map } = await buildFixture(`${PLAIN}-gcc-pic-Os.ro`);
    await expect(viewImage(map, blob.subarray(1))).rejects.toThrow('the map is of an image with');
  });
});
