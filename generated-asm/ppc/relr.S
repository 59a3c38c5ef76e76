/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/ppc.ts by npm run generate; do not edit. */
/* Format relr, for an example image with 4 words that move. */
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
    addi    9, 8, 0x60-8
    addi    8, 8, -4
next:
    lwzu    11, 4(9)
    andi.   0, 11, 1
    bne     bitmap                          # odd: a bit for each of the next 31 words
    cmpwi   11, 0
    beq     done
    add     10, 11, 8                       # even: the offset of a slot, like a bitmap with one bit
    li      11, 6
bitmap:
    rotrwi  11, 11, 1                       # the bit that made it odd, now the highest, will come down last
bit:
    andi.   0, 11, 1
    beq     skip
    lwz     12, 0(10)
    add     12, 12, 8
    stw     12, 0(10)
skip:
    addi    10, 10, 4
    srwi    11, 11, 1
    cmpwi   11, 1
    bne     bit
    b       next
done:
    stw     11, 0x60(8)                     # 0: a second entry finds an empty table
    b       start+0x2000
table:
    .byte   0x00, 0x00, 0x30, 0x00, 0x00, 0x00, 0x84, 0x21, 0x00, 0x00, 0x00, 0x00
