/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/m68k.ts by npm run generate; do not edit. */
/* Format chain, for an example image with 4 words that move. */
/* Preserved: %d2 to %d7, %a4 to %a6, %sp. */
/* Clobbered: %d0, %d1, %a0 to %a3, the condition codes. */
/* Stack: none is used. */
/* Entered in: a 68020 or later in supervisor mode, memory at its own addresses, interrupts masked, both caches flushed; where addresses in instructions are relocated, the prologue flushes them again. */
/* When the purgatory is entered: %a5 holds the address of the GOT, if code counts from it and none forms it. */
/* Failure: code in %d0, then a jump to itself; after an overflow %a2 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    lea     start(%pc), %a0                 | load base
    moveq   #0, %d0                         | nothing is added to the head
    moveq   #0x1c, %d1                      | the first link: cleared, so a second entry finds the end there
next:
    lea     (%a0,%d1.l), %a1
    move.w  (%a1), %d1                      | slot: offset of the next slot, target
    clr.w   (%a1)
    add.l   %d0, (%a1)
    move.l  %a0, %d0
    tst.w   %d1
    jne     next
    jra     start+0x2000
table:
    .short  0x3000                          | first of 4 slots of 4 bytes
