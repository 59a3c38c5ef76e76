import type { DebianFacts } from '../../support/debian-facts.ts';

export const debian: DebianFacts = {
  mipsel: {
    bytes: 420,
    delta: true,
    completion: `
      .globl purgatory_start, post_verification_setup_arch, __lshrdi3
      .abicalls
      .set noreorder
      purgatory_start:
        lui $sp, %hi(stack_end)
        addiu $sp, $sp, %lo(stack_end)
        lui $25, %hi(purgatory)
        addiu $25, $25, %lo(purgatory)
        jalr $25
        nop
        b .
        nop
      post_verification_setup_arch:
      __lshrdi3:
        jr $31
        nop
      .bss
      .balign 16
      .zero 4096
      stack_end:
        .zero 16
    `,
  },
  mips64el: {
    bytes: 72,
    completion: `
      .globl purgatory_start, post_verification_setup_arch
      .abicalls
      .option pic2
      purgatory_start:
        .cpsetup $25, $16, purgatory_start
        dla $sp, stack_end
        dla $25, purgatory
        jalr $25
        b .
      post_verification_setup_arch:
        jr $31
      .bss
      .balign 16
      .zero 4096
      stack_end:
        .zero 16
    `,
  },
};
