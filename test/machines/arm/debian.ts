import type { DebianFacts } from '../../support/debian-facts.ts';

/** Functions that kexec-tools has for other machines; none of them does anything here. */
const FUNCTIONS = `.syntax unified
    .macro nothing name
    .globl \\name
    .type \\name, %function
\\name: bx lr
    .endm
    .globl purgatory_start
    .type purgatory_start, %function
purgatory_start: b purgatory
    nothing setup_arch
    nothing post_verification_setup_arch
    nothing putchar
    nothing __aeabi_idivmod
    nothing __aeabi_uidivmod
`;

export const debian: DebianFacts = {
  armel: { bytes: 44, completion: FUNCTIONS },
  armhf: { bytes: 256, completion: `.thumb\n${FUNCTIONS}` },
};
