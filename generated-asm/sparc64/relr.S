/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/sparc64.ts by npm run generate; do not edit. */
/* Format relr, for an example image with 4 words that move. */
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
    add     %g3, 0x60, %g4
next:
    ldx     [%g4], %g1
    brz,a,pn %g1, start+0x2000
    stx     %g0, [%g3 + 0x60]               ! a second entry finds an empty table
    add     %g4, 8, %g4
    andcc   %g1, 1, %g0
    bne,pn  %xcc, bit                       ! odd: a bit for each of the next 63 words
    mov     %g2, %g5
    add     %g3, %g1, %g5                   ! even: the offset of a slot, as a bitmap of one bit
    sub     %g5, 496, %g2
    mov     2, %g1
bit:
    srlx    %g1, 1, %g1
    brz,a,pn %g1, next
    add     %g2, 504, %g2
    andcc   %g1, 1, %g0
    be,a,pt %xcc, bit
    add     %g5, 8, %g5
    ldx     [%g5], %o7
    add     %o7, %g3, %o7
    stx     %o7, [%g5]
    ba,pt   %xcc, bit
    add     %g5, 8, %g5
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x84, 0x21, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
