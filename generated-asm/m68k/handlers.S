/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/m68k.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
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

    | X = S + A; check: none
apply_R_68K_32:
    move.l  %d0, (%a2)
    jra     next

    | X = S + A; check: -2^15 <= X < 2^16
apply_R_68K_16:
    bfexts  %d0{#0:#17}, %d1
    addq.l  #1, %d1
    subq.l  #3, %d1
    jcc     overflow
    move.w  %d0, (%a2)
    jra     next

    | X = S + A; check: -2^7 <= X < 2^8
apply_R_68K_8:
    bfexts  %d0{#0:#25}, %d1
    addq.l  #1, %d1
    subq.l  #3, %d1
    jcc     overflow
    move.b  %d0, (%a2)
    jra     next

    | X = S + A - P; check: none
apply_R_68K_PC32:
    sub.l   %a2, %d0
    move.l  %d0, (%a2)
    jra     next

    | X = S + A - P; check: -2^15 <= X < 2^15
apply_R_68K_PC16:
    sub.l   %a2, %d0
    movea.w %d0, %a3
    cmp.l   %a3, %d0
    jne     overflow
    move.w  %d0, (%a2)
    jra     next

    | X = S + A - P; check: -2^7 <= X < 2^7
apply_R_68K_PC8:
    sub.l   %a2, %d0
    move.b  %d0, %d1
    extb.l  %d1
    cmp.l   %d0, %d1
    jne     overflow
    move.b  %d0, (%a2)
    jra     next

    | X = G + GOT + A - P; check: none
apply_R_68K_GOT32:
    sub.l   %a2, %d0
    move.l  %d0, (%a2)
    jra     next

    | X = G + GOT + A - P; check: -2^15 <= X < 2^15
apply_R_68K_GOT16:
    sub.l   %a2, %d0
    movea.w %d0, %a3
    cmp.l   %a3, %d0
    jne     overflow
    move.w  %d0, (%a2)
    jra     next

    | X = G + GOT + A - P; check: -2^7 <= X < 2^7
apply_R_68K_GOT8:
    sub.l   %a2, %d0
    move.b  %d0, %d1
    extb.l  %d1
    cmp.l   %d0, %d1
    jne     overflow
    move.b  %d0, (%a2)
    jra     next

    | X = G; check: none
apply_R_68K_GOT32O:
    move.l  %d0, (%a2)
    jra     next

    | X = G; check: -2^15 <= X < 2^15
apply_R_68K_GOT16O:
    movea.w %d0, %a3
    cmp.l   %a3, %d0
    jne     overflow
    move.w  %d0, (%a2)
    jra     next

    | X = G; check: -2^7 <= X < 2^7
apply_R_68K_GOT8O:
    move.b  %d0, %d1
    extb.l  %d1
    cmp.l   %d0, %d1
    jne     overflow
    move.b  %d0, (%a2)
    jra     next

    | X = L + A - P; check: none
apply_R_68K_PLT32:
    sub.l   %a2, %d0
    move.l  %d0, (%a2)
    jra     next

    | X = L + A - P; check: -2^15 <= X < 2^15
apply_R_68K_PLT16:
    sub.l   %a2, %d0
    movea.w %d0, %a3
    cmp.l   %a3, %d0
    jne     overflow
    move.w  %d0, (%a2)
    jra     next

    | X = L + A - P; check: -2^7 <= X < 2^7
apply_R_68K_PLT8:
    sub.l   %a2, %d0
    move.b  %d0, %d1
    extb.l  %d1
    cmp.l   %d0, %d1
    jne     overflow
    move.b  %d0, (%a2)
    jra     next

    | X = S; check: none
apply_R_68K_GLOB_DAT:
    move.l  %d0, (%a2)
    jra     next

    | X = S; check: none
apply_R_68K_JMP_SLOT:
    move.l  %d0, (%a2)
    jra     next

    | X = B + A; check: none
apply_R_68K_RELATIVE:
    move.l  %d0, (%a2)
    jra     next

next:
    jra     next
overflow:
    jra     overflow
