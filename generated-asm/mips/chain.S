/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/mips.ts by npm run generate; do not edit. */
/* Format chain, for an example image with 4 words that move. */
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
    lw      $3, 0x30($24)                   # first slot
    sw      $0, 0x30($24)                   # a second entry finds nothing to do
next4:
    beqz    $3, start+0x2000
    addiu   $25, $24, 0x2000                # the entry, as PIC wants it
    addu    $14, $24, $3
    lhu     $2, 2($14)                      # target
    lhu     $3, 0($14)                      # offset of the next slot
    addu    $2, $2, $24
    b       next4
    sw      $2, 0($14)
table:
    .word   0x3000                          # first of 4 slots of 4 bytes
