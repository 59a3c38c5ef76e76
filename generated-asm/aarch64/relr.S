/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/aarch64.ts by npm run generate; do not edit. */
/* Format relr, for an example image with 4 words that move. */
/* Preserved: x0 to x3, sp, x13 to x30. */
/* Clobbered: x4 to x12, flags. */
/* Stack: none is used. */
/* Entered in: EL1 or EL2, MMU and data cache off or memory mapped at its own addresses, interrupts masked. */
/* Failure: code in x12, then a jump to itself; after an overflow x6 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    adr     x4, start                       // load base
    adr     x5, start+0x60
next:
    ldr     x8, [x5], #8
    cbz     x8, done
    tbnz    w8, #0, bitmap
    add     x6, x4, x8                      // even: the offset of a slot
    ldr     x9, [x6]
    add     x9, x9, x4
    str     x9, [x6], #8
    b       next
bitmap:                                 // odd: a bit for each of the next 63 words
    mov     x7, x6
bit:
    lsr     x8, x8, #1
    cbz     x8, window
    tbz     w8, #0, skip
    ldr     x9, [x7]
    add     x9, x9, x4
    str     x9, [x7]
skip:
    add     x7, x7, #8
    b       bit
window:
    add     x6, x6, #504
    b       next
done:
    str     xzr, [x4, #0x60]                // a second entry finds an empty table
    b       start+0x2000
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x21, 0x84, 0x00, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
