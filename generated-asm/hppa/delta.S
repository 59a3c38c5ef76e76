/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/hppa.ts by npm run generate; do not edit. */
/* Format delta, for an example image with 4 words that move. */
/* Preserved: %r23 to %r26 (arguments), %r2, %r3 to %r18, %r27, %r30. */
/* Clobbered: %r1, %r19 to %r22, %r28, %r29, %r31, carry bits. */
/* Stack: none is used. */
/* Entered in: real mode (no translation of addresses), any privilege level, interrupts disabled. */
/* When the purgatory is entered: %r27 holds the global pointer, if code counts from it and none forms it. */
/* Failure: code in %r28, then a jump to itself; after an overflow %r20 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    b,l     here, %r31
    depi    0, 31, 4, %r31                  ; load base, a multiple of 16, at any privilege level
here:
    ldo     0x44(%r31), %r22
    copy    %r31, %r20
next4:
    ldi     0, %r29
more4:
    ldbs,ma 1(%r22), %r1                    ; seven bits of the distance to the next slot, highest first
    zdep    %r29, 24, 25, %r29
    bb,<    %r1, 24, more4
    dep     %r1, 31, 7, %r29
    comib,= 0, %r29, done4
    addl    %r20, %r29, %r20
    ldw     0(%r20), %r21
    addl    %r31, %r21, %r21
    b       next4
    stw     %r21, 0(%r20)
done4:
    b       start+0x2000
    stb     %r0, 0x44(%r31)                 ; a second entry finds an empty table
table:
    .byte   0xe0, 0x00, 0x14, 0x14, 0x14, 0x00
