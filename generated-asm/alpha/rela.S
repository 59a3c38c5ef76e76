/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/alpha.ts by npm run generate; do not edit. */
/* Format rela, for an example image with 4 words that move. */
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
    lda     $1, 0x30-4($25)
    # the entry, where the calling standard wants it
    lda     $27, 8188($25)
next:
    ldq     $2, 0($1)                       # r_offset; 0 ends the table; r_info is always R_ALPHA_RELATIVE
    beq     $2, start+0x2000
    ldq     $3, 16($1)                      # r_addend
    lda     $1, 24($1)
    addq    $2, $24, $2
    addq    $3, $24, $3
    stq     $3, 0($2)
    br      $31, next
table:
    .byte   0x00, 0x30, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x1b, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x20, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x28, 0x30, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x1b, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x10, 0x20, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x50, 0x30, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x1b, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x20, 0x20, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x78, 0x30, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x1b, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x20, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
