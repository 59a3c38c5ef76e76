/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/mips.ts by npm run generate; do not edit. */
/* Format records, for an example image in which every rule occurs once; equal tails are shared. */
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
    bal     here
    daddiu  $24, $31, -8                    # load base
here:
    daddiu  $15, $24, 0x328
    sd      $24, 0x320($24)                 # the image's own slot of the symbol table
next:
    lw      $14, 0($15)                     # offset of the place; 0 ends the table
    beqz    $14, done
    daddu   $14, $14, $24                   # P
    lhu     $2, 4($15)                      # offset of the symbol's slot
    lhu     $3, 6($15)                      # offset of the handler
    lw      $12, 8($15)                     # A
    daddu   $2, $2, $24
    ld      $2, 0($2)                       # S
    daddiu  $15, $15, 12
    daddu   $3, $3, $24
    jalr    $0, $3
    daddu   $2, $2, $12                     # X = S + A
done:
    daddiu  $25, $24, 0x2000                # the entry, as PIC wants it
    sync
    jalr.hb $0, $25                         # nothing stale is left in the pipeline
    nop
apply_R_MIPS_32:
    # R_MIPS_32: S + A
    lui     $3, 0x8000
    dsubu   $3, $2, $3
    dsrl    $3, $3, 31
    sltiu   $3, $3, 3
    beqz    $3, overflow
    nop
    b       tail1
    nop
apply_R_MIPS_GPREL32:
    # R_MIPS_GPREL32: S + A - GP
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    b       tail2
    nop
apply_R_MIPS_PC32:
    # R_MIPS_PC32: S + A - P
    dsubu   $2, $2, $14
apply_R_MIPS_REL32:
    # R_MIPS_REL32: B + A
tail2:
    sll     $3, $2, 0
    bne     $3, $2, overflow
    nop
tail1:
    sw      $2, 0($14)
    b       next
    nop
apply_R_MIPS_26:
    # R_MIPS_26: S + A - Page28(P + 4)
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
    b       tail3
    nop
apply_R_MIPS_PC26_S2:
    # R_MIPS_PC26_S2: S + A - P
    dsubu   $2, $2, $14
    andi    $3, $2, 3
    bnez    $3, overflow
    nop
    dsll32  $3, $2, 4
    dsra32  $3, $3, 4
    bne     $3, $2, overflow
    nop
tail3:
    lw      $3, 0($14)
    dsrl    $13, $2, 2
    dins    $3, $13, 0, 26
    b       tail4
    nop
apply_R_MIPS_PC21_S2:
    # R_MIPS_PC21_S2: S + A - P
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
    b       tail4
    nop
apply_R_MIPS_PC18_S3:
    # R_MIPS_PC18_S3: S + A - Page3(P)
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
    b       tail4
    nop
apply_R_MIPS_PC19_S2:
    # R_MIPS_PC19_S2: S + A - P
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
tail4:
    sw      $3, 0($14)
    b       tail5
    nop
apply_R_MIPS_GOT_HI16:
    # R_MIPS_GOT_HI16: G + GOT - GP; R_MIPS_CALL_HI16: G + GOT - GP
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    b       tail6
    nop
apply_R_MIPS_PCHI16:
    # R_MIPS_PCHI16: S + A - P
    dsubu   $2, $2, $14
    b       tail6
    nop
apply_R_MIPS_GPREL16_SUB_HI16:
    # R_MIPS_GPREL16_SUB_HI16: 0 - (S + A - GP)
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    dsubu   $2, $0, $2
apply_R_MIPS_HI16:
    # R_MIPS_HI16: S + A
tail6:
    ori     $13, $0, 0x8000
    daddu   $13, $2, $13
    dsrl    $13, $13, 16
    b       tail7
    nop
apply_R_MIPS_HI16_ALONE:
    # R_MIPS_HI16_ALONE: S + A + 32768
    ori     $12, $0, 0x8000
    daddu   $2, $2, $12
    sll     $3, $2, 0
    bne     $3, $2, overflow
    nop
    dsrl    $13, $2, 16
    b       tail7
    nop
apply_R_MIPS_PC16:
    # R_MIPS_PC16: S + A - P
    dsubu   $2, $2, $14
    andi    $3, $2, 3
    bnez    $3, overflow
    nop
    dsll32  $3, $2, 14
    dsra32  $3, $3, 14
    bne     $3, $2, overflow
    nop
    dsrl    $13, $2, 2
    b       tail7
    nop
apply_R_MIPS_HIGHER:
    # R_MIPS_HIGHER: S + A + 32768
    ori     $12, $0, 0x8000
    daddu   $2, $2, $12
    ori     $13, $0, 0x8000
    dsll    $13, $13, 16
    daddu   $13, $2, $13
    dsrl32  $13, $13, 0
    b       tail7
    nop
apply_R_MIPS_HIGHEST:
    # R_MIPS_HIGHEST: S + A + 2147516416
    ori     $12, $0, 0x8000
    dsll    $12, $12, 16
    ori     $12, $12, 0x8000
    daddu   $2, $2, $12
    ori     $13, $0, 0x8000
    dsll    $13, $13, 16
    dsll    $13, $13, 16
    daddu   $13, $2, $13
    dsrl32  $13, $13, 16
tail7:
    sh      $13, 0($14)
    b       tail5
    nop
apply_R_MIPS_GPREL16:
    # R_MIPS_GPREL16: S + A - GP; R_MIPS_GOT16: G + GOT - GP; R_MIPS_CALL16: G + GOT - GP; R_MIPS_GOT_DISP: G + GOT - GP; R_MIPS_GOT_PAGE: G + GOT - GP
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    seh     $3, $2
    bne     $3, $2, overflow
    nop
    b       tail8
    nop
apply_R_MIPS_GOT_LO16:
    # R_MIPS_GOT_LO16: G + GOT - GP; R_MIPS_CALL_LO16: G + GOT - GP
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    b       tail8
    nop
apply_R_MIPS_PCLO16:
    # R_MIPS_PCLO16: S + A - P
    dsubu   $2, $2, $14
    b       tail8
    nop
apply_R_MIPS_GPREL16_SUB_LO16:
    # R_MIPS_GPREL16_SUB_LO16: 0 - (S + A - GP)
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    dsubu   $2, $0, $2
apply_R_MIPS_LO16:
    # R_MIPS_LO16: S + A; R_MIPS_GOT_OFST: S + A
tail8:
    sh      $2, 0($14)
tail5:
    synci   0($14)
    b       next
    nop
apply_R_MIPS_GPREL32_64:
    # R_MIPS_GPREL32_64: S + A - GP
    ori     $12, $0, 0xa7f0
    daddu   $12, $24, $12
    dsubu   $2, $2, $12
    b       tail9
    nop
apply_R_MIPS_PC32_64:
    # R_MIPS_PC32_64: S + A - P
    dsubu   $2, $2, $14
apply_R_MIPS_64:
    # R_MIPS_64: S + A; R_MIPS_SUB: S - A; R_MIPS_REL32_64: B + A
tail9:
    sd      $2, 0($14)
    b       next
    nop
overflow:
    addiu   $2, $0, 0x4f                    # $14: the place
stop:
    b       stop                            # failure code in $2
    nop
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00, 0x00
    .byte   0x20, 0x03, 0x50, 0x00, 0x00, 0x00, 0x00, 0x00, 0x10, 0x30, 0x00, 0x00, 0x20, 0x03, 0x88, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x20, 0x30, 0x00, 0x00, 0x20, 0x03, 0xa0, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x30, 0x30, 0x00, 0x00, 0x20, 0x03, 0xdc, 0x01, 0x00, 0x00, 0x00, 0x00, 0x40, 0x30, 0x00, 0x00
    .byte   0x20, 0x03, 0xf0, 0x01, 0x00, 0x00, 0x00, 0x00, 0x50, 0x30, 0x00, 0x00, 0x20, 0x03, 0xdc, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0x60, 0x30, 0x00, 0x00, 0x20, 0x03, 0x8c, 0x02, 0x00, 0x00, 0x00, 0x00
    .byte   0x70, 0x30, 0x00, 0x00, 0x20, 0x03, 0x8c, 0x02, 0x00, 0x00, 0x00, 0x00, 0x80, 0x30, 0x00, 0x00
    .byte   0x20, 0x03, 0x10, 0x02, 0x00, 0x00, 0x00, 0x00, 0x90, 0x30, 0x00, 0x00, 0x20, 0x03, 0x8c, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0xa0, 0x30, 0x00, 0x00, 0x20, 0x03, 0x70, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0xb0, 0x30, 0x00, 0x00, 0x20, 0x03, 0x04, 0x03, 0x00, 0x00, 0x00, 0x00, 0xc0, 0x30, 0x00, 0x00
    .byte   0x20, 0x03, 0x8c, 0x02, 0x00, 0x00, 0x00, 0x00, 0xd0, 0x30, 0x00, 0x00, 0x20, 0x03, 0x8c, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0xe0, 0x30, 0x00, 0x00, 0x20, 0x03, 0xdc, 0x02, 0x00, 0x00, 0x00, 0x00
    .byte   0xf0, 0x30, 0x00, 0x00, 0x20, 0x03, 0xac, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x00, 0x00
    .byte   0x20, 0x03, 0xac, 0x02, 0x00, 0x00, 0x00, 0x00, 0x10, 0x31, 0x00, 0x00, 0x20, 0x03, 0x04, 0x03
    .byte   0x00, 0x00, 0x00, 0x00, 0x20, 0x31, 0x00, 0x00, 0x20, 0x03, 0x3c, 0x02, 0x00, 0x00, 0x00, 0x00
    .byte   0x30, 0x31, 0x00, 0x00, 0x20, 0x03, 0x5c, 0x02, 0x00, 0x00, 0x00, 0x00, 0x40, 0x31, 0x00, 0x00
    .byte   0x20, 0x03, 0xac, 0x01, 0x00, 0x00, 0x00, 0x00, 0x50, 0x31, 0x00, 0x00, 0x20, 0x03, 0xac, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0x60, 0x31, 0x00, 0x00, 0x20, 0x03, 0x04, 0x01, 0x00, 0x00, 0x00, 0x00
    .byte   0x70, 0x31, 0x00, 0x00, 0x20, 0x03, 0xd0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x80, 0x31, 0x00, 0x00
    .byte   0x20, 0x03, 0x38, 0x01, 0x00, 0x00, 0x00, 0x00, 0x90, 0x31, 0x00, 0x00, 0x20, 0x03, 0x74, 0x01
    .byte   0x00, 0x00, 0x00, 0x00, 0xa0, 0x31, 0x00, 0x00, 0x20, 0x03, 0xc0, 0x01, 0x00, 0x00, 0x00, 0x00
    .byte   0xb0, 0x31, 0x00, 0x00, 0x20, 0x03, 0xc0, 0x02, 0x00, 0x00, 0x00, 0x00, 0xc0, 0x31, 0x00, 0x00
    .byte   0x20, 0x03, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00, 0xd0, 0x31, 0x00, 0x00, 0x20, 0x03, 0x04, 0x03
    .byte   0x00, 0x00, 0x00, 0x00, 0xe0, 0x31, 0x00, 0x00, 0x20, 0x03, 0xec, 0x02, 0x00, 0x00, 0x00, 0x00
    .byte   0xf0, 0x31, 0x00, 0x00, 0x20, 0x03, 0x00, 0x03, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0x00, 0x00
    .byte   0x20, 0x03, 0xcc, 0x01, 0x00, 0x00, 0x00, 0x00, 0x10, 0x32, 0x00, 0x00, 0x20, 0x03, 0xcc, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
