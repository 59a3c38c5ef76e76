/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/aarch64.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
/* Preserved: x0 to x3, sp, x13 to x30. */
/* Clobbered: x4 to x12, flags. */
/* Stack: none is used. */
/* Entered in: EL1 or EL2, MMU and data cache off or memory mapped at its own addresses, interrupts masked. */
/* Failure: code in x12, then a jump to itself; after an overflow x6 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:

    // X = S + A; check: none
apply_R_AARCH64_ABS64:
    str     x8, [x6]
    b       next

    // X = S + A; check: -2^31 <= X < 2^32
apply_R_AARCH64_ABS32:
    sxtw    x9, w8
    cmp     x8, w8, uxtw
    ccmp    x8, x9, #4, ne
    b.ne    overflow
    str     w8, [x6]
    b       next

    // X = S + A; check: -2^15 <= X < 2^16
apply_R_AARCH64_ABS16:
    movz    x9, #32768
    add     x9, x8, x9
    lsr     x10, x9, #15
    cmp     x10, #3
    b.hs    overflow
    strh    w8, [x6]
    b       next

    // X = S + A - P; check: none
apply_R_AARCH64_PREL64:
    sub     x8, x8, x6
    str     x8, [x6]
    b       next

    // X = S + A - P; check: -2^31 <= X < 2^32
apply_R_AARCH64_PREL32:
    sub     x8, x8, x6
    sxtw    x9, w8
    cmp     x8, w8, uxtw
    ccmp    x8, x9, #4, ne
    b.ne    overflow
    str     w8, [x6]
    b       next

    // X = S + A - P; check: -2^15 <= X < 2^16
apply_R_AARCH64_PREL16:
    sub     x8, x8, x6
    movz    x9, #32768
    add     x9, x8, x9
    lsr     x10, x9, #15
    cmp     x10, #3
    b.hs    overflow
    strh    w8, [x6]
    b       next

    // X = S + A; check: 0 <= X < 2^16
apply_R_AARCH64_MOVW_UABS_G0:
    lsr     x9, x8, #16
    cbnz    x9, overflow
    ldr     w10, [x6]
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A; check: none
apply_R_AARCH64_MOVW_UABS_G0_NC:
    ldr     w10, [x6]
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A; check: 0 <= X < 2^32
apply_R_AARCH64_MOVW_UABS_G1:
    lsr     x9, x8, #32
    cbnz    x9, overflow
    lsr     x8, x8, #16
    ldr     w10, [x6]
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A; check: none
apply_R_AARCH64_MOVW_UABS_G1_NC:
    lsr     x8, x8, #16
    ldr     w10, [x6]
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A; check: 0 <= X < 2^48
apply_R_AARCH64_MOVW_UABS_G2:
    lsr     x9, x8, #48
    cbnz    x9, overflow
    lsr     x8, x8, #32
    ldr     w10, [x6]
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A; check: none
apply_R_AARCH64_MOVW_UABS_G2_NC:
    lsr     x8, x8, #32
    ldr     w10, [x6]
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A; check: none
apply_R_AARCH64_MOVW_UABS_G3:
    lsr     x8, x8, #48
    ldr     w10, [x6]
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A; check: -2^16 <= X < 2^16
apply_R_AARCH64_MOVW_SABS_G0:
    sbfx    x9, x8, #0, #17
    cmp     x8, x9
    b.ne    overflow
    cmp     x8, #0
    cset    w11, ge
    cinv    x8, x8, lt
    ldr     w10, [x6]
    bfi     w10, w11, #30, #1
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A; check: -2^32 <= X < 2^32
apply_R_AARCH64_MOVW_SABS_G1:
    sbfx    x9, x8, #0, #33
    cmp     x8, x9
    b.ne    overflow
    cmp     x8, #0
    cset    w11, ge
    cinv    x8, x8, lt
    asr     x8, x8, #16
    ldr     w10, [x6]
    bfi     w10, w11, #30, #1
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A; check: -2^48 <= X < 2^48
apply_R_AARCH64_MOVW_SABS_G2:
    sbfx    x9, x8, #0, #49
    cmp     x8, x9
    b.ne    overflow
    cmp     x8, #0
    cset    w11, ge
    cinv    x8, x8, lt
    asr     x8, x8, #32
    ldr     w10, [x6]
    bfi     w10, w11, #30, #1
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A - P; check: -2^20 <= X < 2^20 and X is a multiple of 4
apply_R_AARCH64_LD_PREL_LO19:
    sub     x8, x8, x6
    sbfx    x9, x8, #2, #19
    cmp     x8, x9, lsl #2
    b.ne    overflow
    ldr     w10, [x6]
    bfi     w10, w9, #5, #19
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A - P; check: -2^20 <= X < 2^20
apply_R_AARCH64_ADR_PREL_LO21:
    sub     x8, x8, x6
    sbfx    x9, x8, #0, #21
    cmp     x8, x9
    b.ne    overflow
    ldr     w10, [x6]
    bfi     w10, w9, #29, #2
    lsr     x9, x9, #2
    bfi     w10, w9, #5, #19
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = Page(S + A) - Page(P); check: -2^32 <= X < 2^32
apply_R_AARCH64_ADR_PREL_PG_HI21:
    and     x8, x8, #0xfffffffffffff000
    and     x9, x6, #0xfffffffffffff000
    sub     x8, x8, x9
    sbfx    x9, x8, #12, #21
    cmp     x8, x9, lsl #12
    b.ne    overflow
    ldr     w10, [x6]
    bfi     w10, w9, #29, #2
    lsr     x9, x9, #2
    bfi     w10, w9, #5, #19
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = Page(S + A) - Page(P); check: none
apply_R_AARCH64_ADR_PREL_PG_HI21_NC:
    and     x8, x8, #0xfffffffffffff000
    and     x9, x6, #0xfffffffffffff000
    sub     x8, x8, x9
    lsr     x9, x8, #12
    ldr     w10, [x6]
    bfi     w10, w9, #29, #2
    lsr     x9, x9, #2
    bfi     w10, w9, #5, #19
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A; check: none
apply_R_AARCH64_ADD_ABS_LO12_NC:
    ldr     w10, [x6]
    bfi     w10, w8, #10, #12
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A; check: none
apply_R_AARCH64_LDST8_ABS_LO12_NC:
    ldr     w10, [x6]
    bfi     w10, w8, #10, #12
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A - P; check: -2^15 <= X < 2^15 and X is a multiple of 4
apply_R_AARCH64_TSTBR14:
    sub     x8, x8, x6
    sbfx    x9, x8, #2, #14
    cmp     x8, x9, lsl #2
    b.ne    overflow
    ldr     w10, [x6]
    bfi     w10, w9, #5, #14
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A - P; check: -2^20 <= X < 2^20 and X is a multiple of 4
apply_R_AARCH64_CONDBR19:
    sub     x8, x8, x6
    sbfx    x9, x8, #2, #19
    cmp     x8, x9, lsl #2
    b.ne    overflow
    ldr     w10, [x6]
    bfi     w10, w9, #5, #19
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A - P; check: -2^27 <= X < 2^27 and X is a multiple of 4
apply_R_AARCH64_JUMP26:
    sub     x8, x8, x6
    sbfx    x9, x8, #2, #26
    cmp     x8, x9, lsl #2
    b.ne    overflow
    ldr     w10, [x6]
    bfi     w10, w9, #0, #26
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A - P; check: -2^27 <= X < 2^27 and X is a multiple of 4
apply_R_AARCH64_CALL26:
    sub     x8, x8, x6
    sbfx    x9, x8, #2, #26
    cmp     x8, x9, lsl #2
    b.ne    overflow
    ldr     w10, [x6]
    bfi     w10, w9, #0, #26
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A; check: X is a multiple of 2
apply_R_AARCH64_LDST16_ABS_LO12_NC:
    tst     x8, #1
    b.ne    overflow
    ubfx    x8, x8, #1, #11
    ldr     w10, [x6]
    bfi     w10, w8, #10, #12
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A; check: X is a multiple of 4
apply_R_AARCH64_LDST32_ABS_LO12_NC:
    tst     x8, #3
    b.ne    overflow
    ubfx    x8, x8, #2, #10
    ldr     w10, [x6]
    bfi     w10, w8, #10, #12
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A; check: X is a multiple of 8
apply_R_AARCH64_LDST64_ABS_LO12_NC:
    tst     x8, #7
    b.ne    overflow
    ubfx    x8, x8, #3, #9
    ldr     w10, [x6]
    bfi     w10, w8, #10, #12
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A - P; check: -2^16 <= X < 2^16
apply_R_AARCH64_MOVW_PREL_G0:
    sub     x8, x8, x6
    sbfx    x9, x8, #0, #17
    cmp     x8, x9
    b.ne    overflow
    cmp     x8, #0
    cset    w11, ge
    cinv    x8, x8, lt
    ldr     w10, [x6]
    bfi     w10, w11, #30, #1
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A - P; check: none
apply_R_AARCH64_MOVW_PREL_G0_NC:
    sub     x8, x8, x6
    lsr     x9, x8, #0
    ldr     w10, [x6]
    bfi     w10, w9, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A - P; check: -2^32 <= X < 2^32
apply_R_AARCH64_MOVW_PREL_G1:
    sub     x8, x8, x6
    sbfx    x9, x8, #0, #33
    cmp     x8, x9
    b.ne    overflow
    cmp     x8, #0
    cset    w11, ge
    cinv    x8, x8, lt
    asr     x8, x8, #16
    ldr     w10, [x6]
    bfi     w10, w11, #30, #1
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A - P; check: none
apply_R_AARCH64_MOVW_PREL_G1_NC:
    sub     x8, x8, x6
    lsr     x9, x8, #16
    ldr     w10, [x6]
    bfi     w10, w9, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A - P; check: -2^48 <= X < 2^48
apply_R_AARCH64_MOVW_PREL_G2:
    sub     x8, x8, x6
    sbfx    x9, x8, #0, #49
    cmp     x8, x9
    b.ne    overflow
    cmp     x8, #0
    cset    w11, ge
    cinv    x8, x8, lt
    asr     x8, x8, #32
    ldr     w10, [x6]
    bfi     w10, w11, #30, #1
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A - P; check: none
apply_R_AARCH64_MOVW_PREL_G2_NC:
    sub     x8, x8, x6
    lsr     x9, x8, #32
    ldr     w10, [x6]
    bfi     w10, w9, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A - P; check: none
apply_R_AARCH64_MOVW_PREL_G3:
    sub     x8, x8, x6
    cmp     x8, #0
    cset    w11, ge
    cinv    x8, x8, lt
    asr     x8, x8, #48
    ldr     w10, [x6]
    bfi     w10, w11, #30, #1
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A; check: X is a multiple of 16
apply_R_AARCH64_LDST128_ABS_LO12_NC:
    tst     x8, #15
    b.ne    overflow
    ubfx    x8, x8, #4, #8
    ldr     w10, [x6]
    bfi     w10, w8, #10, #12
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = GOT + G - GOT; check: -2^16 <= X < 2^16
apply_R_AARCH64_MOVW_GOTOFF_G0:
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
    sbfx    x9, x8, #0, #17
    cmp     x8, x9
    b.ne    overflow
    cmp     x8, #0
    cset    w11, ge
    cinv    x8, x8, lt
    ldr     w10, [x6]
    bfi     w10, w11, #30, #1
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = GOT + G - GOT; check: none
apply_R_AARCH64_MOVW_GOTOFF_G0_NC:
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
    lsr     x9, x8, #0
    ldr     w10, [x6]
    bfi     w10, w9, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = GOT + G - GOT; check: -2^32 <= X < 2^32
apply_R_AARCH64_MOVW_GOTOFF_G1:
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
    sbfx    x9, x8, #0, #33
    cmp     x8, x9
    b.ne    overflow
    cmp     x8, #0
    cset    w11, ge
    cinv    x8, x8, lt
    asr     x8, x8, #16
    ldr     w10, [x6]
    bfi     w10, w11, #30, #1
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = GOT + G - GOT; check: none
apply_R_AARCH64_MOVW_GOTOFF_G1_NC:
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
    lsr     x9, x8, #16
    ldr     w10, [x6]
    bfi     w10, w9, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = GOT + G - GOT; check: -2^48 <= X < 2^48
apply_R_AARCH64_MOVW_GOTOFF_G2:
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
    sbfx    x9, x8, #0, #49
    cmp     x8, x9
    b.ne    overflow
    cmp     x8, #0
    cset    w11, ge
    cinv    x8, x8, lt
    asr     x8, x8, #32
    ldr     w10, [x6]
    bfi     w10, w11, #30, #1
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = GOT + G - GOT; check: none
apply_R_AARCH64_MOVW_GOTOFF_G2_NC:
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
    lsr     x9, x8, #32
    ldr     w10, [x6]
    bfi     w10, w9, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = GOT + G - GOT; check: none
apply_R_AARCH64_MOVW_GOTOFF_G3:
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
    cmp     x8, #0
    cset    w11, ge
    cinv    x8, x8, lt
    asr     x8, x8, #48
    ldr     w10, [x6]
    bfi     w10, w11, #30, #1
    bfi     w10, w8, #5, #16
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A - GOT; check: none
apply_R_AARCH64_GOTREL64:
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
    str     x8, [x6]
    b       next

    // X = S + A - GOT; check: -2^31 <= X < 2^31
apply_R_AARCH64_GOTREL32:
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
    sbfx    x9, x8, #0, #32
    cmp     x8, x9
    b.ne    overflow
    str     w8, [x6]
    b       next

    // X = GOT + G - P; check: -2^20 <= X < 2^20 and X is a multiple of 4
apply_R_AARCH64_GOT_LD_PREL19:
    sub     x8, x8, x6
    sbfx    x9, x8, #2, #19
    cmp     x8, x9, lsl #2
    b.ne    overflow
    ldr     w10, [x6]
    bfi     w10, w9, #5, #19
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = GOT + G - GOT; check: 0 <= X < 2^15 and X is a multiple of 8
apply_R_AARCH64_LD64_GOTOFF_LO15:
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
    tst     x8, #7
    b.ne    overflow
    lsr     x9, x8, #15
    cbnz    x9, overflow
    lsr     x9, x8, #3
    ldr     w10, [x6]
    bfi     w10, w9, #10, #12
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = Page(GOT + G) - Page(P); check: -2^32 <= X < 2^32
apply_R_AARCH64_ADR_GOT_PAGE:
    and     x8, x8, #0xfffffffffffff000
    and     x9, x6, #0xfffffffffffff000
    sub     x8, x8, x9
    sbfx    x9, x8, #12, #21
    cmp     x8, x9, lsl #12
    b.ne    overflow
    ldr     w10, [x6]
    bfi     w10, w9, #29, #2
    lsr     x9, x9, #2
    bfi     w10, w9, #5, #19
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = GOT + G; check: X is a multiple of 8
apply_R_AARCH64_LD64_GOT_LO12_NC:
    tst     x8, #7
    b.ne    overflow
    ubfx    x8, x8, #3, #9
    ldr     w10, [x6]
    bfi     w10, w8, #10, #12
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = GOT + G - Page(GOT); check: 0 <= X < 2^15 and X is a multiple of 8
apply_R_AARCH64_LD64_GOTPAGE_LO15:
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    and     x9, x9, #0xfffffffffffff000
    sub     x8, x8, x9
    tst     x8, #7
    b.ne    overflow
    lsr     x9, x8, #15
    cbnz    x9, overflow
    lsr     x9, x8, #3
    ldr     w10, [x6]
    bfi     w10, w9, #10, #12
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next

    // X = S + A - P; check: -2^31 <= X < 2^31
apply_R_AARCH64_PLT32:
    sub     x8, x8, x6
    sbfx    x9, x8, #0, #32
    cmp     x8, x9
    b.ne    overflow
    str     w8, [x6]
    b       next

    // X = G + GOT + A - P; check: -2^31 <= X < 2^31
apply_R_AARCH64_GOTPCREL32:
    sub     x8, x8, x6
    sbfx    x9, x8, #0, #32
    cmp     x8, x9
    b.ne    overflow
    str     w8, [x6]
    b       next

    // X = S + A; check: none
apply_R_AARCH64_GLOB_DAT:
    str     x8, [x6]
    b       next

    // X = S + A; check: none
apply_R_AARCH64_JUMP_SLOT:
    str     x8, [x6]
    b       next

    // X = B + A; check: none
apply_R_AARCH64_RELATIVE:
    str     x8, [x6]
    b       next

next:
    b       next
overflow:
    b       overflow
