/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/m68k.ts by npm run generate; do not edit. */
/* Format rela, for an example image with 4 words that move. */
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
    lea     0x1a(%a0), %a1
next:
    move.l  (%a1)+, %d1                     | r_offset; 0 ends the table; r_info is always R_68K_RELATIVE
    jeq     start+0x2000
    addq.l  #4, %a1
    move.l  %a0, %d0
    add.l   (%a1)+, %d0                     | r_addend
    move.l  %d0, (%a0,%d1.l)
    jra     next
table:
    .byte   0x00, 0x00, 0x30, 0x00, 0x00, 0x00, 0x00, 0x16, 0x00, 0x00, 0x20, 0x00, 0x00, 0x00, 0x30, 0x14
    .byte   0x00, 0x00, 0x00, 0x16, 0x00, 0x00, 0x20, 0x10, 0x00, 0x00, 0x30, 0x28, 0x00, 0x00, 0x00, 0x16
    .byte   0x00, 0x00, 0x20, 0x20, 0x00, 0x00, 0x30, 0x3c, 0x00, 0x00, 0x00, 0x16, 0x00, 0x00, 0x20, 0x30
    .byte   0x00, 0x00, 0x00, 0x00
