/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/alpha.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
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

    # X = S + A; check: -2^31 <= X < 2^32
apply_R_ALPHA_REFLONG:
    sra     $3, 31, $4
    addq    $4, 1, $4
    cmpule  $4, 2, $4
    beq     $4, overflow
    stl     $3, 0($2)
    br      $31, next

    # X = S + A; check: none
apply_R_ALPHA_REFQUAD:
    stq     $3, 0($2)
    br      $31, next

    # X = S + A - GP; check: -2^31 <= X < 2^31
apply_R_ALPHA_GPREL32:
    subq    $3, $24, $3
    ldah    $3, -1($3)
    lda     $3, 22528($3)
    addl    $3, $31, $4
    subq    $3, $4, $4
    bne     $4, overflow
    stl     $3, 0($2)
    br      $31, next

    # X = G + GOT - GP; check: -2^15 <= X < 2^15
apply_R_ALPHA_LITERAL:
    subq    $3, $24, $3
    ldah    $3, -1($3)
    lda     $3, 22528($3)
    sll     $3, 48, $4
    sra     $4, 48, $4
    subq    $3, $4, $4
    bne     $4, overflow
    ldq_u   $4, 0($2)
    inswl   $3, $2, $6
    mskwl   $4, $2, $4
    bis     $4, $6, $4
    stq_u   $4, 0($2)
    br      $31, next

    # X = GP - P + V; check: -2^31 - 2^15 <= X < 2^31 - 2^15
apply_R_ALPHA_GPDISP:
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
    srl     $5, 16, $5
    ldq_u   $4, 0($2)
    inswl   $5, $2, $6
    mskwl   $4, $2, $4
    bis     $4, $6, $4
    stq_u   $4, 0($2)
    br      $31, next

    # X = S + A - P - 4; check: -2^22 <= X < 2^22 and X is a multiple of 4
apply_R_ALPHA_BRADDR:
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
    bis     $4, $6, $4
    stl     $4, 0($2)
    br      $31, next

    # X = S + A - P - 4; check: none
apply_R_ALPHA_HINT:
    subq    $3, $2, $3
    lda     $3, -4($3)
    sll     $3, 48, $4
    srl     $4, 50, $4
    ldl     $6, 0($2)
    sra     $6, 14, $6
    sll     $6, 14, $6
    bis     $4, $6, $4
    stl     $4, 0($2)
    br      $31, next

    # X = S + A - P; check: -2^15 <= X < 2^15
apply_R_ALPHA_SREL16:
    subq    $3, $2, $3
    sll     $3, 48, $4
    sra     $4, 48, $4
    subq    $3, $4, $4
    bne     $4, overflow
    ldq_u   $4, 0($2)
    inswl   $3, $2, $6
    mskwl   $4, $2, $4
    bis     $4, $6, $4
    stq_u   $4, 0($2)
    br      $31, next

    # X = S + A - P; check: -2^31 <= X < 2^31
apply_R_ALPHA_SREL32:
    subq    $3, $2, $3
    addl    $3, $31, $4
    subq    $3, $4, $4
    bne     $4, overflow
    stl     $3, 0($2)
    br      $31, next

    # X = S + A - P; check: none
apply_R_ALPHA_SREL64:
    subq    $3, $2, $3
    stq     $3, 0($2)
    br      $31, next

    # X = S + A - GP; check: -2^31 - 2^15 <= X < 2^31 - 2^15
apply_R_ALPHA_GPRELHIGH:
    subq    $3, $24, $3
    ldah    $3, -1($3)
    lda     $3, 22528($3)
    ldah    $5, 1($3)
    lda     $5, -32768($5)
    addl    $5, $31, $4
    subq    $5, $4, $4
    bne     $4, overflow
    srl     $5, 16, $5
    ldq_u   $4, 0($2)
    inswl   $5, $2, $6
    mskwl   $4, $2, $4
    bis     $4, $6, $4
    stq_u   $4, 0($2)
    br      $31, next

    # X = S + A - GP; check: none
apply_R_ALPHA_GPRELLOW:
    subq    $3, $24, $3
    ldah    $3, -1($3)
    lda     $3, 22528($3)
    ldq_u   $4, 0($2)
    inswl   $3, $2, $6
    mskwl   $4, $2, $4
    bis     $4, $6, $4
    stq_u   $4, 0($2)
    br      $31, next

    # X = S + A - GP; check: -2^15 <= X < 2^15
apply_R_ALPHA_GPREL16:
    subq    $3, $24, $3
    ldah    $3, -1($3)
    lda     $3, 22528($3)
    sll     $3, 48, $4
    sra     $4, 48, $4
    subq    $3, $4, $4
    bne     $4, overflow
    ldq_u   $4, 0($2)
    inswl   $3, $2, $6
    mskwl   $4, $2, $4
    bis     $4, $6, $4
    stq_u   $4, 0($2)
    br      $31, next

    # X = S + A; check: none
apply_R_ALPHA_GLOB_DAT:
    stq     $3, 0($2)
    br      $31, next

    # X = S + A; check: none
apply_R_ALPHA_JMP_SLOT:
    stq     $3, 0($2)
    br      $31, next

    # X = B + A; check: none
apply_R_ALPHA_RELATIVE:
    stq     $3, 0($2)
    br      $31, next

    # X = S + E + A - P - 4; check: -2^22 <= X < 2^22 and X is a multiple of 4
apply_R_ALPHA_BRSGP:
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
    bis     $4, $6, $4
    stl     $4, 0($2)
    br      $31, next

next:
    br      $31, next
overflow:
    br      $31, overflow
