import type { WholeObject } from '../../support/family.ts';

const hppa: WholeObject = {
  source: `
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
  // Two are for the lowest addresses only; what goes through the linkage table is not put into slots alike by GNU ld.
  notThere: [
    'R_PARISC_DIR17F',
    'R_PARISC_DIR14F',
    'R_PARISC_DLTIND21L',
    'R_PARISC_DLTIND14R',
    'R_PARISC_DLTIND14F',
  ],
  inInstructions: ['R_PARISC_DIR21L', 'R_PARISC_PLABEL21L'],
};

export const wholeObjects = { hppa };
