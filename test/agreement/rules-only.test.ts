/** Machines without a prologue: whole objects, laid out and resolved at several bases, against GNU ld. */
import { describe, expect, it } from 'vitest';
import { openSource } from '../../image/open.ts';
import { resolve, resolveAt } from '../../image/resolve.ts';
import { buildImage, InputError, readElf } from '../../index.ts';
import { architectureForElf } from '../../relocator-dsl/arch/index.ts';
import type { RelocationType } from '../../relocator-dsl/rule.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { sectionDifferences } from '../support/link-image.ts';
import type { ToolArch } from '../support/toolchains.ts';

const BASES = [0x10_0000n, 0x123_0000n, 0x3fff_0000n];

const SOURCES = {
  alpha: `
    .set noat
    .text
    .globl purgatory_start
    .ent purgatory_start
    purgatory_start:
      br $27, 1f
    1: ldah $29, 0($27) !gpdisp!1
      addq $31, 1, $16
      lda $29, 0($29) !gpdisp!1
      ldah $29, 8($27) !gpdisp!2
      lda $29, -4($29) !gpdisp!2
      bsr $26, shares !samegp
      bsr $26, without !samegp
      bsr $26, hot
      ldq $27, hot($29) !literal!3
      jsr $26, ($27), hot !lituse_jsr!3
      ldah $1, value($29) !gprelhigh
      ldl $2, value($1) !gprellow
      lda $1, zeros+4($29) !gprel
    .end purgatory_start
    .section .text.functions, "ax"
    .globl shares, without
    .ent shares
    shares:
      ldgp $29, 0($27)
      .prologue 1
      ret
    .end shares
    .ent without
    without:
      .prologue 0
      ret
    .end without
    .section .text.hot, "ax"
    .balign 16
    hot: br purgatory_start
    .section .sdata, "aw"
    .balign 8
    value: .quad 1, purgatory_start + 8, hot - 4
      .gprel32 hot
      .long hot - .
      .quad hot - .
      .reloc ., SREL16, value
      .zero 2
    .bss
    .balign 16
    zeros: .skip 40`,
} as const satisfies Partial<Record<ToolArch, string>>;

/** Types that GNU as makes of no source here. */
const NOT_THERE: Readonly<Record<keyof typeof SOURCES, readonly string[]>> = {
  alpha: ['R_ALPHA_REFLONG', 'R_ALPHA_RELATIVE'],
};

describe.each(Object.keys(SOURCES) as (keyof typeof SOURCES)[])('%s', (arch) => {
  const object = gnuObject(arch, SOURCES[arch]);
  const { source } = openSource(object, {});
  const layout = source.place(source.imageAlignment);

  it('has a relocation of every rule', () => {
    const elf = readElf(object);
    const types = elf.relocations.flatMap(({ relocations }) => relocations.map(({ type }) => type));
    const architecture = architectureForElf(elf.machine, elf.wordBits, elf.byteOrder);
    const missing = (architecture?.rules ?? []).filter(({ type }: RelocationType) => !types.includes(type));
    expect(missing.map(({ name }) => name)).toEqual(NOT_THERE[arch]);
  });

  it.each(BASES)('at %s is what GNU ld makes of it', (base) => {
    const memory = resolveAt(source, layout, base, new Map(), new Set());
    const map = { arch, imageOffset: layout.imageOffset, sections: layout.sections };
    expect(sectionDifferences(memory, map, object, base)).toEqual([]);
  });

  it('only moves in whole words, which an address added to them makes right', () => {
    const { image, fixups } = resolve(source, layout);
    const [base = 0n] = BASES;
    const moved = image.slice();
    const view = new DataView(moved.buffer);
    const { wordBits, dataOrder } = source.architecture.machine;
    const little = dataOrder === 'little';
    for (const { application, coefficient } of fixups) {
      expect(coefficient).toBe(1n);
      expect(application.rule.field).toMatchObject({ kind: 'word', bytes: wordBits / 8 });
      const at = application.offset - layout.imageOffset;
      if (wordBits === 64) view.setBigUint64(at, view.getBigUint64(at, little) + base, little);
      else view.setUint32(at, view.getUint32(at, little) + Number(base), little);
    }
    expect(fixups.length).toBeGreaterThan(2);
    expect(moved).toEqual(resolveAt(source, layout, base, new Map(), new Set()));
  });

  it('is not built, and the reason names the machine', async () => {
    const { title } = source.architecture.machine;
    await expect(buildImage(object)).rejects.toThrow(InputError);
    await expect(buildImage(object)).rejects.toThrow(`no prologue is generated for ${title}, only its rules`);
  });
});
