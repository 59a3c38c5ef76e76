/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/sparc64.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
/* Preserved: %o0 to %o4, %sp, %l0 to %l7, %i0 to %i7, %g6, %g7, the register windows. */
/* Clobbered: %g1 to %g5, %o5, %o7, the condition codes. */
/* Stack: none is used. */
/* Entered in: privileged mode, total store order, 64-bit addresses (PSTATE.AM clear) that are mapped one to one, interrupts disabled. */
/* When the purgatory is entered: %g4 is the purgatory's own to set: code of -mcmodel=embmedany counts from the start of the data in it. */
/* Failure: code in %g1, then a jump to itself; after an overflow %g2 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:

    ! X = S + A; check: -2^7 <= X < 2^8
apply_R_SPARC_8:
    add     %g1, 0x80, %g5
    cmp     %g5, 0x17f
    bgu,pn  %xcc, overflow
    nop
    stb     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = S + A; check: -2^15 <= X < 2^16
apply_R_SPARC_16:
    srax    %g1, 15, %g5
    add     %g5, 1, %g5
    cmp     %g5, 2
    bgu,pn  %xcc, overflow
    nop
    sth     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = S + A; check: -2^31 <= X < 2^32
apply_R_SPARC_32:
    srax    %g1, 31, %g5
    add     %g5, 1, %g5
    cmp     %g5, 2
    bgu,pn  %xcc, overflow
    nop
    stw     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = S + A - P; check: -2^7 <= X < 2^7
apply_R_SPARC_DISP8:
    sub     %g1, %g2, %g1
    sub     %g1, -0x80, %g5
    srlx    %g5, 8, %g5
    brnz,pn %g5, overflow
    nop
    stb     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = S + A - P; check: -2^15 <= X < 2^15
apply_R_SPARC_DISP16:
    sub     %g1, %g2, %g1
    sllx    %g1, 48, %g5
    srax    %g5, 48, %g5
    cmp     %g5, %g1
    bne,pn  %xcc, overflow
    nop
    sth     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = S + A - P; check: -2^31 <= X < 2^31
apply_R_SPARC_DISP32:
    sub     %g1, %g2, %g1
    sra     %g1, 0, %g5
    cmp     %g5, %g1
    bne,pn  %xcc, overflow
    nop
    stw     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = S + A - P; check: -2^31 <= X < 2^31 and X is a multiple of 4
apply_R_SPARC_WDISP30:
    sub     %g1, %g2, %g1
    sra     %g1, 2, %g5
    sllx    %g5, 2, %o7
    cmp     %o7, %g1
    bne,pn  %xcc, overflow
    lduw    [%g2], %o7
    xor     %g5, %o7, %o5
    sllx    %o5, 34, %o5
    srlx    %o5, 34, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A - P; check: -2^23 <= X < 2^23 and X is a multiple of 4
apply_R_SPARC_WDISP22:
    sub     %g1, %g2, %g1
    sllx    %g1, 40, %g5
    srax    %g5, 42, %g5
    sllx    %g5, 2, %o7
    cmp     %o7, %g1
    bne,pn  %xcc, overflow
    lduw    [%g2], %o7
    xor     %g5, %o7, %o5
    sllx    %o5, 42, %o5
    srlx    %o5, 42, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: 0 <= X < 2^32
apply_R_SPARC_HI22:
    srlx    %g1, 32, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    srl     %g1, 10, %o5
    srl     %o7, 22, %o7
    sllx    %o7, 22, %o7
    or      %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: -2^21 <= X < 2^22
apply_R_SPARC_22:
    srax    %g1, 21, %g5
    add     %g5, 1, %g5
    cmp     %g5, 2
    bgu,pn  %xcc, overflow
    lduw    [%g2], %o7
    xor     %g1, %o7, %o5
    sllx    %o5, 42, %o5
    srlx    %o5, 42, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: -2^12 <= X < 2^12
apply_R_SPARC_13:
    sub     %g1, -0x1000, %g5
    srlx    %g5, 13, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    xor     %g1, %o7, %o5
    sllx    %o5, 51, %o5
    srlx    %o5, 51, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: none
apply_R_SPARC_LO10:
    lduw    [%g2], %o7
    xor     %g1, %o7, %o5
    and     %o5, 0x3ff, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = G; check: none
apply_R_SPARC_GOT10:
    lduw    [%g2], %o7
    xor     %g1, %o7, %o5
    and     %o5, 0x3ff, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = G; check: -2^12 <= X < 2^12
apply_R_SPARC_GOT13:
    sub     %g1, -0x1000, %g5
    srlx    %g5, 13, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    xor     %g1, %o7, %o5
    sllx    %o5, 51, %o5
    srlx    %o5, 51, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = G; check: none
apply_R_SPARC_GOT22:
    lduw    [%g2], %o7
    srl     %g1, 10, %o5
    srl     %o7, 22, %o7
    sllx    %o7, 22, %o7
    or      %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A - P; check: none
apply_R_SPARC_PC10:
    sub     %g1, %g2, %g1
    lduw    [%g2], %o7
    xor     %g1, %o7, %o5
    and     %o5, 0x3ff, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A - P; check: -2^31 <= X < 2^32
apply_R_SPARC_PC22:
    sub     %g1, %g2, %g1
    srax    %g1, 31, %g5
    add     %g5, 1, %g5
    cmp     %g5, 2
    bgu,pn  %xcc, overflow
    lduw    [%g2], %o7
    srl     %g1, 10, %o5
    srl     %o7, 22, %o7
    sllx    %o7, 22, %o7
    or      %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = L + A - P; check: -2^31 <= X < 2^31 and X is a multiple of 4
apply_R_SPARC_WPLT30:
    sub     %g1, %g2, %g1
    sra     %g1, 2, %g5
    sllx    %g5, 2, %o7
    cmp     %o7, %g1
    bne,pn  %xcc, overflow
    lduw    [%g2], %o7
    xor     %g5, %o7, %o5
    sllx    %o5, 34, %o5
    srlx    %o5, 34, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: none
apply_R_SPARC_GLOB_DAT:
    stx     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = B + A; check: none
apply_R_SPARC_RELATIVE:
    stx     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = S + A; check: -2^31 <= X < 2^32
apply_R_SPARC_UA32:
    srax    %g1, 31, %g5
    add     %g5, 1, %g5
    cmp     %g5, 2
    bgu,pn  %xcc, overflow
    nop
    stw     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = L + A; check: -2^31 <= X < 2^32
apply_R_SPARC_PLT32:
    srax    %g1, 31, %g5
    add     %g5, 1, %g5
    cmp     %g5, 2
    bgu,pn  %xcc, overflow
    nop
    stw     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = S + A; check: -2^9 <= X < 2^9
apply_R_SPARC_10:
    sub     %g1, -0x200, %g5
    srlx    %g5, 10, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    xor     %g1, %o7, %o5
    and     %o5, 0x3ff, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: -2^10 <= X < 2^10
apply_R_SPARC_11:
    sub     %g1, -0x400, %g5
    srlx    %g5, 11, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    xor     %g1, %o7, %o5
    and     %o5, 0x7ff, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: none
apply_R_SPARC_64:
    stx     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = S + A - Page10(S + A) + O; check: -2^12 <= X < 2^12
apply_R_SPARC_OLO10:
    and     %g1, 0x3ff, %g1
    ldsw    [%g4 - 4], %g5
    sra     %g5, 10, %g5
    add     %g1, %g5, %g1
    sub     %g1, -0x1000, %g5
    srlx    %g5, 13, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    xor     %g1, %o7, %o5
    sllx    %o5, 51, %o5
    srlx    %o5, 51, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: none
apply_R_SPARC_HH22:
    lduw    [%g2], %o7
    srlx    %g1, 42, %o5
    srl     %o7, 22, %o7
    sllx    %o7, 22, %o7
    or      %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: none
apply_R_SPARC_HM10:
    lduw    [%g2], %o7
    srlx    %g1, 32, %o5
    xor     %o5, %o7, %o5
    and     %o5, 0x3ff, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: none
apply_R_SPARC_LM22:
    lduw    [%g2], %o7
    srl     %g1, 10, %o5
    srl     %o7, 22, %o7
    sllx    %o7, 22, %o7
    or      %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A - P; check: none
apply_R_SPARC_PC_HH22:
    sub     %g1, %g2, %g1
    lduw    [%g2], %o7
    srlx    %g1, 42, %o5
    srl     %o7, 22, %o7
    sllx    %o7, 22, %o7
    or      %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A - P; check: none
apply_R_SPARC_PC_HM10:
    sub     %g1, %g2, %g1
    lduw    [%g2], %o7
    srlx    %g1, 32, %o5
    xor     %o5, %o7, %o5
    and     %o5, 0x3ff, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A - P; check: none
apply_R_SPARC_PC_LM22:
    sub     %g1, %g2, %g1
    lduw    [%g2], %o7
    srl     %g1, 10, %o5
    srl     %o7, 22, %o7
    sllx    %o7, 22, %o7
    or      %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A - P; check: -2^17 <= X < 2^17 and X is a multiple of 4
apply_R_SPARC_WDISP16:
    sub     %g1, %g2, %g1
    sllx    %g1, 46, %g5
    srax    %g5, 48, %g5
    sllx    %g5, 2, %o7
    cmp     %o7, %g1
    bne,pn  %xcc, overflow
    lduw    [%g2], %o7
    sllx    %g5, 6, %o5
    xor     %o5, %o7, %o5
    sllx    %o5, 42, %o5
    srlx    %o5, 62, %o5
    sllx    %o5, 20, %o5
    xor     %o7, %o5, %o7
    xor     %g5, %o7, %o5
    sllx    %o5, 50, %o5
    srlx    %o5, 50, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A - P; check: -2^20 <= X < 2^20 and X is a multiple of 4
apply_R_SPARC_WDISP19:
    sub     %g1, %g2, %g1
    sllx    %g1, 43, %g5
    srax    %g5, 45, %g5
    sllx    %g5, 2, %o7
    cmp     %o7, %g1
    bne,pn  %xcc, overflow
    lduw    [%g2], %o7
    xor     %g5, %o7, %o5
    sllx    %o5, 45, %o5
    srlx    %o5, 45, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: 0 <= X < 2^7
apply_R_SPARC_7:
    srlx    %g1, 7, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    andn    %o7, 0x7f, %o7
    or      %o7, %g1, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: 0 <= X < 2^5
apply_R_SPARC_5:
    srlx    %g1, 5, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    andn    %o7, 0x1f, %o7
    or      %o7, %g1, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: 0 <= X < 2^6
apply_R_SPARC_6:
    srlx    %g1, 6, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    andn    %o7, 0x3f, %o7
    or      %o7, %g1, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A - P; check: none
apply_R_SPARC_DISP64:
    sub     %g1, %g2, %g1
    stx     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = L + A; check: none
apply_R_SPARC_PLT64:
    stx     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = (-1) - (S + A); check: 0 <= X < 2^32
apply_R_SPARC_HIX22:
    mov     -0x1, %g5
    sub     %g5, %g1, %g1
    srlx    %g1, 32, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    srl     %g1, 10, %o5
    srl     %o7, 22, %o7
    sllx    %o7, 22, %o7
    or      %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A - Page10(S + A) + 7168; check: none
apply_R_SPARC_LOX10:
    and     %g1, 0x3ff, %g5
    sethi   0x7, %o5
    add     %g5, %o5, %g1
    lduw    [%g2], %o7
    xor     %g1, %o7, %o5
    sllx    %o5, 51, %o5
    srlx    %o5, 51, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: 0 <= X < 2^44
apply_R_SPARC_H44:
    srlx    %g1, 44, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    srlx    %g1, 22, %o5
    srl     %o7, 22, %o7
    sllx    %o7, 22, %o7
    or      %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: none
apply_R_SPARC_M44:
    lduw    [%g2], %o7
    srlx    %g1, 12, %o5
    xor     %o5, %o7, %o5
    and     %o5, 0x3ff, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: none
apply_R_SPARC_L44:
    lduw    [%g2], %o7
    xor     %g1, %o7, %o5
    and     %o5, 0xfff, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: none
apply_R_SPARC_UA64:
    stx     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = S + A; check: -2^15 <= X < 2^16
apply_R_SPARC_UA16:
    srax    %g1, 15, %g5
    add     %g5, 1, %g5
    cmp     %g5, 2
    bgu,pn  %xcc, overflow
    nop
    sth     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = G; check: none
apply_R_SPARC_GOTDATA_OP_HIX22:
    lduw    [%g2], %o7
    srl     %g1, 10, %o5
    srl     %o7, 22, %o7
    sllx    %o7, 22, %o7
    or      %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = G - Page10(G); check: none
apply_R_SPARC_GOTDATA_OP_LOX10:
    and     %g1, 0x3ff, %g1
    lduw    [%g2], %o7
    xor     %g1, %o7, %o5
    sllx    %o5, 51, %o5
    srlx    %o5, 51, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = S + A; check: 0 <= X < 2^34
apply_R_SPARC_H34:
    srlx    %g1, 34, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    srlx    %g1, 12, %o5
    srl     %o7, 22, %o7
    sllx    %o7, 22, %o7
    or      %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

    ! X = Z + A; check: -2^31 <= X < 2^32
apply_R_SPARC_SIZE32:
    srax    %g1, 31, %g5
    add     %g5, 1, %g5
    cmp     %g5, 2
    bgu,pn  %xcc, overflow
    nop
    stw     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = Z + A; check: none
apply_R_SPARC_SIZE64:
    stx     %g1, [%g2]
    ba,a,pt %xcc, next

    ! X = S + A - P; check: -2^11 <= X < 2^11 and X is a multiple of 4
apply_R_SPARC_WDISP10:
    sub     %g1, %g2, %g1
    sllx    %g1, 52, %g5
    srax    %g5, 54, %g5
    sllx    %g5, 2, %o7
    cmp     %o7, %g1
    bne,pn  %xcc, overflow
    lduw    [%g2], %o7
    sllx    %g5, 11, %o5
    xor     %o5, %o7, %o5
    sllx    %o5, 43, %o5
    srlx    %o5, 62, %o5
    sllx    %o5, 19, %o5
    xor     %o7, %o5, %o7
    sllx    %g5, 5, %o5
    xor     %o5, %o7, %o5
    sllx    %o5, 51, %o5
    srlx    %o5, 56, %o5
    sllx    %o5, 5, %o5
    xor     %o7, %o5, %o7
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next

next:
    ba,a,pt %xcc, next
overflow:
    ba,a,pt %xcc, overflow
