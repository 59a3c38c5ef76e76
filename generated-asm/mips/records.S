/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/mips.ts by npm run generate; do not edit. */
/* Format records, for an example image in which every rule occurs once; equal tails are shared. */
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
    bal     here
    addiu   $24, $31, -8                    # load base
here:
    addiu   $15, $24, 0x234
    sw      $24, 0x230($24)                 # the image's own slot of the symbol table
next:
    lw      $14, 0($15)                     # offset of the place; 0 ends the table
    beqz    $14, done
    addu    $14, $14, $24                   # P
    lhu     $2, 4($15)                      # offset of the symbol's slot
    lhu     $3, 6($15)                      # offset of the handler
    lw      $12, 8($15)                     # A
    addu    $2, $2, $24
    lw      $2, 0($2)                       # S
    addiu   $15, $15, 12
    addu    $3, $3, $24
    jalr    $0, $3
    addu    $2, $2, $12                     # X = S + A
done:
    addiu   $25, $24, 0x2000                # the entry, as PIC wants it
    sync
    jalr.hb $0, $25                         # nothing stale is left in the pipeline
    nop
apply_R_MIPS_GPREL32:
    # R_MIPS_GPREL32: S + A - GP
    ori     $12, $0, 0xa7f0
    addu    $12, $24, $12
    subu    $2, $2, $12
    b       tail1
    nop
apply_R_MIPS_PC32:
    # R_MIPS_PC32: S + A - P
    subu    $2, $2, $14
apply_R_MIPS_32:
    # R_MIPS_32: S + A; R_MIPS_REL32: B + A
tail1:
    sw      $2, 0($14)
    b       next
    nop
apply_R_MIPS_26:
    # R_MIPS_26: S + A - Page28(P + 4)
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
    b       tail2
    nop
apply_R_MIPS_PC26_S2:
    # R_MIPS_PC26_S2: S + A - P
    subu    $2, $2, $14
    andi    $3, $2, 3
    bnez    $3, overflow
    nop
    sll     $3, $2, 4
    sra     $3, $3, 4
    bne     $3, $2, overflow
    nop
tail2:
    lw      $3, 0($14)
    srl     $13, $2, 2
    ins     $3, $13, 0, 26
    b       tail3
    nop
apply_R_MIPS_PC21_S2:
    # R_MIPS_PC21_S2: S + A - P
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
    b       tail3
    nop
apply_R_MIPS_PC18_S3:
    # R_MIPS_PC18_S3: S + A - Page3(P)
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
    b       tail3
    nop
apply_R_MIPS_PC19_S2:
    # R_MIPS_PC19_S2: S + A - P
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
tail3:
    sw      $3, 0($14)
    b       tail4
    nop
apply_R_MIPS_GOT_HI16:
    # R_MIPS_GOT_HI16: G + GOT - GP; R_MIPS_CALL_HI16: G + GOT - GP
    ori     $12, $0, 0xa7f0
    addu    $12, $24, $12
    subu    $2, $2, $12
    b       tail5
    nop
apply_R_MIPS_PCHI16:
    # R_MIPS_PCHI16: S + A - P
    subu    $2, $2, $14
apply_R_MIPS_HI16:
    # R_MIPS_HI16: S + A
tail5:
    ori     $13, $0, 0x8000
    addu    $13, $2, $13
    srl     $13, $13, 16
    b       tail6
    nop
apply_R_MIPS_PC16:
    # R_MIPS_PC16: S + A - P
    subu    $2, $2, $14
    andi    $3, $2, 3
    bnez    $3, overflow
    nop
    sll     $3, $2, 14
    sra     $3, $3, 14
    bne     $3, $2, overflow
    nop
    srl     $13, $2, 2
tail6:
    sh      $13, 2($14)
    b       tail4
    nop
apply_R_MIPS_GPREL16:
    # R_MIPS_GPREL16: S + A - GP; R_MIPS_GOT16: G + GOT - GP; R_MIPS_CALL16: G + GOT - GP
    ori     $12, $0, 0xa7f0
    addu    $12, $24, $12
    subu    $2, $2, $12
    seh     $3, $2
    bne     $3, $2, overflow
    nop
    b       tail7
    nop
apply_R_MIPS_GOT_LO16:
    # R_MIPS_GOT_LO16: G + GOT - GP; R_MIPS_CALL_LO16: G + GOT - GP
    ori     $12, $0, 0xa7f0
    addu    $12, $24, $12
    subu    $2, $2, $12
    b       tail7
    nop
apply_R_MIPS_PCLO16:
    # R_MIPS_PCLO16: S + A - P
    subu    $2, $2, $14
apply_R_MIPS_LO16:
    # R_MIPS_LO16: S + A
tail7:
    sh      $2, 2($14)
tail4:
    synci   0($14)
    b       next
    nop
overflow:
    addiu   $2, $0, 0x4f                    # $14: the place
stop:
    b       stop                            # failure code in $2
    nop
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00, 0x02, 0x30, 0x00, 0x68, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0x10, 0x02, 0x30, 0x00, 0x68, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x20
    .byte   0x02, 0x30, 0x00, 0x74, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x30, 0x02, 0x30, 0x01, 0x98
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x40, 0x02, 0x30, 0x02, 0x14, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0x50, 0x02, 0x30, 0x01, 0xdc, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x60
    .byte   0x02, 0x30, 0x01, 0xdc, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x70, 0x02, 0x30, 0x01, 0xac
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x80, 0x02, 0x30, 0x01, 0xdc, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0x90, 0x02, 0x30, 0x00, 0x50, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xa0
    .byte   0x02, 0x30, 0x01, 0x80, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xb0, 0x02, 0x30, 0x01, 0xfc
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xc0, 0x02, 0x30, 0x01, 0x80, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0xd0, 0x02, 0x30, 0x01, 0xfc, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xe0
    .byte   0x02, 0x30, 0x00, 0xd8, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xf0, 0x02, 0x30, 0x00, 0xa4
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x00, 0x02, 0x30, 0x01, 0x0c, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x31, 0x10, 0x02, 0x30, 0x01, 0x48, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x20
    .byte   0x02, 0x30, 0x01, 0x94, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x30, 0x02, 0x30, 0x02, 0x10
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x40, 0x02, 0x30, 0x00, 0x64, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x00, 0x00
