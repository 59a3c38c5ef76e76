/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/arm.ts by npm run generate; do not edit. */
/* Format rela, for an example image with 4 words that move. */
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
    ldr     r6, [r5], #8                    // r_offset; 0 ends the table; r_info is always R_ARM_RELATIVE
    cmp     r6, #0
    beq     done
    add     r6, r4, r6
    ldr     r8, [r5], #4                    // r_addend
    add     r8, r8, r4
    str     r8, [r6]
    b       next
done:
    b       start+0x2000
table:
    .byte   0x00, 0x30, 0x00, 0x00, 0x17, 0x00, 0x00, 0x00, 0x00, 0x20, 0x00, 0x00, 0x14, 0x30, 0x00, 0x00
    .byte   0x17, 0x00, 0x00, 0x00, 0x10, 0x20, 0x00, 0x00, 0x28, 0x30, 0x00, 0x00, 0x17, 0x00, 0x00, 0x00
    .byte   0x20, 0x20, 0x00, 0x00, 0x3c, 0x30, 0x00, 0x00, 0x17, 0x00, 0x00, 0x00, 0x30, 0x20, 0x00, 0x00
    .byte   0x00, 0x00, 0x00, 0x00
