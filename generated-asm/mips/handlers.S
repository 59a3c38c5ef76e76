/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/mips.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
/* Preserved: a0 to a3, t0 to t3, s0 to s7, gp, sp, fp, k0, k1, at. */
/* Clobbered: v0, v1, t4 to t9, ra. */
/* Stack: none is used. */
/* Entered in: kernel mode, interrupts disabled, in memory that is cached and not mapped (KSEG0); MIPS32 release 1 or MIPS III, release 2 where instructions are patched at load time (synci), or any later one. */
/* When the purgatory is entered: t9 holds the entry's address; gp holds the global pointer, if code counts from it and none forms it. */
/* Failure: code in v0, then a jump to itself; after an overflow t6 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

    .set    noreorder
    .set    noat
    .set    mips32r2
start:

    # X = S + A; check: none
apply_R_MIPS_32:
    sw      $2, 0($14)
    b       next
    nop

    # X = B + A; check: none
apply_R_MIPS_REL32:
    sw      $2, 0($14)
    b       next
    nop

    # X = S + A - Page28(P + 4); check: 0 <= X < 2^28 and X is a multiple of 4
apply_R_MIPS_26:
    addiu   $12, $14, 4
    srl     $12, $12, 28
    sll     $12, $12, 28
    subu    $2, $2, $12
    andi    $3, $2, 3
    bnez    $3, overflow
    nop
    srl     $3, $2, 28
    bnez    $3, overflow
    nop
    lw      $3, 0($14)
    srl     $13, $2, 2
    ins     $3, $13, 0, 26
    sw      $3, 0($14)
    synci   0($14)
    b       next
    nop

    # X = S + A; check: none
apply_R_MIPS_HI16:
    ori     $13, $0, 0x8000
    addu    $13, $2, $13
    srl     $13, $13, 16
    sh      $13, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S + A; check: none
apply_R_MIPS_LO16:
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - GP; check: -2^15 <= X < 2^15
apply_R_MIPS_GPREL16:
    ori     $12, $0, 0xa7f0
    addu    $12, $24, $12
    subu    $2, $2, $12
    seh     $3, $2
    bne     $3, $2, overflow
    nop
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

    # X = G + GOT - GP; check: -2^15 <= X < 2^15
apply_R_MIPS_GOT16:
    ori     $12, $0, 0xa7f0
    addu    $12, $24, $12
    subu    $2, $2, $12
    seh     $3, $2
    bne     $3, $2, overflow
    nop
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - P; check: -2^17 <= X < 2^17 and X is a multiple of 4
apply_R_MIPS_PC16:
    subu    $2, $2, $14
    andi    $3, $2, 3
    bnez    $3, overflow
    nop
    sll     $3, $2, 14
    sra     $3, $3, 14
    bne     $3, $2, overflow
    nop
    srl     $13, $2, 2
    sh      $13, 2($14)
    synci   0($14)
    b       next
    nop

    # X = G + GOT - GP; check: -2^15 <= X < 2^15
apply_R_MIPS_CALL16:
    ori     $12, $0, 0xa7f0
    addu    $12, $24, $12
    subu    $2, $2, $12
    seh     $3, $2
    bne     $3, $2, overflow
    nop
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - GP; check: none
apply_R_MIPS_GPREL32:
    ori     $12, $0, 0xa7f0
    addu    $12, $24, $12
    subu    $2, $2, $12
    sw      $2, 0($14)
    b       next
    nop

    # X = G + GOT - GP; check: none
apply_R_MIPS_GOT_HI16:
    ori     $12, $0, 0xa7f0
    addu    $12, $24, $12
    subu    $2, $2, $12
    ori     $13, $0, 0x8000
    addu    $13, $2, $13
    srl     $13, $13, 16
    sh      $13, 2($14)
    synci   0($14)
    b       next
    nop

    # X = G + GOT - GP; check: none
apply_R_MIPS_GOT_LO16:
    ori     $12, $0, 0xa7f0
    addu    $12, $24, $12
    subu    $2, $2, $12
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

    # X = G + GOT - GP; check: none
apply_R_MIPS_CALL_HI16:
    ori     $12, $0, 0xa7f0
    addu    $12, $24, $12
    subu    $2, $2, $12
    ori     $13, $0, 0x8000
    addu    $13, $2, $13
    srl     $13, $13, 16
    sh      $13, 2($14)
    synci   0($14)
    b       next
    nop

    # X = G + GOT - GP; check: none
apply_R_MIPS_CALL_LO16:
    ori     $12, $0, 0xa7f0
    addu    $12, $24, $12
    subu    $2, $2, $12
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - P; check: -2^22 <= X < 2^22 and X is a multiple of 4
apply_R_MIPS_PC21_S2:
    subu    $2, $2, $14
    andi    $3, $2, 3
    bnez    $3, overflow
    nop
    sll     $3, $2, 9
    sra     $3, $3, 9
    bne     $3, $2, overflow
    nop
    lw      $3, 0($14)
    srl     $13, $2, 2
    ins     $3, $13, 0, 21
    sw      $3, 0($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - P; check: -2^27 <= X < 2^27 and X is a multiple of 4
apply_R_MIPS_PC26_S2:
    subu    $2, $2, $14
    andi    $3, $2, 3
    bnez    $3, overflow
    nop
    sll     $3, $2, 4
    sra     $3, $3, 4
    bne     $3, $2, overflow
    nop
    lw      $3, 0($14)
    srl     $13, $2, 2
    ins     $3, $13, 0, 26
    sw      $3, 0($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - Page3(P); check: -2^20 <= X < 2^20 and X is a multiple of 8
apply_R_MIPS_PC18_S3:
    srl     $12, $14, 3
    sll     $12, $12, 3
    subu    $2, $2, $12
    andi    $3, $2, 7
    bnez    $3, overflow
    nop
    sll     $3, $2, 11
    sra     $3, $3, 11
    bne     $3, $2, overflow
    nop
    lw      $3, 0($14)
    srl     $13, $2, 3
    ins     $3, $13, 0, 18
    sw      $3, 0($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - P; check: -2^20 <= X < 2^20 and X is a multiple of 4
apply_R_MIPS_PC19_S2:
    subu    $2, $2, $14
    andi    $3, $2, 3
    bnez    $3, overflow
    nop
    sll     $3, $2, 11
    sra     $3, $3, 11
    bne     $3, $2, overflow
    nop
    lw      $3, 0($14)
    srl     $13, $2, 2
    ins     $3, $13, 0, 19
    sw      $3, 0($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - P; check: none
apply_R_MIPS_PCHI16:
    subu    $2, $2, $14
    ori     $13, $0, 0x8000
    addu    $13, $2, $13
    srl     $13, $13, 16
    sh      $13, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - P; check: none
apply_R_MIPS_PCLO16:
    subu    $2, $2, $14
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - P; check: none
apply_R_MIPS_PC32:
    subu    $2, $2, $14
    sw      $2, 0($14)
    b       next
    nop

next:
    b       next
    nop
overflow:
    b       overflow
    nop
