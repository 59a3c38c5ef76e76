/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/aarch64.ts by npm run generate; do not edit. */
/* Format chain, for an example image with 4 words that move. */
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
    ldr     w6, [x4, #0x24]                 // first slot
    str     wzr, [x4, #0x24]                // a second entry finds nothing to do
next8:
    cbz     w6, start+0x2000
    add     x7, x4, x6
    ldp     w8, w6, [x7]                    // target, offset of the next slot
    add     x8, x4, x8
    str     x8, [x7]
    b       next8
table:
    .word   0x3000                          // first of 4 slots of 8 bytes
