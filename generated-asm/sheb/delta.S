/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/sh.ts by npm run generate; do not edit. */
/* Format delta, for an example image with 4 words that move. */
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
    add     #-52, r0                        ! load base
    mov     r0, r2
    mov     #0x7f, r6
next:
    mov     #0, r3
more:
    mov.b   @r1+, r4                        ! seven bits of the distance to the next slot, highest first
    shll8   r3
    shlr    r3
    cmp/pz  r4
    and     r6, r4
    bf/s    more
    or      r4, r3
    tst     r3, r3
    bt      done
    add     r3, r2
    mov.l   @r2, r3
    add     r0, r3
    bra     next
    mov.l   r3, @r2
done:
    mova    table, r0
    mov.w   far, r2
    braf    r2
behind:
    mov.b   r3, @r0                         ! a second entry finds an empty table
far:
    .short  start+0x2000-behind-2
    .balign 4, 0
table:
    .byte   0xe0, 0x00, 0x14, 0x14, 0x14, 0x00
