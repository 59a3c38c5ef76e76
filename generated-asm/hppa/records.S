/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/hppa.ts by npm run generate; do not edit. */
/* Format records, for an example image in which every rule occurs once; equal tails are shared. */
/* Preserved: %r23 to %r26 (arguments), %r2, %r3 to %r18, %r27, %r30. */
/* Clobbered: %r1, %r19 to %r22, %r28, %r29, %r31, carry bits. */
/* Stack: none is used. */
/* Entered in: real mode (no translation of addresses), any privilege level, interrupts disabled. */
/* When the purgatory is entered: %r27 holds the global pointer, if code counts from it and none forms it. */
/* Failure: code in %r28, then a jump to itself; after an overflow %r20 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    b,l     here, %r31
    depi    0, 31, 4, %r31                  ; load base, a multiple of 16, at any privilege level
here:
    ldo     0x23c(%r31), %r22
    stw     %r31, 0x238(%r31)               ; the image's own slot of the symbol table
next:
    ldws,ma 12(%r22), %r20                  ; offset of the place; 0 ends the table
    comib,= 0, %r20, done
    addl    %r31, %r20, %r20                ; P
    ldh     -8(%r22), %r19                  ; offset of the symbol's slot
    ldh     -6(%r22), %r1                   ; offset of the handler
    ldwx    %r19(%r31), %r19                ; S
    ldw     -4(%r22), %r29                  ; A
    addl    %r31, %r1, %r1
    bv      %r0(%r1)
    addl    %r29, %r19, %r21                ; X = S + A
done:
    nop                                     ; seven instructions stand between the last sync and what was patched
    b       start+0x2000
    nop
apply_R_PARISC_PCREL32:
    ; R_PARISC_PCREL32: S + A - P - 8
    sub     %r21, %r20, %r21
    ldo     -8(%r21), %r21
    b,n     tail1
apply_R_PARISC_SEGREL32:
    ; R_PARISC_SEGREL32: S + A - B
    sub     %r21, %r31, %r21
apply_R_PARISC_DIR32:
    ; R_PARISC_DIR32: S + A; R_PARISC_PLABEL32: S + A
tail1:
    stw     %r21, 0(%r20)
    b,n     next
apply_R_PARISC_PCREL21L:
    ; R_PARISC_PCREL21L: S + A - P - 8
    sub     %r21, %r20, %r21
    ldo     -8(%r21), %r21
    b,n     tail2
apply_R_PARISC_DPREL21L:
    ; R_PARISC_DPREL21L: S - GP + Page13(A + 4096); R_PARISC_DLTIND21L: G + GOT - GP
    addil   L'0x2800, %r31
    ldo     R'0x2800(%r1), %r1
    sub     %r21, %r1, %r21
apply_R_PARISC_DIR21L:
    ; R_PARISC_DIR21L: S + Page13(A + 4096); R_PARISC_PLABEL21L: S + A
tail2:
    ldw     0(%r20), %r19
    extru   %r21, 0, 1, %r1
    dep     %r1, 31, 1, %r19
    extru   %r21, 11, 11, %r1
    dep     %r1, 30, 11, %r19
    extru   %r21, 13, 2, %r1
    dep     %r1, 17, 2, %r19
    extru   %r21, 18, 5, %r1
    dep     %r1, 15, 5, %r19
    extru   %r21, 20, 2, %r1
    dep     %r1, 19, 2, %r19
    b,n     tail3
apply_R_PARISC_DIR17R:
    ; R_PARISC_DIR17R: S - Page11(S) + A - Page13(A + 4096)
    extru   %r19, 31, 11, %r21
    addl    %r29, %r21, %r21
    extru,= %r21, 31, 2, %r0
    b,n     overflow
    b,n     tail4
apply_R_PARISC_PCREL17F:
    ; R_PARISC_PCREL17F: S + A - P - 8; R_PARISC_PCREL17C: S + A - P - 8
    sub     %r21, %r20, %r21
    ldo     -8(%r21), %r21
apply_R_PARISC_DIR17F:
    ; R_PARISC_DIR17F: S + A
    extrs   %r21, 29, 17, %r1
    zdep    %r1, 29, 30, %r1
    comb,<>,n %r1, %r21, overflow
tail4:
    ldw     0(%r20), %r19
    extru   %r21, 13, 1, %r1
    dep     %r1, 31, 1, %r19
    extru   %r21, 29, 10, %r1
    dep     %r1, 28, 10, %r19
    extru   %r21, 19, 1, %r1
    dep     %r1, 29, 1, %r19
    extru   %r21, 18, 5, %r1
    dep     %r1, 15, 5, %r19
    b,n     tail3
apply_R_PARISC_DIR14R:
    ; R_PARISC_DIR14R: S - Page11(S) + A - Page13(A + 4096)
    extru   %r19, 31, 11, %r21
    b,n     tail5
apply_R_PARISC_DPREL14R:
    ; R_PARISC_DPREL14R: S - GP - Page11(S - GP) + A - Page13(A + 4096)
    addil   L'0x2800, %r31
    ldo     R'0x2800(%r1), %r1
    sub     %r19, %r1, %r21
    extru   %r21, 31, 11, %r21
tail5:
    addl    %r29, %r21, %r21
    b,n     tail6
apply_R_PARISC_PCREL14F:
    ; R_PARISC_PCREL14F: S + A - P - 8
    sub     %r21, %r20, %r21
    ldo     -8(%r21), %r21
    b,n     tail7
apply_R_PARISC_DPREL14F:
    ; R_PARISC_DPREL14F: S + A - GP; R_PARISC_DLTIND14F: G + GOT - GP
    addil   L'0x2800, %r31
    ldo     R'0x2800(%r1), %r1
    sub     %r21, %r1, %r21
apply_R_PARISC_DIR14F:
    ; R_PARISC_DIR14F: S + A
tail7:
    extrs   %r21, 31, 14, %r1
    comb,<>,n %r1, %r21, overflow
tail6:
    ldw     0(%r20), %r19
    extru   %r21, 18, 1, %r1
    dep     %r1, 31, 1, %r19
    dep     %r21, 30, 13, %r19
    b,n     tail3
apply_R_PARISC_PCREL12F:
    ; R_PARISC_PCREL12F: S + A - P - 8
    sub     %r21, %r20, %r21
    ldo     -8(%r21), %r21
    extrs   %r21, 29, 12, %r1
    zdep    %r1, 29, 30, %r1
    comb,<>,n %r1, %r21, overflow
    ldw     0(%r20), %r19
    extru   %r21, 18, 1, %r1
    dep     %r1, 31, 1, %r19
    extru   %r21, 29, 10, %r1
    dep     %r1, 28, 10, %r19
    extru   %r21, 19, 1, %r1
    dep     %r1, 29, 1, %r19
    b,n     tail3
apply_R_PARISC_PCREL17R:
    ; R_PARISC_PCREL17R: S + A - P - 8
    sub     %r21, %r20, %r21
    ldo     -8(%r21), %r21
    extru,= %r21, 31, 2, %r0
    b,n     overflow
    ldw     0(%r20), %r19
    extru   %r21, 29, 9, %r1
    dep     %r1, 28, 9, %r19
    depi    0, 31, 1, %r19
    depi    0, 29, 1, %r19
    depi    0, 19, 1, %r19
    depi    0, 15, 5, %r19
    b,n     tail3
apply_R_PARISC_PCREL14R:
    ; R_PARISC_PCREL14R: S + A - P - 8
    sub     %r21, %r20, %r21
    ldo     -8(%r21), %r21
    b,n     tail8
apply_R_PARISC_DLTIND14R:
    ; R_PARISC_DLTIND14R: G + GOT - GP
    addil   L'0x2800, %r31
    ldo     R'0x2800(%r1), %r1
    sub     %r21, %r1, %r21
apply_R_PARISC_PLABEL14R:
    ; R_PARISC_PLABEL14R: S + A
tail8:
    ldw     0(%r20), %r19
    dep     %r21, 30, 11, %r19
    depi    0, 31, 1, %r19
    depi    0, 19, 2, %r19
    b,n     tail3
apply_R_PARISC_PCREL22F:
    ; R_PARISC_PCREL22F: S + A - P - 8
    sub     %r21, %r20, %r21
    ldo     -8(%r21), %r21
    extrs   %r21, 29, 22, %r1
    zdep    %r1, 29, 30, %r1
    comb,<>,n %r1, %r21, overflow
    ldw     0(%r20), %r19
    extru   %r21, 8, 1, %r1
    dep     %r1, 31, 1, %r19
    extru   %r21, 29, 10, %r1
    dep     %r1, 28, 10, %r19
    extru   %r21, 19, 1, %r1
    dep     %r1, 29, 1, %r19
    extru   %r21, 18, 5, %r1
    dep     %r1, 15, 5, %r19
    extru   %r21, 13, 5, %r1
    dep     %r1, 10, 5, %r19
tail3:
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next
overflow:
    ldi     0x4f, %r28                      ; %r20: the place
stop:
    b,n     stop                            ; failure code in %r28
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00, 0x02, 0x38, 0x00, 0x54, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0x10, 0x02, 0x38, 0x00, 0x74, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x20
    .byte   0x02, 0x38, 0x00, 0xa4, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x30, 0x02, 0x38, 0x00, 0xc0
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x40, 0x02, 0x38, 0x00, 0xf4, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0x50, 0x02, 0x38, 0x01, 0x2c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x60
    .byte   0x02, 0x38, 0x01, 0x48, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x70, 0x02, 0x38, 0x00, 0x44
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x80, 0x02, 0x38, 0x00, 0x5c, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0x90, 0x02, 0x38, 0x01, 0x7c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xa0
    .byte   0x02, 0x38, 0x00, 0xb8, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xb0, 0x02, 0x38, 0x00, 0xb8
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xc0, 0x02, 0x38, 0x01, 0xac, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0xd0, 0x02, 0x38, 0x01, 0x14, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xe0
    .byte   0x02, 0x38, 0x00, 0x68, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xf0, 0x02, 0x38, 0x00, 0xfc
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x00, 0x02, 0x38, 0x01, 0x20, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x31, 0x10, 0x02, 0x38, 0x00, 0x68, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x20
    .byte   0x02, 0x38, 0x01, 0xb8, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x30, 0x02, 0x38, 0x01, 0x20
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x40, 0x02, 0x38, 0x00, 0x50, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x31, 0x50, 0x02, 0x38, 0x00, 0x54, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x60
    .byte   0x02, 0x38, 0x00, 0x74, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x70, 0x02, 0x38, 0x01, 0xc4
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x80, 0x02, 0x38, 0x01, 0xd8, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x00, 0x00
