/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/ppc.ts by npm run generate; do not edit. */
/* Format rela, for an example image with 4 words that move. */
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
    addi    9, 8, 0x30-16
    addi    8, 8, -4
next:
    lwzu    10, 12(9)                       # r_offset; 0 ends the table; r_info is always R_PPC_RELATIVE
    cmpwi   10, 0
    beq     done
    lwz     11, 8(9)                        # r_addend
    add     11, 11, 8
    stwx    11, 10, 8
    b       next
done:
    b       start+0x2000
table:
    .byte   0x00, 0x00, 0x30, 0x00, 0x00, 0x00, 0x00, 0x16, 0x00, 0x00, 0x20, 0x00, 0x00, 0x00, 0x30, 0x14
    .byte   0x00, 0x00, 0x00, 0x16, 0x00, 0x00, 0x20, 0x10, 0x00, 0x00, 0x30, 0x28, 0x00, 0x00, 0x00, 0x16
    .byte   0x00, 0x00, 0x20, 0x20, 0x00, 0x00, 0x30, 0x3c, 0x00, 0x00, 0x00, 0x16, 0x00, 0x00, 0x20, 0x30
    .byte   0x00, 0x00, 0x00, 0x00
