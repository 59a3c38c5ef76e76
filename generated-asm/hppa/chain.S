/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/hppa.ts by npm run generate; do not edit. */
/* Format chain, for an example image with 4 words that move. */
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
    ldi     0x2c, %r22                      ; the head is read like a slot, and stored like one for now
next4:
    addl    %r31, %r22, %r20
    ldh     2(%r20), %r22                   ; offset of the next slot
    ldh     0(%r20), %r21                   ; target
    addl    %r31, %r21, %r21
    comib,<> 0, %r22, next4
    stw     %r21, 0(%r20)
    b       start+0x2000
    stw     %r0, 0x2c(%r31)                 ; a second entry finds nothing to do
table:
    .word   0x3000                          ; first of 4 slots of 4 bytes
