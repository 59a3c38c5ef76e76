/**
 * Words that hold an address of the image, kept in columns: they come to what the reference models say of them as relocations
 * like all others, on every machine that has such words, and where nothing lets them be apart they are not.
 */
import { describe, expect, it } from 'vitest';
import { type Fixup, type Resolved, resolve, wordFixup } from '../../image/fixups/resolve.ts';
import { openSource } from '../../image/input/open.ts';
import { NO_SETTLED } from '../../image/input/placed-settled.ts';
import { NO_WORDS } from '../../image/input/placed-words.ts';
import type { ImageSource } from '../../image/input/source.ts';
import { alignUp } from '../../image/memory/bytes.ts';
import { type BuildOptions, buildImage } from '../../index.ts';
import { PLAIN } from '../machines/samples.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { fixtureArch, fixtureNames, readFixture } from '../support/golden.ts';

/** What is told of a fixup, whichever way it came to be. */
function told({ application, ...rest }: Fixup): object {
  const { placement, obstacle, ...facts } = application;
  return { ...rest, ...facts, letters: placement(0x4000n, new Map()), hinders: obstacle !== undefined };
}

function allOf({ fixups, words }: Resolved): object[] {
  const plain = Array.from({ length: words.count }, (_, index) => wordFixup(words, index));
  return [...fixups, ...plain].sort((a, b) => a.application.offset - b.application.offset).map(told);
}

/** The same with nothing apart. */
function together(source: ImageSource): ImageSource {
  return {
    ...source,
    columns: (layout) => ({
      words: NO_WORDS,
      settled: NO_SETTLED,
      others: source.applications(layout),
    }),
  };
}

function opened(object: Uint8Array): { source: ImageSource; resolved: Resolved; plainly: Resolved } {
  const source = openSource(object, {});
  const layout = source.place(alignUp(0x200, source.imageAlignment));
  return { source, resolved: resolve(source, layout), plainly: resolve(together(source), layout) };
}

describe('words in columns', () => {
  const machines = new Map<string, number>();

  it.each(fixtureNames())('of %s', (name) => {
    const { resolved, plainly } = opened(readFixture(name));
    expect(Buffer.from(resolved.image).equals(Buffer.from(plainly.image))).toBe(true);
    expect(allOf(resolved)).toEqual(allOf(plainly));
    const { words } = resolved;
    for (let index = 0; index < words.count; index++) {
      const { target, addend } = words.applicationAt(index);
      const told = [words.symbolAt(index), words.addendAt(index)].map(BigInt);
      expect(told).toEqual([target.kind === 'image' ? target.value : undefined, addend]);
    }
    expect([resolved.settled, resolved.loadAlignment]).toEqual([plainly.settled, plainly.loadAlignment]);
    const arch = fixtureArch(name);
    machines.set(arch, (machines.get(arch) ?? 0) + resolved.words.count);
  });

  it('are met on nearly all machines', () => {
    const without = [...machines].flatMap(([arch, count]) => (count === 0 ? [arch] : []));
    // Their words have a letter more, an addend that stands elsewhere, or a section of addresses that code counts from.
    expect(without.length).toBeLessThan(8);
    expect(machines.size).toBeGreaterThan(18);
  });
});

describe('words that something looks at', () => {
  const START = '.globl purgatory_start\n.text\npurgatory_start: ret\n.data\n';

  it.each([
    ['each other', 'R_X86_64_64'],
    ['others', 'R_X86_64_32'],
  ])('share bytes with %s: refused by name', async (_, type) => {
    const places = ['.reloc .data, R_X86_64_64, .data', `.reloc .data+4, ${type}, .data`];
    const object = gnuObject(PLAIN, `${START}.quad 0, 0\n${places.join('\n')}\n`);
    await expect(buildImage(object)).rejects.toThrow(/patch the same bytes; the order in which they apply/);
  });

  it('stand in symbols that loaders write', async () => {
    const text = `${START}.globl told\n.type told, @object\n.size told, 16\ntold: .quad .data, 0\n.quad .data\n`;
    const options: BuildOptions = { loaderWrites: ['told'] };
    const { map, summary } = await buildImage(gnuObject(PLAIN, text), options);
    expect(map.dropped).toHaveLength(1);
    expect(map.fixups).toHaveLength(1);
    expect([...summary.fixups]).toEqual([['R_X86_64_64', 1]]);
    await expect(buildImage(gnuObject(PLAIN, text), { set: new Map([['told', 1n]]) })).rejects.toThrow(
      /told/,
    );
  });
});
