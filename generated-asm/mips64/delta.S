/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/mips.ts by npm run generate; do not edit. */
/* Format delta, for an example image with 4 words that move. */
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
start:
    bal     here
    daddiu  $24, $31, -8                    # load base
here:
    daddiu  $15, $24, 0x54
    move    $14, $24
    move    $2, $0
more8:
    lb      $3, 0($15)                      # seven bits of the distance to the next slot, highest first
    daddiu  $15, $15, 1
    andi    $12, $3, 0x7f
    sll     $2, $2, 7
    bltz    $3, more8
    or      $2, $2, $12
    beqz    $2, done8
    daddu   $14, $14, $2
    ld      $2, 0($14)
    daddu   $2, $2, $24
    sd      $2, 0($14)
    b       more8
    move    $2, $0
done8:
    sb      $0, 0x54($24)                   # a second entry finds an empty table
    b       start+0x2000
    daddiu  $25, $24, 0x2000                # the entry, as PIC wants it
table:
    .byte   0xe0, 0x00, 0x28, 0x28, 0x28, 0x00
