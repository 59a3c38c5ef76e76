/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/ppc.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
/* Preserved: r3 (CPU or device tree), r4 (purgatory), r5 to r7, r1, r2, r13 to r31. */
/* Clobbered: r0, r8 to r12, LR, CTR, CR0, CR7, XER. */
/* Stack: none is used. */
/* Entered in: big-endian, 32-bit, supervisor; address translation off or one to one, external interrupts disabled; data accesses of any alignment. */
/* When the purgatory is entered: r13 holds the global pointer, if code counts from it and none forms it; r2 holds the global pointer, if code counts from it and none forms it. */
/* Failure: code in r12, then a jump to itself; after an overflow r10 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:

    # X = S + A; check: none
apply_R_PPC_ADDR32:
    stw     11, 0(10)
    b       next

    # X = S + A; check: -2^25 <= X < 2^25 and X is a multiple of 4
apply_R_PPC_ADDR24:
    rlwinm  12, 11, 6, 0, 23
    srawi   12, 12, 6
    cmplw   12, 11
    bne     overflow
    lwz     0, 0(10)
    rlwimi  0, 11, 0, 6, 29
    stw     0, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A; check: -2^15 <= X < 2^15
apply_R_PPC_ADDR16:
    extsh   12, 11
    cmplw   12, 11
    bne     overflow
    sth     11, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A; check: none
apply_R_PPC_ADDR16_LO:
    sth     11, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A; check: none
apply_R_PPC_ADDR16_HI:
    srwi    12, 11, 16
    sth     12, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A; check: none
apply_R_PPC_ADDR16_HA:
    srwi    12, 11, 15
    addi    12, 12, 1
    srwi    12, 12, 1
    sth     12, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A; check: -2^15 <= X < 2^15 and X is a multiple of 4
apply_R_PPC_ADDR14:
    rlwinm  12, 11, 16, 0, 13
    srawi   12, 12, 16
    cmplw   12, 11
    bne     overflow
    lwz     0, 0(10)
    rlwimi  0, 11, 0, 16, 29
    stw     0, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A; check: -2^15 <= X < 2^15 and X is a multiple of 4
apply_R_PPC_ADDR14_BRTAKEN:
    rlwinm  12, 11, 16, 0, 13
    srawi   12, 12, 16
    cmplw   12, 11
    bne     overflow
    lwz     0, 0(10)
    rlwimi  0, 11, 0, 16, 29
    rlwimi  0, 11, 5, 10, 10
    xoris   0, 0, 0x20
    stw     0, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A; check: -2^15 <= X < 2^15 and X is a multiple of 4
apply_R_PPC_ADDR14_BRNTAKEN:
    rlwinm  12, 11, 16, 0, 13
    srawi   12, 12, 16
    cmplw   12, 11
    bne     overflow
    lwz     0, 0(10)
    rlwimi  0, 11, 0, 16, 29
    rlwimi  0, 11, 5, 10, 10
    stw     0, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A - P; check: -2^25 <= X < 2^25 and X is a multiple of 4
apply_R_PPC_REL24:
    subf    11, 10, 11
    rlwinm  12, 11, 6, 0, 23
    srawi   12, 12, 6
    cmplw   12, 11
    bne     overflow
    lwz     0, 0(10)
    rlwimi  0, 11, 0, 6, 29
    stw     0, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A - P; check: -2^15 <= X < 2^15 and X is a multiple of 4
apply_R_PPC_REL14:
    subf    11, 10, 11
    rlwinm  12, 11, 16, 0, 13
    srawi   12, 12, 16
    cmplw   12, 11
    bne     overflow
    lwz     0, 0(10)
    rlwimi  0, 11, 0, 16, 29
    stw     0, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A - P; check: -2^15 <= X < 2^15 and X is a multiple of 4
apply_R_PPC_REL14_BRTAKEN:
    subf    11, 10, 11
    rlwinm  12, 11, 16, 0, 13
    srawi   12, 12, 16
    cmplw   12, 11
    bne     overflow
    lwz     0, 0(10)
    rlwimi  0, 11, 0, 16, 29
    rlwimi  0, 11, 5, 10, 10
    xoris   0, 0, 0x20
    stw     0, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A - P; check: -2^15 <= X < 2^15 and X is a multiple of 4
apply_R_PPC_REL14_BRNTAKEN:
    subf    11, 10, 11
    rlwinm  12, 11, 16, 0, 13
    srawi   12, 12, 16
    cmplw   12, 11
    bne     overflow
    lwz     0, 0(10)
    rlwimi  0, 11, 0, 16, 29
    rlwimi  0, 11, 5, 10, 10
    stw     0, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = G + A; check: -2^15 <= X < 2^15
apply_R_PPC_GOT16:
    extsh   12, 11
    cmplw   12, 11
    bne     overflow
    sth     11, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = G + A; check: none
apply_R_PPC_GOT16_LO:
    sth     11, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = G + A; check: none
apply_R_PPC_GOT16_HI:
    srwi    12, 11, 16
    sth     12, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = G + A; check: none
apply_R_PPC_GOT16_HA:
    srwi    12, 11, 15
    addi    12, 12, 1
    srwi    12, 12, 1
    sth     12, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = L - P; check: -2^25 <= X < 2^25 and X is a multiple of 4
apply_R_PPC_PLTREL24:
    subf    11, 10, 11
    rlwinm  12, 11, 6, 0, 23
    srawi   12, 12, 6
    cmplw   12, 11
    bne     overflow
    lwz     0, 0(10)
    rlwimi  0, 11, 0, 6, 29
    stw     0, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A; check: none
apply_R_PPC_GLOB_DAT:
    stw     11, 0(10)
    b       next

    # X = S + A; check: none
apply_R_PPC_JMP_SLOT:
    stw     11, 0(10)
    b       next

    # X = B + A; check: none
apply_R_PPC_RELATIVE:
    stw     11, 0(10)
    b       next

    # X = S + A - P; check: -2^25 <= X < 2^25 and X is a multiple of 4
apply_R_PPC_LOCAL24PC:
    subf    11, 10, 11
    rlwinm  12, 11, 6, 0, 23
    srawi   12, 12, 6
    cmplw   12, 11
    bne     overflow
    lwz     0, 0(10)
    rlwimi  0, 11, 0, 6, 29
    stw     0, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A; check: none
apply_R_PPC_UADDR32:
    stw     11, 0(10)
    b       next

    # X = S + A; check: -2^15 <= X < 2^15
apply_R_PPC_UADDR16:
    extsh   12, 11
    cmplw   12, 11
    bne     overflow
    sth     11, 0(10)
    b       next

    # X = S + A - P; check: none
apply_R_PPC_REL32:
    subf    11, 10, 11
    stw     11, 0(10)
    b       next

    # X = L + A; check: none
apply_R_PPC_PLT32:
    stw     11, 0(10)
    b       next

    # X = L + A - P; check: none
apply_R_PPC_PLTREL32:
    subf    11, 10, 11
    stw     11, 0(10)
    b       next

    # X = L; check: none
apply_R_PPC_PLT16_LO:
    sth     11, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = L; check: none
apply_R_PPC_PLT16_HA:
    srwi    12, 11, 15
    addi    12, 12, 1
    srwi    12, 12, 1
    sth     12, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A - GP; check: -2^15 <= X < 2^15
apply_R_PPC_SDAREL16:
    addis   12, 8, 1
    addi    12, 12, -22528
    subf    11, 12, 11
    extsh   12, 11
    cmplw   12, 11
    bne     overflow
    sth     11, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A - GP; check: -2^15 <= X < 2^15
apply_R_PPC_EMB_SDA2REL:
    addis   12, 8, 1
    addi    12, 12, -22528
    subf    11, 12, 11
    extsh   12, 11
    cmplw   12, 11
    bne     overflow
    sth     11, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A - GP; check: -2^15 <= X < 2^15
apply_R_PPC_EMB_SDA21:
    addis   12, 8, 1
    addi    12, 12, -22528
    subf    11, 12, 11
    extsh   12, 11
    cmplw   12, 11
    bne     overflow
    lwz     0, 0(10)
    rlwimi  0, 11, 0, 16, 31
    stw     0, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A - P; check: -2^15 <= X < 2^15
apply_R_PPC_REL16:
    subf    11, 10, 11
    extsh   12, 11
    cmplw   12, 11
    bne     overflow
    sth     11, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A - P; check: none
apply_R_PPC_REL16_LO:
    subf    11, 10, 11
    sth     11, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A - P; check: none
apply_R_PPC_REL16_HI:
    subf    11, 10, 11
    srwi    12, 11, 16
    sth     12, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

    # X = S + A - P; check: none
apply_R_PPC_REL16_HA:
    subf    11, 10, 11
    srwi    12, 11, 15
    addi    12, 12, 1
    srwi    12, 12, 1
    sth     12, 0(10)
    dcbst   0, 10
    sync
    icbi    0, 10
    b       next

next:
    b       next
overflow:
    b       overflow
