/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/sparc64.ts by npm run generate; do not edit. */
/* Format records, for an example image in which every rule occurs once; equal tails are shared. */
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
    rd      %pc, %g3                        ! load base
    stx     %g3, [%g3 + 0x3a8]              ! the image's own slot of the symbol table
    add     %g3, 0x3b0, %g4
next:
    lduw    [%g4], %g2                      ! offset of the place; 0 ends the table
    brz,pn  %g2, start+0x2000
    add     %g2, %g3, %g2                   ! P
    lduh    [%g4 + 4], %g1                  ! offset of the symbol's slot
    ldx     [%g3 + %g1], %g1                ! S
    ldsw    [%g4 + 8], %o7                  ! A
    lduh    [%g4 + 6], %g5                  ! offset of the handler
    add     %g4, 12, %g4
    jmp     %g3 + %g5
    add     %g1, %o7, %g1                   ! X = S + A
apply_R_SPARC_8:
    ! R_SPARC_8: S + A
    add     %g1, 0x80, %g5
    cmp     %g5, 0x17f
    bgu,pn  %xcc, overflow
    nop
    ba,a,pt %xcc, tail1
apply_R_SPARC_DISP8:
    ! R_SPARC_DISP8: S + A - P
    sub     %g1, %g2, %g1
    sub     %g1, -0x80, %g5
    srlx    %g5, 8, %g5
    brnz,pn %g5, overflow
    nop
tail1:
    stb     %g1, [%g2]
    ba,a,pt %xcc, next
apply_R_SPARC_16:
    ! R_SPARC_16: S + A; R_SPARC_UA16: S + A
    srax    %g1, 15, %g5
    add     %g5, 1, %g5
    cmp     %g5, 2
    bgu,pn  %xcc, overflow
    nop
    ba,a,pt %xcc, tail2
apply_R_SPARC_DISP16:
    ! R_SPARC_DISP16: S + A - P
    sub     %g1, %g2, %g1
    sllx    %g1, 48, %g5
    srax    %g5, 48, %g5
    cmp     %g5, %g1
    bne,pn  %xcc, overflow
    nop
tail2:
    sth     %g1, [%g2]
    ba,a,pt %xcc, next
apply_R_SPARC_32:
    ! R_SPARC_32: S + A; R_SPARC_UA32: S + A; R_SPARC_PLT32: L + A; R_SPARC_SIZE32: Z + A
    srax    %g1, 31, %g5
    add     %g5, 1, %g5
    cmp     %g5, 2
    bgu,pn  %xcc, overflow
    nop
    ba,a,pt %xcc, tail3
apply_R_SPARC_DISP32:
    ! R_SPARC_DISP32: S + A - P
    sub     %g1, %g2, %g1
    sra     %g1, 0, %g5
    cmp     %g5, %g1
    bne,pn  %xcc, overflow
    nop
tail3:
    stw     %g1, [%g2]
    ba,a,pt %xcc, next
apply_R_SPARC_WDISP30:
    ! R_SPARC_WDISP30: S + A - P; R_SPARC_WPLT30: L + A - P
    sub     %g1, %g2, %g1
    sra     %g1, 2, %g5
    sllx    %g5, 2, %o7
    cmp     %o7, %g1
    bne,pn  %xcc, overflow
    lduw    [%g2], %o7
    xor     %g5, %o7, %o5
    sllx    %o5, 34, %o5
    srlx    %o5, 34, %o5
    ba,a,pt %xcc, tail4
apply_R_SPARC_WDISP22:
    ! R_SPARC_WDISP22: S + A - P
    sub     %g1, %g2, %g1
    sllx    %g1, 40, %g5
    srax    %g5, 42, %g5
    sllx    %g5, 2, %o7
    cmp     %o7, %g1
    bne,pn  %xcc, overflow
    lduw    [%g2], %o7
    xor     %g5, %o7, %o5
    ba,a,pt %xcc, tail5
apply_R_SPARC_22:
    ! R_SPARC_22: S + A
    srax    %g1, 21, %g5
    add     %g5, 1, %g5
    cmp     %g5, 2
    bgu,pn  %xcc, overflow
    lduw    [%g2], %o7
    xor     %g1, %o7, %o5
tail5:
    sllx    %o5, 42, %o5
    srlx    %o5, 42, %o5
    ba,a,pt %xcc, tail4
apply_R_SPARC_OLO10:
    ! R_SPARC_OLO10: S + A - Page10(S + A) + O
    and     %g1, 0x3ff, %g1
    ldsw    [%g4 - 4], %g5
    sra     %g5, 10, %g5
    add     %g1, %g5, %g1
apply_R_SPARC_13:
    ! R_SPARC_13: S + A; R_SPARC_GOT13: G
    sub     %g1, -0x1000, %g5
    srlx    %g5, 13, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    ba,a,pt %xcc, tail6
apply_R_SPARC_LOX10:
    ! R_SPARC_LOX10: S + A - Page10(S + A) + 7168
    and     %g1, 0x3ff, %g5
    sethi   0x7, %o5
    add     %g5, %o5, %g1
    ba,a,pt %xcc, tail7
apply_R_SPARC_GOTDATA_OP_LOX10:
    ! R_SPARC_GOTDATA_OP_LOX10: G - Page10(G)
    and     %g1, 0x3ff, %g1
tail7:
    lduw    [%g2], %o7
tail6:
    xor     %g1, %o7, %o5
    sllx    %o5, 51, %o5
    srlx    %o5, 51, %o5
    ba,a,pt %xcc, tail4
apply_R_SPARC_PC10:
    ! R_SPARC_PC10: S + A - P
    sub     %g1, %g2, %g1
apply_R_SPARC_LO10:
    ! R_SPARC_LO10: S + A; R_SPARC_GOT10: G
    lduw    [%g2], %o7
    ba,a,pt %xcc, tail8
apply_R_SPARC_10:
    ! R_SPARC_10: S + A
    sub     %g1, -0x200, %g5
    srlx    %g5, 10, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
tail8:
    xor     %g1, %o7, %o5
    ba,a,pt %xcc, tail9
apply_R_SPARC_PC_HM10:
    ! R_SPARC_PC_HM10: S + A - P
    sub     %g1, %g2, %g1
apply_R_SPARC_HM10:
    ! R_SPARC_HM10: S + A
    lduw    [%g2], %o7
    srlx    %g1, 32, %o5
    ba,a,pt %xcc, tail10
apply_R_SPARC_M44:
    ! R_SPARC_M44: S + A
    lduw    [%g2], %o7
    srlx    %g1, 12, %o5
tail10:
    xor     %o5, %o7, %o5
tail9:
    and     %o5, 0x3ff, %o5
    ba,a,pt %xcc, tail4
apply_R_SPARC_11:
    ! R_SPARC_11: S + A
    sub     %g1, -0x400, %g5
    srlx    %g5, 11, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    xor     %g1, %o7, %o5
    and     %o5, 0x7ff, %o5
    ba,a,pt %xcc, tail4
apply_R_SPARC_WDISP16:
    ! R_SPARC_WDISP16: S + A - P
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
    ba,a,pt %xcc, tail4
apply_R_SPARC_WDISP19:
    ! R_SPARC_WDISP19: S + A - P
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
    ba,a,pt %xcc, tail4
apply_R_SPARC_L44:
    ! R_SPARC_L44: S + A
    lduw    [%g2], %o7
    xor     %g1, %o7, %o5
    and     %o5, 0xfff, %o5
    ba,a,pt %xcc, tail4
apply_R_SPARC_WDISP10:
    ! R_SPARC_WDISP10: S + A - P
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
tail4:
    xor     %o7, %o5, %o7
    ba,a,pt %xcc, tail11
apply_R_SPARC_HIX22:
    ! R_SPARC_HIX22: (-1) - (S + A)
    mov     -0x1, %g5
    sub     %g5, %g1, %g1
apply_R_SPARC_HI22:
    ! R_SPARC_HI22: S + A
    srlx    %g1, 32, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    ba,a,pt %xcc, tail12
apply_R_SPARC_PC_LM22:
    ! R_SPARC_PC_LM22: S + A - P
    sub     %g1, %g2, %g1
apply_R_SPARC_GOT22:
    ! R_SPARC_GOT22: G; R_SPARC_LM22: S + A; R_SPARC_GOTDATA_OP_HIX22: G
    lduw    [%g2], %o7
    ba,a,pt %xcc, tail12
apply_R_SPARC_PC22:
    ! R_SPARC_PC22: S + A - P
    sub     %g1, %g2, %g1
    srax    %g1, 31, %g5
    add     %g5, 1, %g5
    cmp     %g5, 2
    bgu,pn  %xcc, overflow
    lduw    [%g2], %o7
tail12:
    srl     %g1, 10, %o5
    ba,a,pt %xcc, tail13
apply_R_SPARC_PC_HH22:
    ! R_SPARC_PC_HH22: S + A - P
    sub     %g1, %g2, %g1
apply_R_SPARC_HH22:
    ! R_SPARC_HH22: S + A
    lduw    [%g2], %o7
    srlx    %g1, 42, %o5
    ba,a,pt %xcc, tail13
apply_R_SPARC_H44:
    ! R_SPARC_H44: S + A
    srlx    %g1, 44, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    srlx    %g1, 22, %o5
    ba,a,pt %xcc, tail13
apply_R_SPARC_H34:
    ! R_SPARC_H34: S + A
    srlx    %g1, 34, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    srlx    %g1, 12, %o5
tail13:
    srl     %o7, 22, %o7
    sllx    %o7, 22, %o7
    or      %o7, %o5, %o7
    ba,a,pt %xcc, tail11
apply_R_SPARC_7:
    ! R_SPARC_7: S + A
    srlx    %g1, 7, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    andn    %o7, 0x7f, %o7
    ba,a,pt %xcc, tail14
apply_R_SPARC_5:
    ! R_SPARC_5: S + A
    srlx    %g1, 5, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    andn    %o7, 0x1f, %o7
    ba,a,pt %xcc, tail14
apply_R_SPARC_6:
    ! R_SPARC_6: S + A
    srlx    %g1, 6, %g5
    brnz,pn %g5, overflow
    lduw    [%g2], %o7
    andn    %o7, 0x3f, %o7
tail14:
    or      %o7, %g1, %o7
tail11:
    stw     %o7, [%g2]
    flush   %g2
    ba,a,pt %xcc, next
apply_R_SPARC_DISP64:
    ! R_SPARC_DISP64: S + A - P
    sub     %g1, %g2, %g1
apply_R_SPARC_GLOB_DAT:
    ! R_SPARC_GLOB_DAT: S + A; R_SPARC_RELATIVE: B + A; R_SPARC_64: S + A; R_SPARC_PLT64: L + A; R_SPARC_UA64: S + A; R_SPARC_SIZE64: Z + A
    stx     %g1, [%g2]
    ba,a,pt %xcc, next
overflow:
    mov     0x4f, %g1                       ! %g2: the place
stop:
    ba,a,pt %xcc, stop                      ! failure code in %g1
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00
    .byte   0x03, 0xa8, 0x00, 0x34, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x10, 0x03, 0xa8, 0x00, 0x64
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x20, 0x03, 0xa8, 0x00, 0x9c, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0x30, 0x03, 0xa8, 0x00, 0x48, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x40
    .byte   0x03, 0xa8, 0x00, 0x7c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x50, 0x03, 0xa8, 0x00, 0xb4
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x60, 0x03, 0xa8, 0x00, 0xd0, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0x70, 0x03, 0xa8, 0x00, 0xf8, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x80
    .byte   0x03, 0xa8, 0x02, 0xc8, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x90, 0x03, 0xa8, 0x01, 0x1c
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xa0, 0x03, 0xa8, 0x01, 0x50, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0xb0, 0x03, 0xa8, 0x01, 0x90, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xc0
    .byte   0x03, 0xa8, 0x01, 0x90, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xd0, 0x03, 0xa8, 0x01, 0x50
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xe0, 0x03, 0xa8, 0x02, 0xdc, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0xf0, 0x03, 0xa8, 0x01, 0x8c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x00
    .byte   0x03, 0xa8, 0x02, 0xe4, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x10, 0x03, 0xa8, 0x00, 0xd0
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x20, 0x03, 0xa8, 0x03, 0x94, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x31, 0x30, 0x03, 0xa8, 0x03, 0x94, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x40
    .byte   0x03, 0xa8, 0x00, 0x9c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x50, 0x03, 0xa8, 0x00, 0x9c
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x60, 0x03, 0xa8, 0x01, 0x98, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x31, 0x70, 0x03, 0xa8, 0x01, 0xd4, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x80
    .byte   0x03, 0xa8, 0x03, 0x94, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x90, 0x03, 0xa8, 0x01, 0x40
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0xa0, 0x03, 0xa8, 0x03, 0x08, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x31, 0xb0, 0x03, 0xa8, 0x01, 0xb4, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0xc0
    .byte   0x03, 0xa8, 0x02, 0xdc, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0xd0, 0x03, 0xa8, 0x03, 0x04
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0xe0, 0x03, 0xa8, 0x01, 0xb0, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x31, 0xf0, 0x03, 0xa8, 0x02, 0xd8, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0x00
    .byte   0x03, 0xa8, 0x01, 0xf0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0x10, 0x03, 0xa8, 0x02, 0x34
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0x20, 0x03, 0xa8, 0x03, 0x48, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x32, 0x30, 0x03, 0xa8, 0x03, 0x5c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0x40
    .byte   0x03, 0xa8, 0x03, 0x70, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0x50, 0x03, 0xa8, 0x03, 0x90
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0x60, 0x03, 0xa8, 0x03, 0x94, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x32, 0x70, 0x03, 0xa8, 0x02, 0xc0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0x80
    .byte   0x03, 0xa8, 0x01, 0x64, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0x90, 0x03, 0xa8, 0x03, 0x14
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0xa0, 0x03, 0xa8, 0x01, 0xc0, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x32, 0xb0, 0x03, 0xa8, 0x02, 0x60, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0xc0
    .byte   0x03, 0xa8, 0x03, 0x94, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0xd0, 0x03, 0xa8, 0x00, 0x64
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0xe0, 0x03, 0xa8, 0x02, 0xdc, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x32, 0xf0, 0x03, 0xa8, 0x01, 0x74, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x33, 0x00
    .byte   0x03, 0xa8, 0x03, 0x28, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x33, 0x10, 0x03, 0xa8, 0x00, 0x9c
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x33, 0x20, 0x03, 0xa8, 0x03, 0x94, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x33, 0x30, 0x03, 0xa8, 0x02, 0x70, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
