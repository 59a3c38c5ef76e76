/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/m68k.ts by npm run generate; do not edit. */
/* Format records, for an example image in which every rule occurs once; equal tails are shared. */
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
    lea     0x66(%a0), %a1
    move.l  %a0, 0x62(%a0)                  | the image's own slot of the symbol table
next:
    move.l  (%a1)+, %d1                     | offset of the place; 0 ends the table
    jeq     start+0x2000
    lea     (%a0,%d1.l), %a2                | P
    moveq   #0, %d1
    move.w  (%a1)+, %d1                     | offset of the symbol's slot
    move.l  (%a0,%d1.l), %d0                | S
    move.w  (%a1)+, %d1                     | offset of the handler
    add.l   (%a1)+, %d0                     | X = S + A
    jmp     (%a0,%d1.l)
apply_R_68K_PC32:
    | R_68K_PC32: S + A - P; R_68K_GOT32: G + GOT + A - P; R_68K_PLT32: L + A - P
    sub.l   %a2, %d0
apply_R_68K_32:
    | R_68K_32: S + A; R_68K_GOT32O: G; R_68K_RELATIVE: B + A
    move.l  %d0, (%a2)
    jra     next
apply_R_68K_16:
    | R_68K_16: S + A
    bfexts  %d0{#0:#17}, %d1
    addq.l  #1, %d1
    subq.l  #3, %d1
    jcc     overflow
    jra     tail1
apply_R_68K_PC16:
    | R_68K_PC16: S + A - P; R_68K_GOT16: G + GOT + A - P; R_68K_PLT16: L + A - P
    sub.l   %a2, %d0
apply_R_68K_GOT16O:
    | R_68K_GOT16O: G
    movea.w %d0, %a3
    cmp.l   %a3, %d0
    jne     overflow
tail1:
    move.w  %d0, (%a2)
    jra     next
apply_R_68K_8:
    | R_68K_8: S + A
    bfexts  %d0{#0:#25}, %d1
    addq.l  #1, %d1
    subq.l  #3, %d1
    jcc     overflow
    jra     tail2
apply_R_68K_PC8:
    | R_68K_PC8: S + A - P; R_68K_GOT8: G + GOT + A - P; R_68K_PLT8: L + A - P
    sub.l   %a2, %d0
apply_R_68K_GOT8O:
    | R_68K_GOT8O: G
    move.b  %d0, %d1
    extb.l  %d1
    cmp.l   %d0, %d1
    jne     overflow
tail2:
    move.b  %d0, (%a2)
    jra     next
overflow:
    moveq   #0x4f, %d0                      | %a2: the place
stop:
    jra     stop                            | failure code in %d0
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00, 0x00, 0x62, 0x00, 0x28, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0x10, 0x00, 0x62, 0x00, 0x2c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x20
    .byte   0x00, 0x62, 0x00, 0x44, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x30, 0x00, 0x62, 0x00, 0x26
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x40, 0x00, 0x62, 0x00, 0x38, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0x50, 0x00, 0x62, 0x00, 0x50, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x60
    .byte   0x00, 0x62, 0x00, 0x26, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x70, 0x00, 0x62, 0x00, 0x38
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x80, 0x00, 0x62, 0x00, 0x50, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0x90, 0x00, 0x62, 0x00, 0x28, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xa0
    .byte   0x00, 0x62, 0x00, 0x3a, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xb0, 0x00, 0x62, 0x00, 0x52
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xc0, 0x00, 0x62, 0x00, 0x26, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0xd0, 0x00, 0x62, 0x00, 0x38, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xe0
    .byte   0x00, 0x62, 0x00, 0x50, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xf0, 0x00, 0x62, 0x00, 0x28
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
