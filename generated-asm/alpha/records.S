/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/alpha.ts by npm run generate; do not edit. */
/* Format records, for an example image in which every rule occurs once; equal tails are shared. */
/* Preserved: $16 to $21 (arguments), $9 to $15, $26, $29, $30. */
/* Clobbered: $0 to $8, $22 to $25, $27, $28. */
/* Stack: none is used. */
/* Entered in: kernel mode under the OSF/1 PALcode, in an address region that maps itself, interrupts disabled; any processor, as nothing is used that came later (BWX). */
/* When the purgatory is entered: $27 holds the entry's address; $29 holds the global pointer, if code counts from it and none forms it. */
/* Failure: code in $0, then a jump to itself; after an overflow $2 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    br      $25, here
here:                                   # $25: 4 bytes behind the load base
    lda     $24, -4($25)                    # load base
    stq     $24, 0x1d0-4($25)               # the image's own slot of the symbol table
    lda     $1, 0x1d8-4($25)
    # the entry, where the calling standard wants it
    lda     $27, 8188($25)
next:
    ldl     $2, 0($1)                       # offset of the place; 0 ends the table
    beq     $2, done
    ldl     $4, 4($1)
    ldl     $5, 8($1)                       # A
    lda     $1, 12($1)
    zapnot  $4, 3, $3                       # offset of the symbol's slot
    extwl   $4, 2, $4                       # offset of the handler
    addq    $3, $24, $3
    ldq     $3, 0($3)                       # S
    addq    $2, $24, $2                     # P
    addq    $4, $24, $4
    addq    $3, $5, $3                      # X = S + A
    jmp     $31, ($4)
done:
    call_pal 0x86                           # imb: instructions were patched
    jmp     $31, ($27)
apply_R_ALPHA_REFLONG:
    # R_ALPHA_REFLONG: S + A
    sra     $3, 31, $4
    addq    $4, 1, $4
    cmpule  $4, 2, $4
    beq     $4, overflow
    br      $31, tail1
apply_R_ALPHA_GPREL32:
    # R_ALPHA_GPREL32: S + A - GP
    subq    $3, $24, $3
    ldah    $3, -1($3)
    lda     $3, 22528($3)
    br      $31, tail2
apply_R_ALPHA_SREL32:
    # R_ALPHA_SREL32: S + A - P
    subq    $3, $2, $3
tail2:
    addl    $3, $31, $4
    subq    $3, $4, $4
    bne     $4, overflow
tail1:
    stl     $3, 0($2)
    br      $31, next
apply_R_ALPHA_SREL64:
    # R_ALPHA_SREL64: S + A - P
    subq    $3, $2, $3
apply_R_ALPHA_REFQUAD:
    # R_ALPHA_REFQUAD: S + A; R_ALPHA_GLOB_DAT: S + A; R_ALPHA_JMP_SLOT: S + A; R_ALPHA_RELATIVE: B + A
    stq     $3, 0($2)
    br      $31, next
apply_R_ALPHA_LITERAL:
    # R_ALPHA_LITERAL: G + GOT - GP; R_ALPHA_GPREL16: S + A - GP
    subq    $3, $24, $3
    ldah    $3, -1($3)
    lda     $3, 22528($3)
    br      $31, tail3
apply_R_ALPHA_SREL16:
    # R_ALPHA_SREL16: S + A - P
    subq    $3, $2, $3
tail3:
    sll     $3, 48, $4
    sra     $4, 48, $4
    subq    $3, $4, $4
    bne     $4, overflow
    br      $31, tail4
apply_R_ALPHA_GPRELLOW:
    # R_ALPHA_GPRELLOW: S + A - GP
    subq    $3, $24, $3
    ldah    $3, -1($3)
    lda     $3, 22528($3)
tail4:
    ldq_u   $4, 0($2)
    inswl   $3, $2, $6
    br      $31, tail5
apply_R_ALPHA_GPDISP:
    # R_ALPHA_GPDISP: GP - P + V
    addq    $2, $5, $8
    ldl     $4, 0($2)
    ldl     $5, 0($8)
    sll     $4, 16, $4
    sll     $5, 48, $5
    sra     $5, 48, $5
    addl    $4, $5, $4
    addq    $24, $4, $3
    subq    $3, $2, $3
    ldah    $3, 1($3)
    lda     $3, -22528($3)
    ldah    $5, 1($3)
    lda     $5, -32768($5)
    addl    $5, $31, $4
    subq    $5, $4, $4
    bne     $4, overflow
    ldq_u   $4, 0($8)
    inswl   $3, $8, $6
    mskwl   $4, $8, $4
    bis     $4, $6, $4
    stq_u   $4, 0($8)
    br      $31, tail6
apply_R_ALPHA_GPRELHIGH:
    # R_ALPHA_GPRELHIGH: S + A - GP
    subq    $3, $24, $3
    ldah    $3, -1($3)
    lda     $3, 22528($3)
    ldah    $5, 1($3)
    lda     $5, -32768($5)
    addl    $5, $31, $4
    subq    $5, $4, $4
    bne     $4, overflow
tail6:
    srl     $5, 16, $5
    ldq_u   $4, 0($2)
    inswl   $5, $2, $6
tail5:
    mskwl   $4, $2, $4
    bis     $4, $6, $4
    stq_u   $4, 0($2)
    br      $31, next
apply_R_ALPHA_BRADDR:
    # R_ALPHA_BRADDR: S + A - P - 4; R_ALPHA_BRSGP: S + E + A - P - 4
    subq    $3, $2, $3
    lda     $3, -4($3)
    sll     $3, 41, $4
    sra     $4, 43, $5
    s4addq  $5, $31, $5
    subq    $3, $5, $5
    bne     $5, overflow
    srl     $4, 43, $4
    ldl     $6, 0($2)
    sra     $6, 21, $6
    sll     $6, 21, $6
    br      $31, tail7
apply_R_ALPHA_HINT:
    # R_ALPHA_HINT: S + A - P - 4
    subq    $3, $2, $3
    lda     $3, -4($3)
    sll     $3, 48, $4
    srl     $4, 50, $4
    ldl     $6, 0($2)
    sra     $6, 14, $6
    sll     $6, 14, $6
tail7:
    bis     $4, $6, $4
    stl     $4, 0($2)
    br      $31, next
overflow:
    lda     $0, 0x4f($31)                   # $2: the place
stop:
    br      $31, stop                       # failure code in $0
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00, 0x00
    .byte   0xd0, 0x01, 0x50, 0x00, 0x00, 0x00, 0x00, 0x00, 0x10, 0x30, 0x00, 0x00, 0xd0, 0x01, 0x90, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x20, 0x30, 0x00, 0x00, 0xd0, 0x01, 0x64, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x30, 0x30, 0x00, 0x00, 0xd0, 0x01, 0x98, 0x00, 0x00, 0x00, 0x00, 0x00, 0x40, 0x30, 0x00, 0x00
    .byte   0xd0, 0x01, 0xd8, 0x00, 0x00, 0x00, 0x00, 0x00, 0x50, 0x30, 0x00, 0x00, 0xd0, 0x01, 0x6c, 0x01
    .byte   0x00, 0x00, 0x00, 0x00, 0x60, 0x30, 0x00, 0x00, 0xd0, 0x01, 0x9c, 0x01, 0x00, 0x00, 0x00, 0x00
    .byte   0x70, 0x30, 0x00, 0x00, 0xd0, 0x01, 0xa8, 0x00, 0x00, 0x00, 0x00, 0x00, 0x80, 0x30, 0x00, 0x00
    .byte   0xd0, 0x01, 0x74, 0x00, 0x00, 0x00, 0x00, 0x00, 0x90, 0x30, 0x00, 0x00, 0xd0, 0x01, 0x8c, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0xa0, 0x30, 0x00, 0x00, 0xd0, 0x01, 0x30, 0x01, 0x00, 0x00, 0x00, 0x00
    .byte   0xb0, 0x30, 0x00, 0x00, 0xd0, 0x01, 0xc0, 0x00, 0x00, 0x00, 0x00, 0x00, 0xc0, 0x30, 0x00, 0x00
    .byte   0xd0, 0x01, 0x98, 0x00, 0x00, 0x00, 0x00, 0x00, 0xd0, 0x30, 0x00, 0x00, 0xd0, 0x01, 0x90, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0xe0, 0x30, 0x00, 0x00, 0xd0, 0x01, 0x90, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0xf0, 0x30, 0x00, 0x00, 0xd0, 0x01, 0x90, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x00, 0x00
    .byte   0xd0, 0x01, 0x6c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
