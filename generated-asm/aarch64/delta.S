/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/aarch64.ts by npm run generate; do not edit. */
/* Format delta, for an example image with 4 words that move. */
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
    adr     x5, start+0x40
    mov     x6, x4
next8:
    mov     x8, #0
more8:
    ldrb    w9, [x5], #1                    // seven bits of the distance to the next slot, highest first
    and     x10, x9, #0x7f
    orr     x8, x10, x8, lsl #7
    tbnz    w9, #7, more8
    cbz     x8, done8
    add     x6, x6, x8
    ldr     x8, [x6]
    add     x8, x8, x4
    str     x8, [x6]
    b       next8
done8:
    strb    wzr, [x4, #0x40]                // a second entry finds an empty table
    b       start+0x2000
table:
    .byte   0xe0, 0x00, 0x28, 0x28, 0x28, 0x00
