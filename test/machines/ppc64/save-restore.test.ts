/** Functions that save and restore registers, which linkers make: their code is GNU ld's, and they are run. */
import { describe, expect, it } from 'vitest';
import { buildImage, verifyImage } from '../../../index.ts';
import { architectureNamed } from '../../../relocator-dsl/arch/index.ts';
import { caseImage, caseObject, differencesFromLd, memoryAfter } from '../../support/cases.ts';
import { gnuObject } from '../../support/gnu-object.ts';

const BASES = [0x1_0000n, 0x12_3456_7000n];

/** Names of all of them, by row. */
const rows = (architectureNamed('ppc64')?.machine.functions?.made ?? []).map(({ stem, first, last }) =>
  Array.from({ length: last - first + 1 }, (_, index) => `${stem}${first + index}`),
);
const called = (names: readonly string[]): string =>
  `purgatory_start:\n${names.map((name) => `bl ${name}\nnop\n`).join('')}b .\n`;

describe.each([
  ['ppc64le', '.abiversion 2\n'],
  ['ppc64', '.abiversion 2\n'],
  ['ppc64', '.abiversion 1\n'],
])('%s, %s', (arch, version) => {
  const object = (names: readonly string[]): Uint8Array =>
    gnuObject(arch, `${version}.globl purgatory_start\n${called(names)}`);

  it('are all those that GNU ld makes, with its code', async () => {
    expect(await differencesFromLd(object(rows.flat()), 0x1_0000n)).toEqual([]);
    const { map } = await caseImage(object(rows.flat()), 0x1_0000n);
    const size = map.sections.find(({ name }) => name === '.sfpr')?.size;
    // 18 and 2 words; 16 + 5 and 2 + 3; twice 18 + 1, for two kinds of registers and two names; 24 + 1 twice.
    expect(size).toBe(4 * (2 * (20 + 21 + 5) + 4 * 19 + 2 * 25));
  });

  it.each(rows.map((row) => [row[0], row] as const))(
    'are those from the first that is called on: %s',
    async (_first, row) => {
      for (const name of [row[0], row[1], row.at(-1)]) {
        expect(await differencesFromLd(object([name ?? '']), 0x1_0000n)).toEqual([]);
      }
    },
  );

  it('are not made where the object has its own, or the loader fills one in', async () => {
    const own = gnuObject(
      arch,
      `${version}.globl purgatory_start, _savegpr0_29\n${called(['_savegpr0_29'])}_savegpr0_29: blr\n`,
    );
    const { map } = await buildImage(own);
    expect(map.sections.map(({ name }) => name)).not.toContain('.sfpr');
    const late = await buildImage(object(['_savegpr0_29']), { late: ['_savegpr0_29'] });
    expect(late.map.sections.map(({ name }) => name)).not.toContain('.sfpr');
  });
});

it('are no place for an entry that e_entry names', async () => {
  const { map } = await buildImage(gnuObject('ppc64le', `.abiversion 2\nbl _savegpr0_14\nb .\n`));
  expect(map.entry).toBe(map.sections.find(({ name }) => name === '.text')?.offset);
});

describe.each(['ppc64le', 'ppc64'])('%s', (arch) => {
  it('saves registers and restores them', async () => {
    const object = caseObject(arch, 'ppc64/save-restore.s');
    const built = await buildImage(object);
    const { at, map } = await caseImage(object, 0x1_0000n);
    expect((await verifyImage(built.blob, map)).ok).toBe(true);
    for (const base of BASES) {
      const memory = memoryAfter(built, base, at('end'));
      const view = new DataView(memory.buffer, memory.byteOffset);
      const result = [0, 8, 16].map((offset) => view.getBigUint64(at('result') + offset, arch === 'ppc64le'));
      expect(result).toEqual([0x1111n, 0x2222n, 0x3333n]);
    }
  });
});
