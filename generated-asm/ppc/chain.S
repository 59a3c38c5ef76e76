/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/ppc.ts by npm run generate; do not edit. */
/* Format chain, for an example image with 4 words that move. */
/* Preserved: r3 (CPU or device tree), r4 (purgatory), r5 to r7, r1, r2, r13 to r31. */
/* Clobbered: r0, r8 to r12, LR, CTR, CR0, CR7, XER. */
/* Stack: none is used. */
/* Entered in: big-endian, 32-bit, supervisor; address translation off or one to one, external interrupts disabled; data accesses of any alignment. */
/* When the purgatory is entered: r13 holds the global pointer, if code counts from it and none forms it; r2 holds the global pointer, if code counts from it and none forms it. */
/* Failure: code in r12, then a jump to itself; after an overflow r10 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    bl      here
here:
    mflr    8                               # load base + 4
    li      9, 0x2c-4                       # the head is read like a slot, and stored like one for now
next4:
    lwzux   11, 9, 8
    srwi    10, 11, 16                      # target
    add     10, 10, 8
    stw     10, 0(9)
    clrlwi. 9, 11, 16                       # offset of the next slot
    bne     next4
    stw     9, 0x2c-4(8)                    # 0: a second entry finds nothing to do
    b       start+0x2000
table:
    .long   0x3000-4                        # first of 4 slots of 4 bytes
