/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/alpha.ts by npm run generate; do not edit. */
/* Format chain, for an example image with 4 words that move. */
/* Preserved: $16 to $21 (arguments), $9 to $15, $26, $29, $30. */
/* Clobbered: $0 to $8, $22 to $25, $27, $28. */
/* Stack: none is used. */
/* Entered in: kernel mode under the OSF/1 PALcode, in an address region that maps itself, interrupts disabled; any processor, as nothing is used that came later (BWX). */
/* When the purgatory is entered: $27 holds the entry's address; $29 holds the global pointer, if code counts from it and none forms it. */
/* Failure: code in $0, then a jump to itself; after an overflow $2 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    br      $25, here
here:                                   # $25: 4 bytes behind the load base
    # the entry, where the calling standard wants it
    lda     $27, 8188($25)
    ldl     $1, 0x2c-4($25)                 # first slot
    stl     $31, 0x2c-4($25)                # a second entry finds nothing to do
next8:
    beq     $1, start+0x2000
    addq    $1, $25, $2
    ldl     $3, 0($2)                       # target
    ldl     $1, 4($2)                       # the next slot
    addq    $3, $25, $3
    stq     $3, 0($2)
    br      $31, next8
table:
    .long   0x3000-4                        # first of 4 slots of 8 bytes
