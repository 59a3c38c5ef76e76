/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/sparc64.ts by npm run generate; do not edit. */
/* Format chain, for an example image with 4 words that move. */
/* Preserved: %o0 to %o4, %sp, %l0 to %l7, %i0 to %i7, %g6, %g7, the register windows. */
/* Clobbered: %g1 to %g5, %o5, %o7, the condition codes. */
/* Stack: none is used. */
/* Entered in: privileged mode, total store order, 64-bit addresses (PSTATE.AM clear) that are mapped one to one, interrupts disabled. */
/* When the purgatory is entered: %g4 is the purgatory's own to set: code of -mcmodel=embmedany counts from the start of the data in it. */
/* Failure: code in %g1, then a jump to itself; after an overflow %g2 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    rd      %pc, %g3                        ! load base
    lduw    [%g3 + 0x28], %g4               ! first of 4 slots of 8 bytes
    stw     %g0, [%g3 + 0x28]               ! a second entry finds nothing to do
next8:
    brz,pn  %g4, start+0x2000
    add     %g3, %g4, %g2
    lduw    [%g2 + 4], %g1                  ! target
    lduw    [%g2], %g4                      ! offset of the next slot
    add     %g1, %g3, %g1
    ba,pt   %xcc, next8
    stx     %g1, [%g2]
table:
    .word   0x3000                          ! first of 4 slots of 8 bytes
