/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/mips.ts by npm run generate; do not edit. */
/* Format relr, for an example image with 4 words that move. */
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
    addiu   $15, $24, 0x78
next:
    lw      $2, 0($15)
    beqz    $2, done
    addiu   $15, $15, 4
    andi    $3, $2, 1
    bnez    $3, bitmap
    move    $13, $14
    addu    $14, $2, $24                    # even: the offset of a slot
    lw      $3, 0($14)
    addu    $3, $3, $24
    sw      $3, 0($14)
    b       next
    addiu   $14, $14, 4
bitmap:                                 # odd: a bit for each of the next words
    srl     $2, $2, 1
    beqz    $2, window
    andi    $3, $2, 1
    beqz    $3, skip
    nop
    lw      $3, 0($13)
    addu    $3, $3, $24
    sw      $3, 0($13)
skip:
    b       bitmap
    addiu   $13, $13, 4
window:
    b       next
    addiu   $14, $14, 0x7c
done:
    sw      $0, 0x78($24)                   # a second entry finds an empty table
    b       start+0x2000
    addiu   $25, $24, 0x2000                # the entry, as PIC wants it
table:
    .byte   0x00, 0x30, 0x00, 0x00, 0x21, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
