/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/s390x.ts by npm run generate; do not edit. */
/* Format delta, for an example image with 4 words that move. */
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
    lay     %r5, 0x5e(%r1)
    lgr     %r3, %r1
next8:
    lghi    %r4, 0
more8:
    llgc    %r0, 0(%r5)                     # seven bits of the distance to the next slot, highest first
    la      %r5, 1(%r5)
    sllg    %r4, %r4, 7
    risbg   %r4, %r0, 57, 63, 0
    tmll    %r0, 0x80
    jne     more8
    cgije   %r4, 0, done8
    agr     %r3, %r4
    lg      %r4, 0(%r3)
    agr     %r4, %r1
    stg     %r4, 0(%r3)
    j       next8
done8:
    lay     %r5, 0x5e(%r1)
    mvi     0(%r5), 0                       # a second entry finds an empty table
    j       start+0x2000
table:
    .byte   0xe0, 0x00, 0x28, 0x28, 0x28, 0x00
