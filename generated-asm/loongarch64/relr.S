/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/loongarch64.ts by npm run generate; do not edit. */
/* Format relr, for an example image with 4 words that move. */
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
    addi.d  $t1, $t0, 112
    move    $t7, $t1
next:
    ld.d    $t3, $t1, 0
    addi.d  $t1, $t1, 8
    beqz    $t3, done
    andi    $t4, $t3, 1
    bnez    $t4, bitmap
    add.d   $t2, $t0, $t3                   # even: the offset of a slot
    ld.d    $t4, $t2, 0
    add.d   $t4, $t4, $t0
    st.d    $t4, $t2, 0
    addi.d  $t2, $t2, 8
    b       next
bitmap:                                 # odd: a bit for each of the next 63 words
    move    $t5, $t2
bit:
    srli.d  $t3, $t3, 1
    beqz    $t3, window
    andi    $t4, $t3, 1
    beqz    $t4, skip
    ld.d    $t4, $t5, 0
    add.d   $t4, $t4, $t0
    st.d    $t4, $t5, 0
skip:
    addi.d  $t5, $t5, 8
    b       bit
window:
    addi.d  $t2, $t2, 504
    b       next
done:
    st.d    $zero, $t7, 0                   # a second entry finds an empty table
    b       start+0x2000
table:
    .byte   0x00, 0x30, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x21, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
