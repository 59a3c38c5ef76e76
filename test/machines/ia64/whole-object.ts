import type { WholeObject } from '../../support/family.ts';

const ia64: WholeObject = {
  source: `
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
  notThere: ['R_IA64_PCREL60B', 'R_IA64_REL64LSB'],
  inInstructions: ['R_IA64_IMM64'],
};

export const wholeObjects = { ia64 };
