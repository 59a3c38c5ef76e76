import type { DebianFacts } from '../../support/debian-facts.ts';

export const debian: DebianFacts = {
  loong64: {
    bytes: 4,
    settled: true,
    completion: `.globl purgatory_start, post_verification_setup_arch
      .type purgatory_start, @function
      .type post_verification_setup_arch, @function
      .text
      purgatory_start:
        b purgatory
      post_verification_setup_arch:
        jr $ra\n`,
  },
};
