/** Machines of which Debian has no purgatory: whole objects, laid out and resolved at several bases, against GNU ld. */
import { describe, expect, it } from 'vitest';
import { hasPrologue } from '../../codegen/machines/index.ts';
import { resolve, resolveAt, wordFixup } from '../../image/fixups/resolve.ts';
import { openSource } from '../../image/input/open.ts';
import { byteRanges } from '../../image/memory/container.ts';
import { buildImage, InputError, readElf, verifyImage } from '../../index.ts';
import { architectureForElf } from '../../relocator-dsl/arch/index.ts';
import type { RelocationType } from '../../relocator-dsl/rule.ts';
import { FAMILIES } from '../machines/index.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { sectionDifferences } from '../support/link-image.ts';

const BASES = [0x10_0000n, 0x123_0000n, 0x3fff_0000n];

const OBJECTS = FAMILIES.flatMap(({ wholeObjects = {} }) => Object.entries(wholeObjects));

describe.each(OBJECTS)('%s', (arch, { source: text, notThere, inInstructions }) => {
  const object = gnuObject(arch, text);
  const source = openSource(object, {});
  // Where the segment starts, for types that count from there.
  const layout = source.place(0);

  it('has a relocation of every rule', () => {
    const elf = readElf(object);
    const types = elf.relocations.flatMap(({ relocations }) => relocations.map(({ type }) => type));
    const architecture = architectureForElf(elf.machine, elf.wordBits, elf.byteOrder);
    const missing = (architecture?.rules ?? []).filter(({ type }: RelocationType) => !types.includes(type));
    expect(missing.map(({ name }) => name)).toEqual(notThere);
  });

  it.each(BASES)('at %s is what GNU ld makes of it', (base) => {
    const memory = resolveAt(source, layout, base, new Map(), new Set());
    const map = { arch, imageOffset: layout.imageOffset, sections: layout.sections };
    const { symbols = [], fromGot = 0 } = source.architecture.machine.pointers?.global ?? {};
    const pointer = base + BigInt((layout.got ?? 0) + fromGot);
    const defined = new Map(symbols.map((name) => [name, pointer]));
    expect(sectionDifferences(memory, map, object, base, defined)).toEqual([]);
  });

  it('moves in whole words, which an address added to them makes right, and in few instructions', () => {
    const { image, fixups: others, words } = resolve(source, layout);
    const fixups = [...others, ...Array.from({ length: words.count }, (_, index) => wordFixup(words, index))];
    const [base = 0n] = BASES;
    const moved = image.slice();
    const view = new DataView(moved.buffer);
    const { dataOrder } = source.architecture.machine;
    const little = dataOrder === 'little';
    const linked = resolveAt(source, layout, base, new Map(), new Set());
    const found = new Set<string>();
    for (const { application, coefficient } of fixups) {
      const { rule, offset, addend } = application;
      expect(coefficient).toBe(1n);
      const at = offset - layout.imageOffset;
      if (rule.field.kind === 'instruction') {
        found.add(rule.name);
        for (const { start, end } of byteRanges(at, rule.field, addend))
          moved.set(linked.subarray(start, end), start);
        continue;
      }
      if (rule.field.bytes === 8) view.setBigUint64(at, view.getBigUint64(at, little) + base, little);
      else view.setUint32(at, view.getUint32(at, little) + Number(base), little);
    }
    expect(fixups.length).toBeGreaterThan(2);
    expect([...found].sort()).toEqual(inInstructions);
    expect(moved).toEqual(linked);
  });

  it('is refused where the object has a global pointer of its own', () => {
    const [pointer = ''] = source.architecture.machine.pointers?.global?.symbols ?? [];
    const own = gnuObject(arch, `${text}\n.data\n.globl ${pointer}\n${pointer}:\n`);
    expect(() => openSource(own, {})).toThrow(
      `it counts from the global pointer, which the object itself defines as ${pointer}`,
    );
  });

  const { title } = source.architecture.machine;
  if (hasPrologue(arch)) {
    it('is built, and runs as the reference model says', async () => {
      const { blob, map } = await buildImage(object);
      const { bases } = await verifyImage(blob, map);
      expect(map.fixups.length).toBeGreaterThan(2);
      expect(bases.length).toBeGreaterThan(3);
      expect(bases.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
    });
    return;
  }
  it('is not built, and the reason names the machine', async () => {
    await expect(buildImage(object)).rejects.toThrow(InputError);
    await expect(buildImage(object)).rejects.toThrow(`no prologue is generated for ${title}, only its rules`);
  });
});
