/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/s390x.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
/* Preserved: %r2 (0: verify and return, else boot), %r6 to %r15. */
/* Clobbered: %r0, %r1, %r3 to %r5, the condition code. */
/* Stack: none is used. */
/* Entered in: z/Architecture mode with 64-bit addresses, address translation off, interrupts disabled. */
/* Failure: code in %r0, then a jump to itself; after an overflow %r3 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:

    # X = S + A; check: -2^7 <= X < 2^8
apply_R_390_8:
    lgr     %r5, %r4
    algfi   %r5, 0x80
    srlg    %r5, %r5, 7
    clgijh  %r5, 2, overflow
    stc     %r4, 0(%r3)
    j       next

    # X = S + A; check: 0 <= X < 2^12
apply_R_390_12:
    srlg    %r5, %r4, 12
    cgijne  %r5, 0, overflow
    llgh    %r5, 0(%r3)
    risbg   %r5, %r4, 52, 63, 0
    sth     %r5, 0(%r3)
    j       next

    # X = S + A; check: -2^15 <= X < 2^16
apply_R_390_16:
    lgr     %r5, %r4
    algfi   %r5, 0x8000
    srlg    %r5, %r5, 15
    clgijh  %r5, 2, overflow
    sth     %r4, 0(%r3)
    j       next

    # X = S + A; check: -2^31 <= X < 2^32
apply_R_390_32:
    lgr     %r5, %r4
    algfi   %r5, 0x80000000
    srlg    %r5, %r5, 31
    clgijh  %r5, 2, overflow
    st      %r4, 0(%r3)
    j       next

    # X = S + A - P; check: -2^31 <= X < 2^31
apply_R_390_PC32:
    sgr     %r4, %r3
    lgfr    %r5, %r4
    cgrjne  %r4, %r5, overflow
    st      %r4, 0(%r3)
    j       next

    # X = G + A; check: 0 <= X < 2^12
apply_R_390_GOT12:
    srlg    %r5, %r4, 12
    cgijne  %r5, 0, overflow
    llgh    %r5, 0(%r3)
    risbg   %r5, %r4, 52, 63, 0
    sth     %r5, 0(%r3)
    j       next

    # X = G + A; check: -2^31 <= X < 2^32
apply_R_390_GOT32:
    lgr     %r5, %r4
    algfi   %r5, 0x80000000
    srlg    %r5, %r5, 31
    clgijh  %r5, 2, overflow
    st      %r4, 0(%r3)
    j       next

    # X = L + A - P; check: -2^31 <= X < 2^31
apply_R_390_PLT32:
    sgr     %r4, %r3
    lgfr    %r5, %r4
    cgrjne  %r4, %r5, overflow
    st      %r4, 0(%r3)
    j       next

    # X = S + A; check: none
apply_R_390_GLOB_DAT:
    stg     %r4, 0(%r3)
    j       next

    # X = S + A; check: none
apply_R_390_JMP_SLOT:
    stg     %r4, 0(%r3)
    j       next

    # X = B + A; check: none
apply_R_390_RELATIVE:
    stg     %r4, 0(%r3)
    j       next

    # X = S + A - GOT; check: -2^31 <= X < 2^32
apply_R_390_GOTOFF32:
    larl    %r5, start+0x2800
    sgr     %r4, %r5
    lgr     %r5, %r4
    algfi   %r5, 0x80000000
    srlg    %r5, %r5, 31
    clgijh  %r5, 2, overflow
    st      %r4, 0(%r3)
    j       next

    # X = GOT + A - P; check: none
apply_R_390_GOTPC:
    sgr     %r4, %r3
    stg     %r4, 0(%r3)
    j       next

    # X = G + A; check: -2^15 <= X < 2^16
apply_R_390_GOT16:
    lgr     %r5, %r4
    algfi   %r5, 0x8000
    srlg    %r5, %r5, 15
    clgijh  %r5, 2, overflow
    sth     %r4, 0(%r3)
    j       next

    # X = S + A - P; check: -2^15 <= X < 2^15
apply_R_390_PC16:
    sgr     %r4, %r3
    lghr    %r5, %r4
    cgrjne  %r4, %r5, overflow
    sth     %r4, 0(%r3)
    j       next

    # X = S + A - P; check: -2^16 <= X < 2^16 and X is a multiple of 2
apply_R_390_PC16DBL:
    sgr     %r4, %r3
    tmll    %r4, 1
    jne     overflow
    sllg    %r5, %r4, 47
    srag    %r5, %r5, 47
    cgrjne  %r4, %r5, overflow
    srlg    %r4, %r4, 1
    sth     %r4, 0(%r3)
    j       next

    # X = L + A - P; check: -2^16 <= X < 2^16 and X is a multiple of 2
apply_R_390_PLT16DBL:
    sgr     %r4, %r3
    tmll    %r4, 1
    jne     overflow
    sllg    %r5, %r4, 47
    srag    %r5, %r5, 47
    cgrjne  %r4, %r5, overflow
    srlg    %r4, %r4, 1
    sth     %r4, 0(%r3)
    j       next

    # X = S + A - P; check: -2^32 <= X < 2^32 and X is a multiple of 2
apply_R_390_PC32DBL:
    sgr     %r4, %r3
    tmll    %r4, 1
    jne     overflow
    sllg    %r5, %r4, 31
    srag    %r5, %r5, 31
    cgrjne  %r4, %r5, overflow
    srlg    %r4, %r4, 1
    st      %r4, 0(%r3)
    j       next

    # X = L + A - P; check: -2^32 <= X < 2^32 and X is a multiple of 2
apply_R_390_PLT32DBL:
    sgr     %r4, %r3
    tmll    %r4, 1
    jne     overflow
    sllg    %r5, %r4, 31
    srag    %r5, %r5, 31
    cgrjne  %r4, %r5, overflow
    srlg    %r4, %r4, 1
    st      %r4, 0(%r3)
    j       next

    # X = GOT + A - P; check: -2^32 <= X < 2^32 and X is a multiple of 2
apply_R_390_GOTPCDBL:
    sgr     %r4, %r3
    tmll    %r4, 1
    jne     overflow
    sllg    %r5, %r4, 31
    srag    %r5, %r5, 31
    cgrjne  %r4, %r5, overflow
    srlg    %r4, %r4, 1
    st      %r4, 0(%r3)
    j       next

    # X = S + A; check: none
apply_R_390_64:
    stg     %r4, 0(%r3)
    j       next

    # X = S + A - P; check: none
apply_R_390_PC64:
    sgr     %r4, %r3
    stg     %r4, 0(%r3)
    j       next

    # X = G + A; check: none
apply_R_390_GOT64:
    stg     %r4, 0(%r3)
    j       next

    # X = L + A - P; check: none
apply_R_390_PLT64:
    sgr     %r4, %r3
    stg     %r4, 0(%r3)
    j       next

    # X = G + GOT + A - P; check: -2^32 <= X < 2^32 and X is a multiple of 2
apply_R_390_GOTENT:
    sgr     %r4, %r3
    tmll    %r4, 1
    jne     overflow
    sllg    %r5, %r4, 31
    srag    %r5, %r5, 31
    cgrjne  %r4, %r5, overflow
    srlg    %r4, %r4, 1
    st      %r4, 0(%r3)
    j       next

    # X = S + A - GOT; check: -2^15 <= X < 2^16
apply_R_390_GOTOFF16:
    larl    %r5, start+0x2800
    sgr     %r4, %r5
    lgr     %r5, %r4
    algfi   %r5, 0x8000
    srlg    %r5, %r5, 15
    clgijh  %r5, 2, overflow
    sth     %r4, 0(%r3)
    j       next

    # X = S + A - GOT; check: none
apply_R_390_GOTOFF64:
    larl    %r5, start+0x2800
    sgr     %r4, %r5
    stg     %r4, 0(%r3)
    j       next

    # X = G + A; check: 0 <= X < 2^12
apply_R_390_GOTPLT12:
    srlg    %r5, %r4, 12
    cgijne  %r5, 0, overflow
    llgh    %r5, 0(%r3)
    risbg   %r5, %r4, 52, 63, 0
    sth     %r5, 0(%r3)
    j       next

    # X = G + A; check: -2^15 <= X < 2^16
apply_R_390_GOTPLT16:
    lgr     %r5, %r4
    algfi   %r5, 0x8000
    srlg    %r5, %r5, 15
    clgijh  %r5, 2, overflow
    sth     %r4, 0(%r3)
    j       next

    # X = G + A; check: -2^31 <= X < 2^32
apply_R_390_GOTPLT32:
    lgr     %r5, %r4
    algfi   %r5, 0x80000000
    srlg    %r5, %r5, 31
    clgijh  %r5, 2, overflow
    st      %r4, 0(%r3)
    j       next

    # X = G + A; check: none
apply_R_390_GOTPLT64:
    stg     %r4, 0(%r3)
    j       next

    # X = G + GOT + A - P; check: -2^32 <= X < 2^32 and X is a multiple of 2
apply_R_390_GOTPLTENT:
    sgr     %r4, %r3
    tmll    %r4, 1
    jne     overflow
    sllg    %r5, %r4, 31
    srag    %r5, %r5, 31
    cgrjne  %r4, %r5, overflow
    srlg    %r4, %r4, 1
    st      %r4, 0(%r3)
    j       next

    # X = L + A - GOT; check: -2^15 <= X < 2^16
apply_R_390_PLTOFF16:
    larl    %r5, start+0x2800
    sgr     %r4, %r5
    lgr     %r5, %r4
    algfi   %r5, 0x8000
    srlg    %r5, %r5, 15
    clgijh  %r5, 2, overflow
    sth     %r4, 0(%r3)
    j       next

    # X = L + A - GOT; check: -2^31 <= X < 2^32
apply_R_390_PLTOFF32:
    larl    %r5, start+0x2800
    sgr     %r4, %r5
    lgr     %r5, %r4
    algfi   %r5, 0x80000000
    srlg    %r5, %r5, 31
    clgijh  %r5, 2, overflow
    st      %r4, 0(%r3)
    j       next

    # X = L + A - GOT; check: none
apply_R_390_PLTOFF64:
    larl    %r5, start+0x2800
    sgr     %r4, %r5
    stg     %r4, 0(%r3)
    j       next

    # X = S + A; check: -2^19 <= X < 2^19
apply_R_390_20:
    sllg    %r5, %r4, 44
    srag    %r5, %r5, 44
    cgrjne  %r4, %r5, overflow
    llgf    %r5, 0(%r3)
    risbg   %r5, %r4, 36, 47, 16
    risbg   %r5, %r4, 48, 55, 60
    st      %r5, 0(%r3)
    j       next

    # X = G + A; check: -2^19 <= X < 2^19
apply_R_390_GOT20:
    sllg    %r5, %r4, 44
    srag    %r5, %r5, 44
    cgrjne  %r4, %r5, overflow
    llgf    %r5, 0(%r3)
    risbg   %r5, %r4, 36, 47, 16
    risbg   %r5, %r4, 48, 55, 60
    st      %r5, 0(%r3)
    j       next

    # X = G + A; check: -2^19 <= X < 2^19
apply_R_390_GOTPLT20:
    sllg    %r5, %r4, 44
    srag    %r5, %r5, 44
    cgrjne  %r4, %r5, overflow
    llgf    %r5, 0(%r3)
    risbg   %r5, %r4, 36, 47, 16
    risbg   %r5, %r4, 48, 55, 60
    st      %r5, 0(%r3)
    j       next

    # X = S + A - P; check: -2^12 <= X < 2^12 and X is a multiple of 2
apply_R_390_PC12DBL:
    sgr     %r4, %r3
    tmll    %r4, 1
    jne     overflow
    sllg    %r5, %r4, 51
    srag    %r5, %r5, 51
    cgrjne  %r4, %r5, overflow
    llgh    %r5, 0(%r3)
    risbg   %r5, %r4, 52, 63, 63
    sth     %r5, 0(%r3)
    j       next

    # X = L + A - P; check: -2^12 <= X < 2^12 and X is a multiple of 2
apply_R_390_PLT12DBL:
    sgr     %r4, %r3
    tmll    %r4, 1
    jne     overflow
    sllg    %r5, %r4, 51
    srag    %r5, %r5, 51
    cgrjne  %r4, %r5, overflow
    llgh    %r5, 0(%r3)
    risbg   %r5, %r4, 52, 63, 63
    sth     %r5, 0(%r3)
    j       next

    # X = S + A - P; check: -2^24 <= X < 2^24 and X is a multiple of 2
apply_R_390_PC24DBL:
    sgr     %r4, %r3
    tmll    %r4, 1
    jne     overflow
    sllg    %r5, %r4, 39
    srag    %r5, %r5, 39
    cgrjne  %r4, %r5, overflow
    srlg    %r4, %r4, 1
    sth     %r4, 1(%r3)
    srlg    %r4, %r4, 16
    stc     %r4, 0(%r3)
    j       next

    # X = L + A - P; check: -2^24 <= X < 2^24 and X is a multiple of 2
apply_R_390_PLT24DBL:
    sgr     %r4, %r3
    tmll    %r4, 1
    jne     overflow
    sllg    %r5, %r4, 39
    srag    %r5, %r5, 39
    cgrjne  %r4, %r5, overflow
    srlg    %r4, %r4, 1
    sth     %r4, 1(%r3)
    srlg    %r4, %r4, 16
    stc     %r4, 0(%r3)
    j       next

next:
    j       next
overflow:
    j       overflow
