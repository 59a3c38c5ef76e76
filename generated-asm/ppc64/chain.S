/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/ppc64.ts by npm run generate; do not edit. */
/* Format chain, for an example image with 4 words that move. */
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
    lwz     9, 0x38(6)                      # first of 4 slots of 8 bytes
    cmpwi   9, 0
    beq     done8
next8:
    ldux    8, 9, 6
    clrldi  10, 8, 32                       # target
    add     10, 10, 6
    std     10, 0(9)
    srdi.   9, 8, 32                        # offset of the next slot
    bne     next8
done8:
    stw     9, 0x38(6)                      # 0: a second entry finds nothing to do
    b       start+0x2000
table:
    .long   0x3000                          # first of 4 slots of 8 bytes
