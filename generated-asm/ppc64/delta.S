/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/ppc64.ts by npm run generate; do not edit. */
/* Format delta, for an example image with 4 words that move. */
/* Preserved: r1, r2, r3 (physical processor number), r4 (address of the purgatory), r5, r13 to r31. */
/* Clobbered: r0, r6 to r12, lr, ctr, cr0. */
/* Stack: none is used. */
/* Entered in: 64-bit real mode in the machine's byte order, interrupts disabled, storage neither caching-inhibited nor guarded, so that unaligned data can be accessed. */
/* When the purgatory is entered: r12 holds the entry's address, if that is a function with a local entry or begins as such do; r2 holds the pointer of the entry's descriptor, if one names it. */
/* Failure: code in r12, then a jump to itself; after an overflow r7 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    bl      located
located:
    mflr    6
    addi    6, 6, -4                        # load base
    addi    9, 6, 0x50-1
    mr      7, 6
next8:
    li      8, 0
more8:
    lbzu    0, 1(9)                         # seven bits of the distance to the next slot, highest first
    sldi    8, 8, 7
    rlwimi  8, 0, 0, 25, 31
    andi.   0, 0, 0x80
    bne     more8
    cmpwi   8, 0
    beq     done8
    add     7, 7, 8
    ld      8, 0(7)
    add     8, 8, 6
    std     8, 0(7)
    b       next8
done8:
    stb     8, 0x50(6)                      # 0: a second entry finds an empty table
    b       start+0x2000
table:
    .byte   0xe0, 0x00, 0x28, 0x28, 0x28, 0x00
