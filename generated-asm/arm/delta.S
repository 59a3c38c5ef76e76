/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/arm.ts by npm run generate; do not edit. */
/* Format delta, for an example image with 4 words that move. */
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
    mov     r6, r4
next4:
    mov     r7, #0
more4:
    ldrb    r8, [r5], #1                    // seven bits of the distance to the next slot, highest first
    and     r9, r8, #0x7f
    orr     r7, r9, r7, lsl #7
    tst     r8, #0x80
    bne     more4
    cmp     r7, #0
    beq     done4
    add     r6, r6, r7
    ldr     r8, [r6]
    add     r8, r8, r4
    str     r8, [r6]
    b       next4
done4:
    strb    r7, [r4, #0x48]                 // a second entry finds an empty table
    b       start+0x2000
table:
    .byte   0xe0, 0x00, 0x14, 0x14, 0x14, 0x00
