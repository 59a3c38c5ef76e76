/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/sparc64.ts by npm run generate; do not edit. */
/* Format delta, for an example image with 4 words that move. */
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
    add     %g3, 0x44, %g4
    mov     %g3, %g2
next8:
    clr     %g1
more8:
    ldsb    [%g4], %g5                      ! seven bits of the distance to the next slot, highest first
    add     %g4, 1, %g4
    sllx    %g1, 7, %g1
    and     %g5, 0x7f, %o7
    brlz,pn %g5, more8
    or      %g1, %o7, %g1
    brz,a,pn %g1, start+0x2000
    stb     %g0, [%g3 + 0x44]               ! a second entry finds an empty table
    add     %g2, %g1, %g2
    ldx     [%g2], %g1
    add     %g1, %g3, %g1
    ba,pt   %xcc, next8
    stx     %g1, [%g2]
table:
    .byte   0xe0, 0x00, 0x28, 0x28, 0x28, 0x00
