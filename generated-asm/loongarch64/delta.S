/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/loongarch64.ts by npm run generate; do not edit. */
/* Format delta, for an example image with 4 words that move. */
/* Preserved: $a0 (boot by EFI), $a1 (command line), $a2 (system table), $a3 (entry), $a4 to $a7, $ra, $tp, $sp, $fp, $s0 to $s8, $r21. */
/* Clobbered: $t0 to $t8. */
/* Stack: none is used. */
/* Entered in: the most privileged level, memory through a direct-mapped window (the load base is the address in it) or without translation, interrupts disabled. */
/* Failure: code in $t8, then a jump to itself; after an overflow $t2 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    pcaddi  $t0, 0                          # load base
    addi.d  $t1, $t0, 72
    move    $t2, $t0
    move    $t7, $t1
next8:
    move    $t3, $zero
more8:
    ld.b    $t4, $t1, 0                     # seven bits of the distance to the next slot, highest first
    addi.d  $t1, $t1, 1
    slli.d  $t3, $t3, 7
    bstrins.d $t3, $t4, 6, 0
    blt     $t4, $zero, more8
    beqz    $t3, done8
    add.d   $t2, $t2, $t3
    ld.d    $t3, $t2, 0
    add.d   $t3, $t3, $t0
    st.d    $t3, $t2, 0
    b       next8
done8:
    st.b    $zero, $t7, 0                   # a second entry finds an empty table
    b       start+0x2000
table:
    .byte   0xe0, 0x00, 0x28, 0x28, 0x28, 0x00
