/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/hppa.ts by npm run generate; do not edit. */
/* Format rela, for an example image with 4 words that move. */
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
    ldo     0x2c(%r31), %r22
next:
    ldws,ma 12(%r22), %r20                  ; r_offset; 0 ends the table; r_info is always R_PARISC_DIR32, without a symbol
    comib,= 0, %r20, done
    addl    %r31, %r20, %r20
    ldw     -4(%r22), %r21                  ; r_addend
    addl    %r31, %r21, %r21
    b       next
    stw     %r21, 0(%r20)
done:
    b,n     start+0x2000
table:
    .byte   0x00, 0x00, 0x30, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x20, 0x00, 0x00, 0x00, 0x30, 0x14
    .byte   0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x20, 0x10, 0x00, 0x00, 0x30, 0x28, 0x00, 0x00, 0x00, 0x01
    .byte   0x00, 0x00, 0x20, 0x20, 0x00, 0x00, 0x30, 0x3c, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x20, 0x30
    .byte   0x00, 0x00, 0x00, 0x00
