import type { DebianFacts } from '../../support/debian-facts.ts';

export const debian: DebianFacts = {
  riscv64: {
    bytes: 4,
    settled: true,
    // It reaches its data by lui.
    linkedBelow: 1n << 31n,
    completion: `
      .globl purgatory_start, setup_arch, post_verification_setup_arch, putchar
      purgatory_start:
        lla sp, stack_end
        call purgatory
        j .
      setup_arch:
      post_verification_setup_arch:
      putchar:
        ret
      .bss
      .balign 16
      .zero 4096
      stack_end:
    `,
  },
};
