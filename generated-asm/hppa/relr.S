/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/hppa.ts by npm run generate; do not edit. */
/* Format relr, for an example image with 4 words that move. */
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
    ldo     0x4c(%r31), %r22
next:
    ldws,ma 4(%r22), %r21
    bb,<    %r21, 31, bit                   ; odd: a bit for each of the next 31 words
    shd     %r21, %r21, 1, %r1              ; the bit that made it odd, now the highest, will come down last
    comib,= 0, %r21, done
    addl    %r31, %r21, %r20                ; even: the offset of a slot, like a bitmap with one bit
    ldi     3, %r1
bit:
    bb,>=,n %r1, 31, skip
    ldw     0(%r20), %r21
    addl    %r31, %r21, %r21
    stw     %r21, 0(%r20)
skip:
    extru   %r1, 30, 31, %r1
    comib,<> 1, %r1, bit
    ldo     4(%r20), %r20
    b,n     next
done:
    b       start+0x2000
    stw     %r0, 0x4c(%r31)                 ; a second entry finds an empty table
table:
    .byte   0x00, 0x00, 0x30, 0x00, 0x00, 0x00, 0x84, 0x21, 0x00, 0x00, 0x00, 0x00
