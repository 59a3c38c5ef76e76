/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/arm.ts by npm run generate; do not edit. */
/* Format chain, for an example image with 4 words that move. */
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
    ldr     r6, [r4, #0x24]                 // first slot
next4:
    lsls    r5, r6, #16                     // the lower half of a slot is the offset of the next one
    ldrne   r6, [r4, r5, lsr #16]
    addne   r7, r4, r6, lsr #16             // the upper half is the target
    strne   r7, [r4, r5, lsr #16]
    bne     next4
    str     r5, [r4, #0x24]                 // a second entry finds nothing to do
    b       start+0x2000
table:
    .word   0x3000                          // first of 4 slots of 4 bytes
