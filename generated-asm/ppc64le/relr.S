/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/ppc64.ts by npm run generate; do not edit. */
/* Format relr, for an example image with 4 words that move. */
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
    addi    9, 6, 0x78-8
next:
    ldu     8, 8(9)
    cmpldi  8, 0
    beq     done
    andi.   0, 8, 1
    bne     bitmap
    ldux    0, 8, 6                         # even: the offset of a slot
    add     0, 0, 6
    std     0, 0(8)
    addi    7, 8, 8
    b       next
bitmap:                                 # odd: a bit for each of the next 63 words
    mr      10, 7
bit:
    srdi    8, 8, 1
    cmpldi  8, 0
    beq     window
    andi.   0, 8, 1
    beq     skip
    ld      0, 0(10)
    add     0, 0, 6
    std     0, 0(10)
skip:
    addi    10, 10, 8
    b       bit
window:
    addi    7, 7, 504
    b       next
done:
    std     8, 0x78(6)                      # 0: a second entry finds an empty table
    b       start+0x2000
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x21, 0x84, 0x00, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
