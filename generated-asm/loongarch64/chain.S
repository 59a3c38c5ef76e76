/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/loongarch64.ts by npm run generate; do not edit. */
/* Format chain, for an example image with 4 words that move. */
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
    ld.wu   $t1, $t0, 40                    # first slot
    st.w    $zero, $t0, 40                  # a second entry finds nothing to do
next8:
    beqz    $t1, start+0x2000
    add.d   $t2, $t0, $t1
    ld.wu   $t3, $t2, 0                     # target
    ld.wu   $t1, $t2, 4                     # offset of the next slot
    add.d   $t3, $t3, $t0
    st.d    $t3, $t2, 0
    b       next8
table:
    .word   0x3000                          # first of 4 slots of 8 bytes
