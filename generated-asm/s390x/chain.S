/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/s390x.ts by npm run generate; do not edit. */
/* Format chain, for an example image with 4 words that move. */
/* Preserved: %r2 (0: verify and return, else boot), %r6 to %r15. */
/* Clobbered: %r0, %r1, %r3 to %r5, the condition code. */
/* Stack: none is used. */
/* Entered in: z/Architecture mode with 64-bit addresses, address translation off, interrupts disabled. */
/* Failure: code in %r0, then a jump to itself; after an overflow %r3 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    bras    %r1, located                    # two bytes less than larl
located:                                # %r1: load base + 4, from where offsets and targets of chains count
head:                                   # the table is this instruction's operand
    llilf   %r4, 0x3000-4                   # first of 4 slots of 8 bytes
    j       test8                           # the upper half of %r4 is 0 from here on
next8:
    l       %r4, 4(%r3,%r1)                 # target
    la      %r0, 0(%r4,%r1)
    l       %r4, 0(%r3,%r1)                 # offset of the next slot
    stg     %r0, 0(%r3,%r1)
test8:
    ltgr    %r3, %r4
    jne     next8
    st      %r3, 0x6-4(%r1)                 # 0: a second entry finds nothing to do
    j       start+0x2000
table:
