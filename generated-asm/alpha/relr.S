/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/alpha.ts by npm run generate; do not edit. */
/* Format relr, for an example image with 4 words that move. */
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
    lda     $24, -4($25)                    # load base
    lda     $1, 0x58-4($25)
    # the entry, where the calling standard wants it
    lda     $27, 8188($25)
next:
    ldq     $4, 0($1)
    stq     $31, 0($1)                      # a second entry finds an empty table
    lda     $1, 8($1)
    beq     $4, start+0x2000
    bis     $31, $5, $2
    lda     $5, 504($2)
    blbs    $4, bit                         # odd: a bit for each of the next 63 words
    addq    $4, $24, $2                     # even: the offset of a slot,
    lda     $5, 8($2)
    lda     $4, 3($31)                      # like a bit for one word
bit:
    srl     $4, 1, $4
    beq     $4, next                        # $5: where the next bits count from
    blbc    $4, skip
    ldq     $3, 0($2)
    addq    $3, $24, $3
    stq     $3, 0($2)
skip:
    lda     $2, 8($2)
    br      $31, bit
table:
    .byte   0x00, 0x30, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x21, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
