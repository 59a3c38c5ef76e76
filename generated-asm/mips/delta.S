/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/mips.ts by npm run generate; do not edit. */
/* Format delta, for an example image with 4 words that move. */
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
start:
    bal     here
    addiu   $24, $31, -8                    # load base
here:
    addiu   $15, $24, 0x54
    move    $14, $24
    move    $2, $0
more4:
    lb      $3, 0($15)                      # seven bits of the distance to the next slot, highest first
    addiu   $15, $15, 1
    andi    $12, $3, 0x7f
    sll     $2, $2, 7
    bltz    $3, more4
    or      $2, $2, $12
    beqz    $2, done4
    addu    $14, $14, $2
    lw      $2, 0($14)
    addu    $2, $2, $24
    sw      $2, 0($14)
    b       more4
    move    $2, $0
done4:
    sb      $0, 0x54($24)                   # a second entry finds an empty table
    b       start+0x2000
    addiu   $25, $24, 0x2000                # the entry, as PIC wants it
table:
    .byte   0xe0, 0x00, 0x14, 0x14, 0x14, 0x00
