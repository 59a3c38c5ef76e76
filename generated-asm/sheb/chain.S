/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/sh.ts by npm run generate; do not edit. */
/* Format chain, for an example image with 4 words that move. */
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
    mova    start+4, r0
    mov.l   table, r1                       ! first slot
    bra     test
    add     #-4, r0                         ! load base
next:
    mov.l   @(r0,r1), r3
    extu.w  r3, r2                          ! target
    add     r0, r2
    mov.l   r2, @(r0,r1)
    shlr16  r3
    mov     r3, r1                          ! offset of the next slot
test:
    tst     r1, r1
    bf      next
    mov.w   far, r2
    braf    r2
behind:
    mov.l   r1, @(32,r0)                    ! a second entry finds nothing to do
far:
    .short  start+0x2000-behind-2
    .balign 4, 0
table:
    .long   0x3000                          ! first of 4 slots of 4 bytes
