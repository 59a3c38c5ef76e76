/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/hppa.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
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

    ; X = S + A; check: none
apply_R_PARISC_DIR32:
    stw     %r21, 0(%r20)
    b,n     next

    ; X = S + Page13(A + 4096); check: none
apply_R_PARISC_DIR21L:
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
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S - Page11(S) + A - Page13(A + 4096); check: X is a multiple of 4
apply_R_PARISC_DIR17R:
    extru   %r19, 31, 11, %r21
    addl    %r29, %r21, %r21
    extru,= %r21, 31, 2, %r0
    b,n     overflow
    ldw     0(%r20), %r19
    extru   %r21, 13, 1, %r1
    dep     %r1, 31, 1, %r19
    extru   %r21, 29, 10, %r1
    dep     %r1, 28, 10, %r19
    extru   %r21, 19, 1, %r1
    dep     %r1, 29, 1, %r19
    extru   %r21, 18, 5, %r1
    dep     %r1, 15, 5, %r19
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S + A; check: -2^18 <= X < 2^18 and X is a multiple of 4
apply_R_PARISC_DIR17F:
    extrs   %r21, 29, 17, %r1
    zdep    %r1, 29, 30, %r1
    comb,<>,n %r1, %r21, overflow
    ldw     0(%r20), %r19
    extru   %r21, 13, 1, %r1
    dep     %r1, 31, 1, %r19
    extru   %r21, 29, 10, %r1
    dep     %r1, 28, 10, %r19
    extru   %r21, 19, 1, %r1
    dep     %r1, 29, 1, %r19
    extru   %r21, 18, 5, %r1
    dep     %r1, 15, 5, %r19
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S - Page11(S) + A - Page13(A + 4096); check: none
apply_R_PARISC_DIR14R:
    extru   %r19, 31, 11, %r21
    addl    %r29, %r21, %r21
    ldw     0(%r20), %r19
    extru   %r21, 18, 1, %r1
    dep     %r1, 31, 1, %r19
    dep     %r21, 30, 13, %r19
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S + A; check: -2^13 <= X < 2^13
apply_R_PARISC_DIR14F:
    extrs   %r21, 31, 14, %r1
    comb,<>,n %r1, %r21, overflow
    ldw     0(%r20), %r19
    extru   %r21, 18, 1, %r1
    dep     %r1, 31, 1, %r19
    dep     %r21, 30, 13, %r19
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S + A - P - 8; check: -2^13 <= X < 2^13 and X is a multiple of 4
apply_R_PARISC_PCREL12F:
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
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S + A - P - 8; check: none
apply_R_PARISC_PCREL32:
    sub     %r21, %r20, %r21
    ldo     -8(%r21), %r21
    stw     %r21, 0(%r20)
    b,n     next

    ; X = S + A - P - 8; check: none
apply_R_PARISC_PCREL21L:
    sub     %r21, %r20, %r21
    ldo     -8(%r21), %r21
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
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S + A - P - 8; check: X is a multiple of 4
apply_R_PARISC_PCREL17R:
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
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S + A - P - 8; check: -2^18 <= X < 2^18 and X is a multiple of 4
apply_R_PARISC_PCREL17F:
    sub     %r21, %r20, %r21
    ldo     -8(%r21), %r21
    extrs   %r21, 29, 17, %r1
    zdep    %r1, 29, 30, %r1
    comb,<>,n %r1, %r21, overflow
    ldw     0(%r20), %r19
    extru   %r21, 13, 1, %r1
    dep     %r1, 31, 1, %r19
    extru   %r21, 29, 10, %r1
    dep     %r1, 28, 10, %r19
    extru   %r21, 19, 1, %r1
    dep     %r1, 29, 1, %r19
    extru   %r21, 18, 5, %r1
    dep     %r1, 15, 5, %r19
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S + A - P - 8; check: -2^18 <= X < 2^18 and X is a multiple of 4
apply_R_PARISC_PCREL17C:
    sub     %r21, %r20, %r21
    ldo     -8(%r21), %r21
    extrs   %r21, 29, 17, %r1
    zdep    %r1, 29, 30, %r1
    comb,<>,n %r1, %r21, overflow
    ldw     0(%r20), %r19
    extru   %r21, 13, 1, %r1
    dep     %r1, 31, 1, %r19
    extru   %r21, 29, 10, %r1
    dep     %r1, 28, 10, %r19
    extru   %r21, 19, 1, %r1
    dep     %r1, 29, 1, %r19
    extru   %r21, 18, 5, %r1
    dep     %r1, 15, 5, %r19
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S + A - P - 8; check: none
apply_R_PARISC_PCREL14R:
    sub     %r21, %r20, %r21
    ldo     -8(%r21), %r21
    ldw     0(%r20), %r19
    dep     %r21, 30, 11, %r19
    depi    0, 31, 1, %r19
    depi    0, 19, 2, %r19
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S + A - P - 8; check: -2^13 <= X < 2^13
apply_R_PARISC_PCREL14F:
    sub     %r21, %r20, %r21
    ldo     -8(%r21), %r21
    extrs   %r21, 31, 14, %r1
    comb,<>,n %r1, %r21, overflow
    ldw     0(%r20), %r19
    extru   %r21, 18, 1, %r1
    dep     %r1, 31, 1, %r19
    dep     %r21, 30, 13, %r19
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S - GP + Page13(A + 4096); check: none
apply_R_PARISC_DPREL21L:
    addil   L'0x2800, %r31
    ldo     R'0x2800(%r1), %r1
    sub     %r21, %r1, %r21
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
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S - GP - Page11(S - GP) + A - Page13(A + 4096); check: none
apply_R_PARISC_DPREL14R:
    addil   L'0x2800, %r31
    ldo     R'0x2800(%r1), %r1
    sub     %r19, %r1, %r21
    extru   %r21, 31, 11, %r21
    addl    %r29, %r21, %r21
    ldw     0(%r20), %r19
    extru   %r21, 18, 1, %r1
    dep     %r1, 31, 1, %r19
    dep     %r21, 30, 13, %r19
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S + A - GP; check: -2^13 <= X < 2^13
apply_R_PARISC_DPREL14F:
    addil   L'0x2800, %r31
    ldo     R'0x2800(%r1), %r1
    sub     %r21, %r1, %r21
    extrs   %r21, 31, 14, %r1
    comb,<>,n %r1, %r21, overflow
    ldw     0(%r20), %r19
    extru   %r21, 18, 1, %r1
    dep     %r1, 31, 1, %r19
    dep     %r21, 30, 13, %r19
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = G + GOT - GP; check: none
apply_R_PARISC_DLTIND21L:
    addil   L'0x2800, %r31
    ldo     R'0x2800(%r1), %r1
    sub     %r21, %r1, %r21
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
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = G + GOT - GP; check: none
apply_R_PARISC_DLTIND14R:
    addil   L'0x2800, %r31
    ldo     R'0x2800(%r1), %r1
    sub     %r21, %r1, %r21
    ldw     0(%r20), %r19
    dep     %r21, 30, 11, %r19
    depi    0, 31, 1, %r19
    depi    0, 19, 2, %r19
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = G + GOT - GP; check: -2^13 <= X < 2^13
apply_R_PARISC_DLTIND14F:
    addil   L'0x2800, %r31
    ldo     R'0x2800(%r1), %r1
    sub     %r21, %r1, %r21
    extrs   %r21, 31, 14, %r1
    comb,<>,n %r1, %r21, overflow
    ldw     0(%r20), %r19
    extru   %r21, 18, 1, %r1
    dep     %r1, 31, 1, %r19
    dep     %r21, 30, 13, %r19
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S + A - B; check: none
apply_R_PARISC_SEGREL32:
    sub     %r21, %r31, %r21
    stw     %r21, 0(%r20)
    b,n     next

    ; X = S + A; check: none
apply_R_PARISC_PLABEL32:
    stw     %r21, 0(%r20)
    b,n     next

    ; X = S + A; check: none
apply_R_PARISC_PLABEL21L:
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
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S + A; check: none
apply_R_PARISC_PLABEL14R:
    ldw     0(%r20), %r19
    dep     %r21, 30, 11, %r19
    depi    0, 31, 1, %r19
    depi    0, 19, 2, %r19
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

    ; X = S + A - P - 8; check: -2^23 <= X < 2^23 and X is a multiple of 4
apply_R_PARISC_PCREL22F:
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
    stw     %r19, 0(%r20)
    fdc     %r0(%r20)
    sync
    fic     %r0(%sr4, %r20)
    sync
    b,n     next

next:
    b,n     next
overflow:
    b,n     overflow
