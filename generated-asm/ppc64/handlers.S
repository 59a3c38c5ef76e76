/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/ppc64.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
/* Preserved: r1, r2, r3 (physical processor number), r4 (address of the purgatory), r5, r13 to r31. */
/* Clobbered: r0, r6 to r12, lr, ctr, cr0. */
/* Stack: none is used. */
/* Entered in: 64-bit real mode in the machine's byte order, interrupts disabled, storage neither caching-inhibited nor guarded, so that unaligned data can be accessed. */
/* When the purgatory is entered: r12 holds the entry's address, if that is a function with a local entry or begins as such do; r2 holds the pointer of the entry's descriptor, if one names it. */
/* Failure: code in r12, then a jump to itself; after an overflow r7 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:

    # X = S + A; check: -2^31 <= X < 2^32
apply_R_PPC64_ADDR32:
    li      11, 1
    sldi    11, 11, 31
    add     10, 8, 11
    srdi    10, 10, 31
    cmpldi  10, 3
    bge     overflow
    stw     8, 0(7)
    b       next

    # X = S + A; check: -2^25 <= X < 2^25 and X is a multiple of 4
apply_R_PPC64_ADDR24:
    andi.   0, 8, 3
    bne     overflow
    sldi    0, 8, 38
    sradi   0, 0, 38
    cmpd    0, 8
    bne     overflow
    lwz     10, 0(7)
    rlwimi  10, 8, 0, 6, 29
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: -2^15 <= X < 2^16
apply_R_PPC64_ADDR16:
    addis   10, 8, 1
    addi    10, 10, -0x8000
    srdi    10, 10, 15
    cmpldi  10, 3
    bge     overflow
    sth     8, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: none
apply_R_PPC64_ADDR16_LO:
    sth     8, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: -2^31 <= X < 2^31
apply_R_PPC64_ADDR16_HI:
    extsw   0, 8
    cmpd    0, 8
    bne     overflow
    srdi    0, 8, 16
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: -2^31 - 2^15 <= X < 2^31 - 2^15
apply_R_PPC64_ADDR16_HA:
    addis   10, 8, 1
    addi    10, 10, -0x8000
    extsw   0, 10
    cmpd    0, 10
    bne     overflow
    addis   11, 8, 1
    addi    11, 11, -0x8000
    srdi    0, 11, 16
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: -2^15 <= X < 2^15 and X is a multiple of 4
apply_R_PPC64_ADDR14:
    andi.   0, 8, 3
    bne     overflow
    extsh   0, 8
    cmpd    0, 8
    bne     overflow
    lwz     10, 0(7)
    rlwimi  10, 8, 0, 16, 29
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A + E - P; check: -2^25 <= X < 2^25 and X is a multiple of 4
apply_R_PPC64_REL24:
    subf    8, 7, 8
    andi.   0, 8, 3
    bne     overflow
    sldi    0, 8, 38
    sradi   0, 0, 38
    cmpd    0, 8
    bne     overflow
    lwz     10, 0(7)
    rlwimi  10, 8, 0, 6, 29
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A + E - P; check: -2^15 <= X < 2^15 and X is a multiple of 4
apply_R_PPC64_REL14:
    subf    8, 7, 8
    andi.   0, 8, 3
    bne     overflow
    extsh   0, 8
    cmpd    0, 8
    bne     overflow
    lwz     10, 0(7)
    rlwimi  10, 8, 0, 16, 29
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = G + GOT - TOC; check: -2^15 <= X < 2^15
apply_R_PPC64_GOT16:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    extsh   0, 8
    cmpd    0, 8
    bne     overflow
    sth     8, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = G + GOT - TOC; check: none
apply_R_PPC64_GOT16_LO:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    sth     8, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = G + GOT - TOC; check: -2^31 <= X < 2^31
apply_R_PPC64_GOT16_HI:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    extsw   0, 8
    cmpd    0, 8
    bne     overflow
    srdi    0, 8, 16
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = G + GOT - TOC; check: -2^31 - 2^15 <= X < 2^31 - 2^15
apply_R_PPC64_GOT16_HA:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    addis   10, 8, 1
    addi    10, 10, -0x8000
    extsw   0, 10
    cmpd    0, 10
    bne     overflow
    addis   11, 8, 1
    addi    11, 11, -0x8000
    srdi    0, 11, 16
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: none
apply_R_PPC64_GLOB_DAT:
    std     8, 0(7)
    b       next

    # X = S + A; check: none
apply_R_PPC64_JMP_SLOT:
    std     8, 0(7)
    b       next

    # X = B + A; check: none
apply_R_PPC64_RELATIVE:
    std     8, 0(7)
    b       next

    # X = S + A; check: -2^31 <= X < 2^32
apply_R_PPC64_UADDR32:
    li      11, 1
    sldi    11, 11, 31
    add     10, 8, 11
    srdi    10, 10, 31
    cmpldi  10, 3
    bge     overflow
    stw     8, 0(7)
    b       next

    # X = S + A; check: -2^15 <= X < 2^16
apply_R_PPC64_UADDR16:
    addis   10, 8, 1
    addi    10, 10, -0x8000
    srdi    10, 10, 15
    cmpldi  10, 3
    bge     overflow
    sth     8, 0(7)
    b       next

    # X = S + A - P; check: -2^31 <= X < 2^31
apply_R_PPC64_REL32:
    subf    8, 7, 8
    extsw   0, 8
    cmpd    0, 8
    bne     overflow
    stw     8, 0(7)
    b       next

    # X = G + GOT - TOC; check: none
apply_R_PPC64_PLT16_LO:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    sth     8, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = G + GOT - TOC; check: -2^31 <= X < 2^31
apply_R_PPC64_PLT16_HI:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    extsw   0, 8
    cmpd    0, 8
    bne     overflow
    srdi    0, 8, 16
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = G + GOT - TOC; check: -2^31 - 2^15 <= X < 2^31 - 2^15
apply_R_PPC64_PLT16_HA:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    addis   10, 8, 1
    addi    10, 10, -0x8000
    extsw   0, 10
    cmpd    0, 10
    bne     overflow
    addis   11, 8, 1
    addi    11, 11, -0x8000
    srdi    0, 11, 16
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: none
apply_R_PPC64_ADDR64:
    std     8, 0(7)
    b       next

    # X = S + A; check: none
apply_R_PPC64_ADDR16_HIGHER:
    srdi    0, 8, 32
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A + 32768; check: none
apply_R_PPC64_ADDR16_HIGHERA:
    addis   8, 8, 1
    addi    8, 8, -0x8000
    srdi    0, 8, 32
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: none
apply_R_PPC64_ADDR16_HIGHEST:
    srdi    0, 8, 48
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A + 32768; check: none
apply_R_PPC64_ADDR16_HIGHESTA:
    addis   8, 8, 1
    addi    8, 8, -0x8000
    srdi    0, 8, 48
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: none
apply_R_PPC64_UADDR64:
    std     8, 0(7)
    b       next

    # X = S + A - P; check: none
apply_R_PPC64_REL64:
    subf    8, 7, 8
    std     8, 0(7)
    b       next

    # X = S + A - TOC; check: -2^15 <= X < 2^15
apply_R_PPC64_TOC16:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    extsh   0, 8
    cmpd    0, 8
    bne     overflow
    sth     8, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - TOC; check: none
apply_R_PPC64_TOC16_LO:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    sth     8, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - TOC; check: -2^31 <= X < 2^31
apply_R_PPC64_TOC16_HI:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    extsw   0, 8
    cmpd    0, 8
    bne     overflow
    srdi    0, 8, 16
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - TOC; check: -2^31 - 2^15 <= X < 2^31 - 2^15
apply_R_PPC64_TOC16_HA:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    addis   10, 8, 1
    addi    10, 10, -0x8000
    extsw   0, 10
    cmpd    0, 10
    bne     overflow
    addis   11, 8, 1
    addi    11, 11, -0x8000
    srdi    0, 11, 16
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = TOC + A; check: none
apply_R_PPC64_TOC:
    std     8, 0(7)
    b       next

    # X = S + A; check: -2^15 <= X < 2^15 and X is a multiple of 4
apply_R_PPC64_ADDR16_DS:
    andi.   0, 8, 3
    bne     overflow
    extsh   0, 8
    cmpd    0, 8
    bne     overflow
    lhz     10, 0(7)
    rlwimi  10, 8, 0, 16, 29
    sth     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: -2^15 <= X < 2^15 and X is a multiple of 16
apply_R_PPC64_ADDR16_DQ:
    andi.   0, 8, 15
    bne     overflow
    extsh   0, 8
    cmpd    0, 8
    bne     overflow
    lhz     10, 0(7)
    rlwimi  10, 8, 0, 16, 27
    sth     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: X is a multiple of 4
apply_R_PPC64_ADDR16_LO_DS:
    andi.   0, 8, 3
    bne     overflow
    lhz     10, 0(7)
    rlwimi  10, 8, 0, 16, 29
    sth     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: X is a multiple of 16
apply_R_PPC64_ADDR16_LO_DQ:
    andi.   0, 8, 15
    bne     overflow
    lhz     10, 0(7)
    rlwimi  10, 8, 0, 16, 27
    sth     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = G + GOT - TOC; check: -2^15 <= X < 2^15 and X is a multiple of 4
apply_R_PPC64_GOT16_DS:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    andi.   0, 8, 3
    bne     overflow
    extsh   0, 8
    cmpd    0, 8
    bne     overflow
    lhz     10, 0(7)
    rlwimi  10, 8, 0, 16, 29
    sth     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = G + GOT - TOC; check: X is a multiple of 4
apply_R_PPC64_GOT16_LO_DS:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    andi.   0, 8, 3
    bne     overflow
    lhz     10, 0(7)
    rlwimi  10, 8, 0, 16, 29
    sth     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = G + GOT - TOC; check: X is a multiple of 4
apply_R_PPC64_PLT16_LO_DS:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    andi.   0, 8, 3
    bne     overflow
    lhz     10, 0(7)
    rlwimi  10, 8, 0, 16, 29
    sth     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - TOC; check: -2^15 <= X < 2^15 and X is a multiple of 4
apply_R_PPC64_TOC16_DS:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    andi.   0, 8, 3
    bne     overflow
    extsh   0, 8
    cmpd    0, 8
    bne     overflow
    lhz     10, 0(7)
    rlwimi  10, 8, 0, 16, 29
    sth     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - TOC; check: -2^15 <= X < 2^15 and X is a multiple of 16
apply_R_PPC64_TOC16_DQ:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    andi.   0, 8, 15
    bne     overflow
    extsh   0, 8
    cmpd    0, 8
    bne     overflow
    lhz     10, 0(7)
    rlwimi  10, 8, 0, 16, 27
    sth     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - TOC; check: X is a multiple of 4
apply_R_PPC64_TOC16_LO_DS:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    andi.   0, 8, 3
    bne     overflow
    lhz     10, 0(7)
    rlwimi  10, 8, 0, 16, 29
    sth     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - TOC; check: X is a multiple of 16
apply_R_PPC64_TOC16_LO_DQ:
    addis   10, 6, 1
    addi    10, 10, -22528
    subf    8, 10, 8
    andi.   0, 8, 15
    bne     overflow
    lhz     10, 0(7)
    rlwimi  10, 8, 0, 16, 27
    sth     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: none
apply_R_PPC64_ADDR16_HIGH:
    srdi    0, 8, 16
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: none
apply_R_PPC64_ADDR16_HIGHA:
    addis   11, 8, 1
    addi    11, 11, -0x8000
    srdi    0, 11, 16
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A + E - P; check: -2^25 <= X < 2^25 and X is a multiple of 4
apply_R_PPC64_REL24_NOTOC:
    subf    8, 7, 8
    andi.   0, 8, 3
    bne     overflow
    sldi    0, 8, 38
    sradi   0, 0, 38
    cmpd    0, 8
    bne     overflow
    lwz     10, 0(7)
    rlwimi  10, 8, 0, 6, 29
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A + E; check: none
apply_R_PPC64_ADDR64_LOCAL:
    std     8, 0(7)
    b       next

    # X = S + A + E - P; check: -2^25 <= X < 2^25 and X is a multiple of 4
apply_R_PPC64_REL24_P9NOTOC:
    subf    8, 7, 8
    andi.   0, 8, 3
    bne     overflow
    sldi    0, 8, 38
    sradi   0, 0, 38
    cmpd    0, 8
    bne     overflow
    lwz     10, 0(7)
    rlwimi  10, 8, 0, 6, 29
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: -2^33 <= X < 2^33
apply_R_PPC64_D34:
    sldi    0, 8, 30
    sradi   0, 0, 30
    cmpd    0, 8
    bne     overflow
    lwz     10, 4(7)
    rlwimi  10, 8, 0, 16, 31
    stw     10, 4(7)
    lwz     10, 0(7)
    srdi    0, 8, 16
    rlwimi  10, 0, 0, 14, 31
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: none
apply_R_PPC64_D34_LO:
    lwz     10, 4(7)
    rlwimi  10, 8, 0, 16, 31
    stw     10, 4(7)
    lwz     10, 0(7)
    srdi    0, 8, 16
    rlwimi  10, 0, 0, 14, 31
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: none
apply_R_PPC64_D34_HI30:
    lwz     10, 4(7)
    srdi    0, 8, 34
    rlwimi  10, 0, 0, 16, 31
    stw     10, 4(7)
    lwz     10, 0(7)
    li      0, 0
    rlwimi  10, 0, 0, 14, 17
    srdi    0, 8, 50
    rlwimi  10, 0, 0, 18, 31
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A + 8589934592; check: none
apply_R_PPC64_D34_HA30:
    li      11, 1
    sldi    11, 11, 33
    add     8, 8, 11
    lwz     10, 4(7)
    srdi    0, 8, 34
    rlwimi  10, 0, 0, 16, 31
    stw     10, 4(7)
    lwz     10, 0(7)
    li      0, 0
    rlwimi  10, 0, 0, 14, 17
    srdi    0, 8, 50
    rlwimi  10, 0, 0, 18, 31
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P; check: -2^33 <= X < 2^33
apply_R_PPC64_PCREL34:
    subf    8, 7, 8
    sldi    0, 8, 30
    sradi   0, 0, 30
    cmpd    0, 8
    bne     overflow
    lwz     10, 4(7)
    rlwimi  10, 8, 0, 16, 31
    stw     10, 4(7)
    lwz     10, 0(7)
    srdi    0, 8, 16
    rlwimi  10, 0, 0, 14, 31
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = G + GOT - P; check: -2^33 <= X < 2^33
apply_R_PPC64_GOT_PCREL34:
    subf    8, 7, 8
    sldi    0, 8, 30
    sradi   0, 0, 30
    cmpd    0, 8
    bne     overflow
    lwz     10, 4(7)
    rlwimi  10, 8, 0, 16, 31
    stw     10, 4(7)
    lwz     10, 0(7)
    srdi    0, 8, 16
    rlwimi  10, 0, 0, 14, 31
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = G + GOT - P; check: -2^33 <= X < 2^33
apply_R_PPC64_PLT_PCREL34:
    subf    8, 7, 8
    sldi    0, 8, 30
    sradi   0, 0, 30
    cmpd    0, 8
    bne     overflow
    lwz     10, 4(7)
    rlwimi  10, 8, 0, 16, 31
    stw     10, 4(7)
    lwz     10, 0(7)
    srdi    0, 8, 16
    rlwimi  10, 0, 0, 14, 31
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = G + GOT - P; check: -2^33 <= X < 2^33
apply_R_PPC64_PLT_PCREL34_NOTOC:
    subf    8, 7, 8
    sldi    0, 8, 30
    sradi   0, 0, 30
    cmpd    0, 8
    bne     overflow
    lwz     10, 4(7)
    rlwimi  10, 8, 0, 16, 31
    stw     10, 4(7)
    lwz     10, 0(7)
    srdi    0, 8, 16
    rlwimi  10, 0, 0, 14, 31
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: none
apply_R_PPC64_ADDR16_HIGHER34:
    srdi    0, 8, 34
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A + 8589934592; check: none
apply_R_PPC64_ADDR16_HIGHERA34:
    li      11, 1
    sldi    11, 11, 33
    add     8, 8, 11
    srdi    0, 8, 34
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: none
apply_R_PPC64_ADDR16_HIGHEST34:
    lhz     10, 0(7)
    li      0, 0
    rlwimi  10, 0, 0, 16, 17
    srdi    0, 8, 50
    rlwimi  10, 0, 0, 18, 31
    sth     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A + 8589934592; check: none
apply_R_PPC64_ADDR16_HIGHESTA34:
    li      11, 1
    sldi    11, 11, 33
    add     8, 8, 11
    lhz     10, 0(7)
    li      0, 0
    rlwimi  10, 0, 0, 16, 17
    srdi    0, 8, 50
    rlwimi  10, 0, 0, 18, 31
    sth     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P; check: none
apply_R_PPC64_REL16_HIGHER34:
    subf    8, 7, 8
    srdi    0, 8, 34
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P + 8589934592; check: none
apply_R_PPC64_REL16_HIGHERA34:
    subf    8, 7, 8
    li      11, 1
    sldi    11, 11, 33
    add     8, 8, 11
    srdi    0, 8, 34
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P; check: none
apply_R_PPC64_REL16_HIGHEST34:
    subf    8, 7, 8
    lhz     10, 0(7)
    li      0, 0
    rlwimi  10, 0, 0, 16, 17
    srdi    0, 8, 50
    rlwimi  10, 0, 0, 18, 31
    sth     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P + 8589934592; check: none
apply_R_PPC64_REL16_HIGHESTA34:
    subf    8, 7, 8
    li      11, 1
    sldi    11, 11, 33
    add     8, 8, 11
    lhz     10, 0(7)
    li      0, 0
    rlwimi  10, 0, 0, 16, 17
    srdi    0, 8, 50
    rlwimi  10, 0, 0, 18, 31
    sth     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A; check: -2^27 <= X < 2^27
apply_R_PPC64_D28:
    sldi    0, 8, 36
    sradi   0, 0, 36
    cmpd    0, 8
    bne     overflow
    lwz     10, 4(7)
    rlwimi  10, 8, 0, 16, 31
    stw     10, 4(7)
    lwz     10, 0(7)
    rlwimi  10, 8, 16, 20, 31
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P; check: -2^27 <= X < 2^27
apply_R_PPC64_PCREL28:
    subf    8, 7, 8
    sldi    0, 8, 36
    sradi   0, 0, 36
    cmpd    0, 8
    bne     overflow
    lwz     10, 4(7)
    rlwimi  10, 8, 0, 16, 31
    stw     10, 4(7)
    lwz     10, 0(7)
    rlwimi  10, 8, 16, 20, 31
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P; check: none
apply_R_PPC64_REL16_HIGH:
    subf    8, 7, 8
    srdi    0, 8, 16
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P; check: none
apply_R_PPC64_REL16_HIGHA:
    subf    8, 7, 8
    addis   11, 8, 1
    addi    11, 11, -0x8000
    srdi    0, 11, 16
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P; check: none
apply_R_PPC64_REL16_HIGHER:
    subf    8, 7, 8
    srdi    0, 8, 32
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P + 32768; check: none
apply_R_PPC64_REL16_HIGHERA:
    subf    8, 7, 8
    addis   8, 8, 1
    addi    8, 8, -0x8000
    srdi    0, 8, 32
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P; check: none
apply_R_PPC64_REL16_HIGHEST:
    subf    8, 7, 8
    srdi    0, 8, 48
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P + 32768; check: none
apply_R_PPC64_REL16_HIGHESTA:
    subf    8, 7, 8
    addis   8, 8, 1
    addi    8, 8, -0x8000
    srdi    0, 8, 48
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P + 32768; check: -2^31 <= X < 2^31
apply_R_PPC64_REL16DX_HA:
    subf    8, 7, 8
    addis   8, 8, 1
    addi    8, 8, -0x8000
    extsw   0, 8
    cmpd    0, 8
    bne     overflow
    lwz     10, 0(7)
    rlwimi  10, 8, 16, 16, 25
    rlwimi  10, 8, 31, 11, 15
    rlwimi  10, 8, 16, 31, 31
    stw     10, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P; check: -2^15 <= X < 2^15
apply_R_PPC64_REL16:
    subf    8, 7, 8
    extsh   0, 8
    cmpd    0, 8
    bne     overflow
    sth     8, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P; check: none
apply_R_PPC64_REL16_LO:
    subf    8, 7, 8
    sth     8, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P; check: -2^31 <= X < 2^31
apply_R_PPC64_REL16_HI:
    subf    8, 7, 8
    extsw   0, 8
    cmpd    0, 8
    bne     overflow
    srdi    0, 8, 16
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

    # X = S + A - P; check: -2^31 - 2^15 <= X < 2^31 - 2^15
apply_R_PPC64_REL16_HA:
    subf    8, 7, 8
    addis   10, 8, 1
    addi    10, 10, -0x8000
    extsw   0, 10
    cmpd    0, 10
    bne     overflow
    addis   11, 8, 1
    addi    11, 11, -0x8000
    srdi    0, 11, 16
    sth     0, 0(7)
    dcbst   0, 7
    sync
    icbi    0, 7
    b       next

next:
    b       next
overflow:
    b       overflow
