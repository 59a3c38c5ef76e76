import type { WholeObject } from '../../support/family.ts';

const alpha: WholeObject = {
  source: `
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
  notThere: ['R_ALPHA_REFLONG', 'R_ALPHA_GLOB_DAT', 'R_ALPHA_JMP_SLOT', 'R_ALPHA_RELATIVE'],
  inInstructions: [],
};

export const wholeObjects = { alpha };
