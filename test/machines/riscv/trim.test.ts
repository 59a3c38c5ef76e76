/** Padding that is left to the linker, cut down as GNU ld cuts it, where instructions have two sizes. */
import { describe, expect, test } from 'vitest';
import { readElf } from '../../../image/elf/read.ts';
import type { Relocation } from '../../../image/elf/types.ts';
import { trimPadding } from '../../../image/input/trim.ts';
import { applyAt, auditObject, buildImage } from '../../../index.ts';
import { riscv64 } from '../../../relocator-dsl/arch/riscv.ts';
import { assembledBy } from '../../support/gnu-object.ts';
import { sectionDifferences } from '../../support/link-image.ts';
import { ALLOC, EXEC, inSection, object } from '../../support/object-builder.ts';
import { toolsOf } from '../../support/tools.ts';

/** Alignments that take no padding, some, all of it, and an odd number of halfwords; branches and differences across. */
const SOURCE = `
    .option relax
    .globl purgatory_start
    .text
  purgatory_start:
    call  later
    .balign 16
  first:
    la    a0, table
    ld    a1, 8(a0)
    c.nop
    .balign 8
    c.nop
    .balign 4
  second:
    beqz  a1, first
    c.j   second
    .balign 32
    c.beqz a1, third
    .balign 4
  third:
    jr    a1
    .balign 16
    .type later, @function
  later:
    bnez  a0, second
    j     third
    .balign 16
    ret
    .size later, . - later
    .data
    .balign 8
  table:
    .dword later, second
    .word third - first, later - purgatory_start
    .half later - second
    .byte third - second
    .section .rodata, "a"
    .balign 8
    .dword third - second
`;

/** The object under relaxation, for instructions of one size and of two. */
const objects = ['rv64gc', 'rv64g'].map((isa) => {
  const [as = ''] = toolsOf('riscv64').as;
  const source = isa === 'rv64g' ? SOURCE.replace(/c\.nop/g, 'nop').replace(/c\.(j|beqz)/g, '$1') : SOURCE;
  return [isa, assembledBy([as, `-march=${isa}`, '-mabi=lp64d', '-mrelax'], source)] as const;
});

describe.each(objects)('an object with padding for a linker, %s', (isa, bytes) => {
  const padded = readElf(bytes);

  test('is laid out as GNU ld does it', async () => {
    const { blob, map } = await buildImage(bytes);
    const text = padded.sections.find(({ name }) => name === '.text')?.size ?? 0;
    expect(map.sections.find(({ name }) => name === '.text')?.size).toBeLessThan(text - 8);
    for (const base of [0x10_0000n, 0x12_3456_7000n]) {
      expect(sectionDifferences(applyAt(blob, map, base), map, bytes, base)).toEqual([]);
    }
  });

  test('is settled by audit as by build', () => {
    const found = auditObject(bytes).entries.find(({ name }) => name === 'R_RISCV_ALIGN');
    expect(found).toMatchObject({ class: 'marker', count: isa === 'rv64g' ? 5 : 7 });
  });
});

const ALIGN = riscv64.byName.get('R_RISCV_ALIGN')?.type ?? 0;
const WORD = riscv64.byName.get('R_RISCV_64')?.type ?? 0;
const JAL = riscv64.byName.get('R_RISCV_JAL')?.type ?? 0;
const NOP = [0x13, 0, 0, 0];
const SHORT_NOP = [1, 0];

/** Code, padding as long as told and one more instruction; `more` are further relocations of the section. */
function withPadding(
  before: number,
  bytes: number,
  addend = BigInt(bytes),
  more: readonly Relocation[] = [],
) {
  const code = [...new Array<number>(before).fill(2), ...new Array<number>(bytes).fill(1), 3, 3, 3, 3];
  return object(
    [
      {
        name: '.text',
        flags: ALLOC | EXEC,
        alignment: 4,
        data: code,
        relocations: [{ offset: BigInt(before), type: ALIGN, symbol: 0, addend }, ...more],
      },
      {
        name: '.data',
        data: new Array<number>(8).fill(0),
        relocations: [{ offset: 0n, type: WORD, symbol: 1, addend: BigInt(before + bytes) }],
      },
    ],
    [{ name: '.text', place: inSection(1), type: 3, binding: 'local' }],
    BigInt(before + bytes),
  );
}

describe('padding', () => {
  test.each([
    ['of 2 bytes, at 2', 2, 2, [1, 1]],
    ['of 2 bytes, at 4', 4, 2, []],
    ['of 6 bytes, at 6', 6, 6, SHORT_NOP],
    ['of 6 bytes, at 4', 4, 6, NOP],
    ['of 14 bytes, at 6', 6, 14, [...NOP, ...NOP, ...SHORT_NOP]],
    ['of 12 bytes, at 4', 4, 12, new Array<number>(12).fill(1)],
  ])('%s', (_, before, bytes, kept) => {
    const elf = withPadding(before, bytes);
    const {
      elf: { sections, relocations, entry },
      troubles,
    } = trimPadding(elf, riscv64);
    expect(troubles).toEqual([]);
    const code = new Array<number>(before).fill(2);
    expect([...(sections[1]?.data ?? [])]).toEqual([...code, ...kept, 3, 3, 3, 3]);
    const behind = BigInt(before + kept.length);
    expect(relocations[1]?.relocations[0]?.addend).toBe(behind);
    expect(entry).toBe(behind);
  });

  const jump = (offset: bigint) => withPadding(4, 12, 12n, [{ offset, type: JAL, symbol: 1, addend: 0n }]);

  test.each([
    ['of 6 bytes, at 3', withPadding(3, 6), /multiple of 8 are 5 bytes, which no instructions take/],
    ['too short for what it aligns to', withPadding(2, 12), /14 bytes, and its padding has 12/],
    ['past the end of the section', withPadding(4, 2, 14n), /14 bytes is not in the section, which has 0xa$/],
    ['far past it', withPadding(4, 2, 1n << 62n), /is not in the section/],
    ['of fewer bytes than none', withPadding(4, 2, -2n), /-2 bytes is not in the section/],
    [
      'in other padding',
      withPadding(4, 12, 12n, [{ offset: 8n, type: ALIGN, symbol: 0, addend: 2n }]),
      /overlaps/,
    ],
    ['that is patched at its end', jump(14n), /it patches padding/],
    ['that is patched at its start', jump(1n), /it patches padding/],
  ])('%s is refused', (_, elf, why) => {
    const { elf: left, troubles } = trimPadding(elf, riscv64);
    expect(left).toBe(elf);
    expect(troubles).toHaveLength(1);
    expect(troubles[0]?.why).toMatch(why);
  });

  test('next to what is patched is cut', () => {
    for (const at of [0n, 16n]) expect(trimPadding(jump(at), riscv64).troubles).toEqual([]);
  });
});
