/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/sh.ts by npm run generate; do not edit. */
/* Format rela, for an example image with 4 words that move. */
/* Preserved: r8 to r15, pr, gbr, vbr. */
/* Clobbered: r0 to r7, the T bit. */
/* Stack: none is used. */
/* Entered in: privileged mode of an SH-3 or SH-4, an SH-4A where instructions are patched, interrupts blocked, addresses that are not translated (P1 or P2). */
/* When the purgatory is entered: r12 holds the address of the GOT, if code counts from it and none forms it. */
/* Failure: code in r7, then a jump to itself; after an overflow r2 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    mova    table, r0
    mov     r0, r1
    add     #-32, r0                        ! load base
next:
    mov.l   @r1+, r2                        ! r_offset; 0 ends the table; r_info is always R_SH_RELATIVE
    tst     r2, r2
    bf      more
    mov.w   far, r2
    braf    r2
behind:
more:
    add     r0, r2
    mov.l   @(4,r1), r3                     ! r_addend
    add     #8, r1
    add     r0, r3
    bra     next
    mov.l   r3, @r2
far:
    .short  start+0x2000-behind-2
    .balign 4, 0
table:
    .byte   0x00, 0x30, 0x00, 0x00, 0xa5, 0x00, 0x00, 0x00, 0x00, 0x20, 0x00, 0x00, 0x14, 0x30, 0x00, 0x00
    .byte   0xa5, 0x00, 0x00, 0x00, 0x10, 0x20, 0x00, 0x00, 0x28, 0x30, 0x00, 0x00, 0xa5, 0x00, 0x00, 0x00
    .byte   0x20, 0x20, 0x00, 0x00, 0x3c, 0x30, 0x00, 0x00, 0xa5, 0x00, 0x00, 0x00, 0x30, 0x20, 0x00, 0x00
    .byte   0x00, 0x00, 0x00, 0x00
