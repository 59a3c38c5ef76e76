/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/s390x.ts by npm run generate; do not edit. */
/* Format relr, for an example image with 4 words that move. */
/* Preserved: %r2 (0: verify and return, else boot), %r6 to %r15. */
/* Clobbered: %r0, %r1, %r3 to %r5, the condition code. */
/* Stack: none is used. */
/* Entered in: z/Architecture mode with 64-bit addresses, address translation off, interrupts disabled. */
/* Failure: code in %r0, then a jump to itself; after an overflow %r3 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    larl    %r1, start                      # load base
    lay     %r5, 0x82(%r1)
next:
    lg      %r4, 0(%r5)
    la      %r5, 8(%r5)
    cgije   %r4, 0, done
    tmll    %r4, 1
    jne     bitmap
    la      %r3, 0(%r4,%r1)                 # even: the offset of a slot
    lg      %r0, 0(%r3)
    agr     %r0, %r1
    stg     %r0, 0(%r3)
    la      %r3, 8(%r3)
    j       next
bitmap:                                 # odd: a bit for each of the next 63 words
    rllg    %r4, %r4, 63                    # the bit that made it odd, now the highest, will come down last
bit:
    cgije   %r4, 1, next
    tmll    %r4, 1
    je      skip
    lg      %r0, 0(%r3)
    agr     %r0, %r1
    stg     %r0, 0(%r3)
skip:
    la      %r3, 8(%r3)
    srlg    %r4, %r4, 1
    j       bit
done:
    lay     %r5, 0x82(%r1)
    xc      0(8,%r5), 0(%r5)                # a second entry finds an empty table
    j       start+0x2000
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x84, 0x21
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
