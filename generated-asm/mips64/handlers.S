/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/mips.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
/* Preserved: a0 to a7, s0 to s7, gp, sp, fp, k0, k1, at. */
/* Clobbered: v0, v1, t0 to t3, t8, t9, ra. */
/* Stack: none is used. */
/* Entered in: kernel mode, interrupts disabled, in memory that is cached and not mapped (KSEG0 or XKPHYS); MIPS32 release 1 or MIPS III, release 2 where instructions are patched at load time (synci), or any later one. */
/* When the purgatory is entered: t9 holds the entry's address; gp holds the global pointer, if code counts from it and none forms it. */
/* Failure: code in v0, then a jump to itself; after an overflow t2 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

    .set    noreorder
    .set    noat
    .set    mips64r2
start:

    # X = S + A; check: -2^31 <= X < 2^32
apply_R_MIPS_32:
    lui     $3, 0x8000
    dsubu   $3, $2, $3
    dsrl    $3, $3, 31
    sltiu   $3, $3, 3
    beqz    $3, overflow
    nop
    sw      $2, 0($14)
    b       next
    nop

    # X = B + A; check: -2^31 <= X < 2^31
apply_R_MIPS_REL32:
    sll     $3, $2, 0
    bne     $3, $2, overflow
    nop
    sw      $2, 0($14)
    b       next
    nop

    # X = S + A - Page28(P + 4); check: 0 <= X < 2^28 and X is a multiple of 4
apply_R_MIPS_26:
    daddiu  $12, $14, 4
    dsrl    $12, $12, 28
    dsll    $12, $12, 28
    dsubu   $2, $2, $12
    andi    $3, $2, 3
    bnez    $3, overflow
    nop
    dsrl    $3, $2, 28
    bnez    $3, overflow
    nop
    lw      $3, 0($14)
    dsrl    $13, $2, 2
    dins    $3, $13, 0, 26
    sw      $3, 0($14)
    synci   0($14)
    b       next
    nop

    # X = S + A; check: none
apply_R_MIPS_HI16:
    ori     $13, $0, 0x8000
    daddu   $13, $2, $13
    dsrl    $13, $13, 16
    sh      $13, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S + A + 32768; check: -2^31 <= X < 2^31
apply_R_MIPS_HI16_ALONE:
    ori     $12, $0, 0x8000
    daddu   $2, $2, $12
    sll     $3, $2, 0
    bne     $3, $2, overflow
    nop
    dsrl    $13, $2, 16
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
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
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
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    seh     $3, $2
    bne     $3, $2, overflow
    nop
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - P; check: -2^17 <= X < 2^17 and X is a multiple of 4
apply_R_MIPS_PC16:
    dsubu   $2, $2, $14
    andi    $3, $2, 3
    bnez    $3, overflow
    nop
    dsll32  $3, $2, 14
    dsra32  $3, $3, 14
    bne     $3, $2, overflow
    nop
    dsrl    $13, $2, 2
    sh      $13, 2($14)
    synci   0($14)
    b       next
    nop

    # X = G + GOT - GP; check: -2^15 <= X < 2^15
apply_R_MIPS_CALL16:
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    seh     $3, $2
    bne     $3, $2, overflow
    nop
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - GP; check: -2^31 <= X < 2^31
apply_R_MIPS_GPREL32:
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    sll     $3, $2, 0
    bne     $3, $2, overflow
    nop
    sw      $2, 0($14)
    b       next
    nop

    # X = S + A; check: none
apply_R_MIPS_64:
    sd      $2, 0($14)
    b       next
    nop

    # X = G + GOT - GP; check: -2^15 <= X < 2^15
apply_R_MIPS_GOT_DISP:
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    seh     $3, $2
    bne     $3, $2, overflow
    nop
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

    # X = G + GOT - GP; check: -2^15 <= X < 2^15
apply_R_MIPS_GOT_PAGE:
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    seh     $3, $2
    bne     $3, $2, overflow
    nop
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S + A; check: none
apply_R_MIPS_GOT_OFST:
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

    # X = G + GOT - GP; check: none
apply_R_MIPS_GOT_HI16:
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    ori     $13, $0, 0x8000
    daddu   $13, $2, $13
    dsrl    $13, $13, 16
    sh      $13, 2($14)
    synci   0($14)
    b       next
    nop

    # X = G + GOT - GP; check: none
apply_R_MIPS_GOT_LO16:
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S - A; check: none
apply_R_MIPS_SUB:
    sd      $2, 0($14)
    b       next
    nop

    # X = S + A + 32768; check: none
apply_R_MIPS_HIGHER:
    ori     $12, $0, 0x8000
    daddu   $2, $2, $12
    ori     $13, $0, 0x8000
    dsll    $13, $13, 16
    daddu   $13, $2, $13
    dsrl32  $13, $13, 0
    sh      $13, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S + A + 2147516416; check: none
apply_R_MIPS_HIGHEST:
    ori     $12, $0, 0x8000
    dsll    $12, $12, 16
    ori     $12, $12, 0x8000
    daddu   $2, $2, $12
    ori     $13, $0, 0x8000
    dsll    $13, $13, 16
    dsll    $13, $13, 16
    daddu   $13, $2, $13
    dsrl32  $13, $13, 16
    sh      $13, 2($14)
    synci   0($14)
    b       next
    nop

    # X = G + GOT - GP; check: none
apply_R_MIPS_CALL_HI16:
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    ori     $13, $0, 0x8000
    daddu   $13, $2, $13
    dsrl    $13, $13, 16
    sh      $13, 2($14)
    synci   0($14)
    b       next
    nop

    # X = G + GOT - GP; check: none
apply_R_MIPS_CALL_LO16:
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - P; check: -2^22 <= X < 2^22 and X is a multiple of 4
apply_R_MIPS_PC21_S2:
    dsubu   $2, $2, $14
    andi    $3, $2, 3
    bnez    $3, overflow
    nop
    dsll32  $3, $2, 9
    dsra32  $3, $3, 9
    bne     $3, $2, overflow
    nop
    lw      $3, 0($14)
    dsrl    $13, $2, 2
    dins    $3, $13, 0, 21
    sw      $3, 0($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - P; check: -2^27 <= X < 2^27 and X is a multiple of 4
apply_R_MIPS_PC26_S2:
    dsubu   $2, $2, $14
    andi    $3, $2, 3
    bnez    $3, overflow
    nop
    dsll32  $3, $2, 4
    dsra32  $3, $3, 4
    bne     $3, $2, overflow
    nop
    lw      $3, 0($14)
    dsrl    $13, $2, 2
    dins    $3, $13, 0, 26
    sw      $3, 0($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - Page3(P); check: -2^20 <= X < 2^20 and X is a multiple of 8
apply_R_MIPS_PC18_S3:
    dsrl    $12, $14, 3
    dsll    $12, $12, 3
    dsubu   $2, $2, $12
    andi    $3, $2, 7
    bnez    $3, overflow
    nop
    dsll32  $3, $2, 11
    dsra32  $3, $3, 11
    bne     $3, $2, overflow
    nop
    lw      $3, 0($14)
    dsrl    $13, $2, 3
    dins    $3, $13, 0, 18
    sw      $3, 0($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - P; check: -2^20 <= X < 2^20 and X is a multiple of 4
apply_R_MIPS_PC19_S2:
    dsubu   $2, $2, $14
    andi    $3, $2, 3
    bnez    $3, overflow
    nop
    dsll32  $3, $2, 11
    dsra32  $3, $3, 11
    bne     $3, $2, overflow
    nop
    lw      $3, 0($14)
    dsrl    $13, $2, 2
    dins    $3, $13, 0, 19
    sw      $3, 0($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - P; check: none
apply_R_MIPS_PCHI16:
    dsubu   $2, $2, $14
    ori     $13, $0, 0x8000
    daddu   $13, $2, $13
    dsrl    $13, $13, 16
    sh      $13, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - P; check: none
apply_R_MIPS_PCLO16:
    dsubu   $2, $2, $14
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

    # X = S + A - P; check: -2^31 <= X < 2^31
apply_R_MIPS_PC32:
    dsubu   $2, $2, $14
    sll     $3, $2, 0
    bne     $3, $2, overflow
    nop
    sw      $2, 0($14)
    b       next
    nop

    # X = B + A; check: none
apply_R_MIPS_REL32_64:
    sd      $2, 0($14)
    b       next
    nop

    # X = S + A - GP; check: none
apply_R_MIPS_GPREL32_64:
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    sd      $2, 0($14)
    b       next
    nop

    # X = S + A - P; check: none
apply_R_MIPS_PC32_64:
    dsubu   $2, $2, $14
    sd      $2, 0($14)
    b       next
    nop

    # X = 0 - (S + A - GP); check: none
apply_R_MIPS_GPREL16_SUB_HI16:
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    dsubu   $2, $0, $2
    ori     $13, $0, 0x8000
    daddu   $13, $2, $13
    dsrl    $13, $13, 16
    sh      $13, 2($14)
    synci   0($14)
    b       next
    nop

    # X = 0 - (S + A - GP); check: none
apply_R_MIPS_GPREL16_SUB_LO16:
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    dsubu   $2, $0, $2
    sh      $2, 2($14)
    synci   0($14)
    b       next
    nop

next:
    b       next
    nop
overflow:
    b       overflow
    nop
