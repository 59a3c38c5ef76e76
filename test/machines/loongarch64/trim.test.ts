/** Padding that is left to the linker, cut down as GNU ld cuts it, and as both psABI forms of it say. */
import { describe, expect, test } from 'vitest';
import { readElf } from '../../../image/elf/read.ts';
import { trimPadding } from '../../../image/input/trim.ts';
import { applyAt, buildImage } from '../../../index.ts';
import { loongarch64 } from '../../../relocator-dsl/arch/loongarch64.ts';
import { assembledBy } from '../../support/gnu-object.ts';
import { sectionDifferences } from '../../support/link-image.ts';
import { ALLOC, EXEC, inSection, object } from '../../support/object-builder.ts';
import { toolsOf } from '../../support/tools.ts';

/** With alignments that need no padding, some and all of it, one with a limit that is kept and one that is not. */
const SOURCE = `
    .globl purgatory_start
    .text
  purgatory_start:
    bl    later
    .p2align 4
  first:
    pcalau12i $a0, %pc_hi20(table)
    addi.d $a0, $a0, %pc_lo12(table)
    ld.d  $a1, $a0, 0
    .p2align 5
    nop
    .p2align 3, , 4
  second:
    beqz  $a1, first
    nop
    nop
    nop
    .p2align 5, , 4
  third:
    jr    $a1
    .p2align 4
    .type later, @function
  later:
    bnez  $a0, second
    b     third
    .p2align 4
    jr    $ra
    .size later, . - later
    .data
    .balign 8
  table:
    .dword later, second
    .word third - first, later - purgatory_start
    .half 1
    .uleb128 1
    .section .rodata, "a"
    .balign 8
    .dword third - second
`;

const [AS = ''] = toolsOf('loongarch64').as;

describe('an object with padding for a linker', () => {
  const bytes = assembledBy([AS, '-mrelax'], SOURCE);
  const padded = readElf(bytes);

  test('has padding in both forms', () => {
    const [text] = padded.relocations;
    const aligns = text?.relocations.filter(
      ({ type }) => loongarch64.byType.get(type)?.name === 'R_LARCH_ALIGN',
    );
    expect(aligns?.some(({ symbol }) => symbol === 0)).toBe(true);
    expect(aligns?.some(({ symbol, addend = 0n }) => symbol !== 0 && addend >> 8n > 0n)).toBe(true);
  });

  test('is laid out as GNU ld does it', async () => {
    const { blob, map } = await buildImage(bytes);
    const text = padded.sections.find(({ name }) => name === '.text')?.size ?? 0;
    const trimmed = map.sections.find(({ name }) => name === '.text')?.size ?? 0;
    expect(trimmed).toBeLessThan(text);
    for (const base of [0x10_0000n, 0x12_3456_7000n]) {
      expect(sectionDifferences(applyAt(blob, map, base), map, bytes, base)).toEqual([]);
    }
  });

  test('with symbols where they are then, and as long', () => {
    const later = trimPadding(padded, loongarch64).elf.symbols.find(({ name }) => name === 'later');
    const before = padded.symbols.find(({ name }) => name === 'later');
    expect(later?.value).toBeLessThan(before?.value ?? 0n);
    expect(later?.size).toBeLessThan(before?.size ?? 0n);
    expect((later?.value ?? 1n) % 16n).toBe(0n);
  });
});

const NOP = [0, 0, 0x40, 3];
const ALIGN = loongarch64.byName.get('R_LARCH_ALIGN')?.type ?? 0;
const WORD = loongarch64.byName.get('R_LARCH_64')?.type ?? 0;

/** Two instructions, nops with what says that they are padding, and one more instruction. */
function withPadding(nops: number, addend: bigint, symbol = 0, alignment = 16) {
  const code = [1, 1, 1, 1, 2, 2, 2, 2, ...Array.from({ length: nops }, () => NOP).flat(), 3, 3, 3, 3];
  return object(
    [
      {
        name: '.text',
        flags: ALLOC | EXEC,
        alignment,
        data: code,
        relocations: [{ offset: 8n, type: ALIGN, symbol, addend }],
      },
      {
        name: '.data',
        data: new Array<number>(8).fill(0),
        relocations: [{ offset: 0n, type: WORD, symbol: 1, addend: BigInt(8 + 4 * nops) }],
      },
    ],
    [{ name: '.text', place: inSection(1), type: 3, binding: 'local' }],
    BigInt(8 + 4 * nops),
  );
}

describe('padding', () => {
  test.each([
    ['of 12 bytes in front of a multiple of 16, at 8', withPadding(3, 12n), 8],
    ['of 4 bytes in front of a multiple of 8, at 8', withPadding(1, 4n), 0],
    ['of a section that is aligned less', withPadding(3, 12n, 0, 8), 8],
    ['with a symbol and no limit', withPadding(3, 4n, 1), 8],
    ['with a limit that is enough', withPadding(3, 0x804n, 1), 8],
    ['with a limit that is not', withPadding(3, 0x404n, 1), 0],
  ])('%s', (_, elf, left) => {
    const relocation = elf.relocations[0]?.relocations[0];
    const { sections, relocations, entry } = trimPadding(elf, loongarch64).elf;
    const nops = Array.from({ length: left / 4 }, () => NOP).flat();
    expect([...(sections[1]?.data ?? [])]).toEqual([1, 1, 1, 1, 2, 2, 2, 2, ...nops, 3, 3, 3, 3]);
    expect(sections[1]?.size).toBe(12 + left);
    expect(sections[1]?.alignment).toBe(16);
    expect(relocations[0]?.relocations[0]).toMatchObject({ offset: 8n, addend: relocation?.addend });
    // What counts from the section's start counts on.
    expect(relocations[1]?.relocations[0]?.addend).toBe(BigInt(8 + left));
    expect(entry).toBe(BigInt(8 + left));
  });

  test('of no bytes is none', () => {
    const elf = withPadding(0, 0n);
    expect(trimPadding(elf, loongarch64)).toEqual({ elf, troubles: [] });
  });

  test.each([
    ['past the end of the section', withPadding(1, 28n), /28 bytes is not in the section, which has 0x10$/],
    ['of more bytes than there are', withPadding(1, 0xffn, 1), /is not in the section/],
    ['of fewer bytes than none', withPadding(1, -4n), /-4 bytes is not in the section/],
  ])('%s is refused', (_, elf, why) => {
    const { elf: left, troubles } = trimPadding(elf, loongarch64);
    expect(left).toBe(elf);
    expect(troubles).toMatchObject([
      { type: 'R_LARCH_ALIGN', section: '.text', offset: 8n, why: expect.stringMatching(why) },
    ]);
  });
});
