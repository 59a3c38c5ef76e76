/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/sh.ts by npm run generate; do not edit. */
/* Format relr, for an example image with 4 words that move. */
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
    add     #-56, r0                        ! load base
next:
    mov.l   @r1+, r3
    tst     r3, r3
    bt/s    done
    sett
    rotcr   r3                              ! what is left of the word, with a bit above it that ends it
    bt      bit
    shll    r3                              ! even: the offset of a slot
    mov     r3, r2
    add     r0, r2
    mov     #3, r3
bit:                                    ! odd: a bit for each of the next 31 words
    shlr    r3
    bf      skip
    tst     r3, r3
    bt      next
    mov.l   @r2, r4
    add     r0, r4
    mov.l   r4, @r2
skip:
    bra     bit
    add     #4, r2
done:
    mova    table, r0
    mov.w   far, r2
    braf    r2
behind:
    mov.l   r3, @r0                         ! a second entry finds an empty table
far:
    .short  start+0x2000-behind-2
    .balign 4, 0
table:
    .byte   0x00, 0x30, 0x00, 0x00, 0x21, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
