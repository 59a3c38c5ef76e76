/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/m68k.ts by npm run generate; do not edit. */
/* Format relr, for an example image with 4 words that move. */
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
    lea     0x28(%a0), %a1
    move.l  %a0, %d0
next:
    move.l  (%a1), %d1
    clr.l   (%a1)+                          | a second entry finds an empty table
    ror.l   #1, %d1                         | the bit that makes it odd will come down last
    jcs     bit                             | odd: a bit for each of the next 31 words
    jeq     start+0x2000
    lea     (%a0,%d1.l*2), %a2              | even: the offset of a slot
    moveq   #3, %d1
bit:
    lsr.l   #1, %d1
    jeq     next
    jcc     skip
    add.l   %d0, (%a2)
skip:
    addq.l  #4, %a2
    jra     bit
table:
    .byte   0x00, 0x00, 0x30, 0x00, 0x00, 0x00, 0x84, 0x21, 0x00, 0x00, 0x00, 0x00
