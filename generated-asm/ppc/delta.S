/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/ppc.ts by npm run generate; do not edit. */
/* Format delta, for an example image with 4 words that move. */
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
    addi    8, 8, -4
    addi    9, 8, 0x48-1
    mr      10, 8
next4:
    li      11, 0
more4:
    lbzu    12, 1(9)                        # seven bits of the distance to the next slot, highest first
    slwi    11, 11, 7
    cmplwi  7, 12, 0x80
    rlwimi. 11, 12, 0, 25, 31
    bge     7, more4
    beq     done4
    lwzux   12, 10, 11
    add     12, 12, 8
    stw     12, 0(10)
    b       next4
done4:
    stb     11, 0x48(8)                     # 0: a second entry finds an empty table
    b       start+0x2000
table:
    .byte   0xe0, 0x00, 0x14, 0x14, 0x14, 0x00
