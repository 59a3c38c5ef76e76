/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/arm.ts by npm run generate; do not edit. */
/* Format relr, for an example image with 4 words that move. */
/* Preserved: r0 to r2, sp, lr. */
/* Clobbered: r3 to r12, flags. */
/* Stack: none is used. */
/* Entered in: Arm state, a privileged mode, MMU and data cache off or memory mapped at its own addresses, interrupts masked. */
/* When the purgatory is entered: r9 holds the address of the GOT, if code counts from it and none forms it. */
/* Failure: code in r12, then a jump to itself; after an overflow r6 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    sub     r4, pc, #8                      // load base
    adr     r5, table
next:
    ldr     r8, [r5], #4
    lsrs    r9, r8, #1                      // carry: a bitmap; zero: the end, or no word of a bitmap
    bcs     bitmap
    beq     done
    add     r6, r4, r8                      // even: the offset of a slot
    ldr     r9, [r6]
    add     r9, r9, r4
    str     r9, [r6], #4
    b       next
bitmap:                                 // odd: a bit for each of the next 31 words
    mov     r7, r6
bit:
    lsrs    r9, r9, #1
    ldrcs   r8, [r7]
    addcs   r8, r8, r4
    strcs   r8, [r7]
    add     r7, r7, #4
    bne     bit
    add     r6, r6, #124
    b       next
done:
    str     r9, [r4, #0x58]                 // a second entry finds an empty table
    b       start+0x2000
table:
    .byte   0x00, 0x30, 0x00, 0x00, 0x21, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
