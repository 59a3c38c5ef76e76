/** Machines of which Debian has no purgatory: whole objects, laid out and resolved at several bases, against GNU ld. */
import { describe, expect, it } from 'vitest';
import { hasPrologue } from '../../codegen/machines/index.ts';
import { resolve, resolveAt } from '../../image/fixups/resolve.ts';
import { openSource } from '../../image/input/open.ts';
import { byteRanges } from '../../image/memory/container.ts';
import { buildImage, InputError, readElf, verifyImage } from '../../index.ts';
import { architectureForElf } from '../../relocator-dsl/arch/index.ts';
import type { RelocationType } from '../../relocator-dsl/rule.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { sectionDifferences } from '../support/link-image.ts';

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
  hppa: `
    .level 2.0
    .text
    .align 16
    .globl purgatory_start
    purgatory_start:
      ldil L'$global$, %r27
      ldo R'$global$(%r27), %r27
      ldil LR'value+5000, %r1
      ldw RR'value+5000(%r1), %r2
      ldil LR'hot, %r1
      be RR'hot(%sr4, %r1)
      nop
      addil LR'value-$global$+4, %r27
      ldw RR'value-$global$+4(%r1), %r3
      ldw zeros-$global$(%r27), %r3
      b,l hot, %r2
      nop
      comb,= %r1, %r2, hot
      nop
      addil L'hot-$PIC_pcrel$0+4, %r1
      ldo R'hot-$PIC_pcrel$0+8(%r1), %r1
      ldo hot-$PIC_pcrel$0(%r1), %r1
      .reloc ., R_PARISC_PCREL17R, hot
      .word 0xe0202000
      .reloc ., R_PARISC_PCREL17C, hot
      .word 0xe8400000
      ldil LP'hot, %r1
      ldo RP'hot(%r1), %r1
    .section .text.hot, "ax"
    .align 16
    .level 1.1
    .globl hot
    hot: b,l purgatory_start, %r2
      nop
    .section .data, "aw"
    .align 8
    value: .word purgatory_start + 8, hot - 4, P'hot, hot - ., $global$
      .reloc ., R_PARISC_SEGREL32, hot
      .word 0
    .bss
    .align 16
    zeros: .skip 40`,
  ia64: `
    .text
    .globl purgatory_start
    .align 32
    purgatory_start:
      movl gp = __gp
      addl r14 = @ltoff(hot), gp
      addl r15 = @ltoffx(far), gp
      ld8.mov r15 = [r15], far
      movl r21 = @ltoff(hot)
      addl r16 = @gprel(value), gp
      movl r17 = value + 8
      addl r18 = constant, r0
      adds r19 = constant, r20
      br.call.sptk.many b0 = hot
      chk.s r14, hot
      fchkf hot
      movl r22 = @pcrel(hot)
      movl r23 = @gprel(value)
      addl r24 = @pcrel(hot), r2
    .globl constant, far
    .set constant, 0x123
    // So far that GNU ld does not make do without a slot.
    .set far, 0x700000000000
    .section .text.hot, "ax"
    .align 32
    .globl hot
    hot: br.cond.sptk purgatory_start
    .section .data, "aw"
    .align 16
    value: data8 purgatory_start + 16, hot, @gprel(hot), @pcrel(hot), @segrel(hot), @ltv(hot)
      data4 hot, @gprel(hot), @pcrel(hot), @segrel(hot), @ltv(hot)
`,
} as const;

/** Types that GNU as makes of no source here. */
const NOT_THERE: Readonly<Record<keyof typeof SOURCES, readonly string[]>> = {
  alpha: ['R_ALPHA_REFLONG', 'R_ALPHA_RELATIVE'],
  // Both are for the lowest addresses only.
  hppa: ['R_PARISC_DIR17F', 'R_PARISC_DIR14F'],
  ia64: ['R_IA64_PCREL60B', 'R_IA64_REL64LSB'],
};

/** Types that leave an address in instructions, which only a prologue could finish. */
const IN_INSTRUCTIONS: Readonly<Record<keyof typeof SOURCES, readonly string[]>> = {
  alpha: [],
  hppa: ['R_PARISC_DIR21L', 'R_PARISC_PLABEL21L'],
  ia64: ['R_IA64_IMM64'],
};

describe.each(Object.keys(SOURCES) as (keyof typeof SOURCES)[])('%s', (arch) => {
  const object = gnuObject(arch, SOURCES[arch]);
  const source = openSource(object, {});
  // Where the segment starts, for types that count from there.
  const layout = source.place(0);

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
    const { symbols = [], fromGot = 0 } = source.architecture.machine.pointers?.global ?? {};
    const pointer = base + BigInt((layout.got ?? 0) + fromGot);
    const defined = new Map(symbols.map((name) => [name, pointer]));
    expect(sectionDifferences(memory, map, object, base, defined)).toEqual([]);
  });

  it('moves in whole words, which an address added to them makes right, and in few instructions', () => {
    const { image, fixups } = resolve(source, layout);
    const [base = 0n] = BASES;
    const moved = image.slice();
    const view = new DataView(moved.buffer);
    const { dataOrder } = source.architecture.machine;
    const little = dataOrder === 'little';
    const linked = resolveAt(source, layout, base, new Map(), new Set());
    const inInstructions = new Set<string>();
    for (const { application, coefficient } of fixups) {
      const { rule, offset, addend } = application;
      expect(coefficient).toBe(1n);
      const at = offset - layout.imageOffset;
      if (rule.field.kind === 'instruction') {
        inInstructions.add(rule.name);
        for (const { start, end } of byteRanges(at, rule.field, addend))
          moved.set(linked.subarray(start, end), start);
        continue;
      }
      if (rule.field.bytes === 8) view.setBigUint64(at, view.getBigUint64(at, little) + base, little);
      else view.setUint32(at, view.getUint32(at, little) + Number(base), little);
    }
    expect(fixups.length).toBeGreaterThan(2);
    expect([...inInstructions].sort()).toEqual(IN_INSTRUCTIONS[arch]);
    expect(moved).toEqual(linked);
  });

  it('is refused where the object has a global pointer of its own', () => {
    const [pointer = ''] = source.architecture.machine.pointers?.global?.symbols ?? [];
    const own = gnuObject(arch, `${SOURCES[arch]}\n.data\n.globl ${pointer}\n${pointer}:\n`);
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
