/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/aarch64.ts by npm run generate; do not edit. */
/* Format records, for an example image in which every rule occurs once; equal tails are shared. */
/* Preserved: x0 to x3, sp, x13 to x30. */
/* Clobbered: x4 to x12, flags. */
/* Stack: none is used. */
/* Entered in: EL1 or EL2, MMU and data cache off or memory mapped at its own addresses, interrupts masked. */
/* Failure: code in x12, then a jump to itself; after an overflow x6 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    adr     x4, start                       // load base
    adr     x5, start+0x388
    str     x4, [x4, #0x380]                // the image's own slot of the symbol table
next:
    ldr     w6, [x5], #4                    // offset of the place; 0 ends the table
    cbz     w6, done
    add     x6, x4, x6                      // P
    ldrh    w8, [x5], #2                    // offset of the symbol's slot
    ldrh    w7, [x5], #2                    // offset of the handler
    ldrsw   x9, [x5], #4                    // A
    ldr     x8, [x4, x8]                    // S
    add     x8, x8, x9                      // X = S + A
    add     x7, x4, x7
    br      x7
done:
    dsb     ish
    isb
    b       start+0x2000
apply_R_AARCH64_PREL64:
    // R_AARCH64_PREL64: S + A - P
    sub     x8, x8, x6
    b       tail1
apply_R_AARCH64_GOTREL64:
    // R_AARCH64_GOTREL64: S + A - GOT
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
apply_R_AARCH64_ABS64:
    // R_AARCH64_ABS64: S + A; R_AARCH64_GLOB_DAT: S + A; R_AARCH64_JUMP_SLOT: S + A; R_AARCH64_RELATIVE: B + A
tail1:
    str     x8, [x6]
    b       next
apply_R_AARCH64_PREL32:
    // R_AARCH64_PREL32: S + A - P
    sub     x8, x8, x6
apply_R_AARCH64_ABS32:
    // R_AARCH64_ABS32: S + A
    sxtw    x9, w8
    cmp     x8, w8, uxtw
    ccmp    x8, x9, #4, ne
    b       tail2
apply_R_AARCH64_GOTREL32:
    // R_AARCH64_GOTREL32: S + A - GOT
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
    b       tail3
apply_R_AARCH64_PLT32:
    // R_AARCH64_PLT32: S + A - P; R_AARCH64_GOTPCREL32: G + GOT + A - P
    sub     x8, x8, x6
tail3:
    sbfx    x9, x8, #0, #32
    cmp     x8, x9
tail2:
    b.ne    overflow
    str     w8, [x6]
    b       next
apply_R_AARCH64_PREL16:
    // R_AARCH64_PREL16: S + A - P
    sub     x8, x8, x6
apply_R_AARCH64_ABS16:
    // R_AARCH64_ABS16: S + A
    movz    x9, #32768
    add     x9, x8, x9
    lsr     x10, x9, #15
    cmp     x10, #3
    b.hs    overflow
    strh    w8, [x6]
    b       next
apply_R_AARCH64_MOVW_UABS_G0:
    // R_AARCH64_MOVW_UABS_G0: S + A
    lsr     x9, x8, #16
    cbnz    x9, overflow
    b       tail4
apply_R_AARCH64_MOVW_UABS_G1:
    // R_AARCH64_MOVW_UABS_G1: S + A
    lsr     x9, x8, #32
    cbnz    x9, overflow
apply_R_AARCH64_MOVW_UABS_G1_NC:
    // R_AARCH64_MOVW_UABS_G1_NC: S + A
    lsr     x8, x8, #16
    b       tail4
apply_R_AARCH64_MOVW_UABS_G2:
    // R_AARCH64_MOVW_UABS_G2: S + A
    lsr     x9, x8, #48
    cbnz    x9, overflow
apply_R_AARCH64_MOVW_UABS_G2_NC:
    // R_AARCH64_MOVW_UABS_G2_NC: S + A
    lsr     x8, x8, #32
    b       tail4
apply_R_AARCH64_MOVW_UABS_G3:
    // R_AARCH64_MOVW_UABS_G3: S + A
    lsr     x8, x8, #48
apply_R_AARCH64_MOVW_UABS_G0_NC:
    // R_AARCH64_MOVW_UABS_G0_NC: S + A
tail4:
    ldr     w10, [x6]
    b       tail5
apply_R_AARCH64_MOVW_PREL_G0:
    // R_AARCH64_MOVW_PREL_G0: S + A - P
    sub     x8, x8, x6
    b       tail6
apply_R_AARCH64_MOVW_GOTOFF_G0:
    // R_AARCH64_MOVW_GOTOFF_G0: GOT + G - GOT
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
apply_R_AARCH64_MOVW_SABS_G0:
    // R_AARCH64_MOVW_SABS_G0: S + A
tail6:
    sbfx    x9, x8, #0, #17
    cmp     x8, x9
    b.ne    overflow
    cmp     x8, #0
    cset    w11, ge
    cinv    x8, x8, lt
    b       tail7
apply_R_AARCH64_MOVW_PREL_G1:
    // R_AARCH64_MOVW_PREL_G1: S + A - P
    sub     x8, x8, x6
    b       tail8
apply_R_AARCH64_MOVW_GOTOFF_G1:
    // R_AARCH64_MOVW_GOTOFF_G1: GOT + G - GOT
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
apply_R_AARCH64_MOVW_SABS_G1:
    // R_AARCH64_MOVW_SABS_G1: S + A
tail8:
    sbfx    x9, x8, #0, #33
    cmp     x8, x9
    b.ne    overflow
    cmp     x8, #0
    cset    w11, ge
    cinv    x8, x8, lt
    asr     x8, x8, #16
    b       tail7
apply_R_AARCH64_MOVW_PREL_G2:
    // R_AARCH64_MOVW_PREL_G2: S + A - P
    sub     x8, x8, x6
    b       tail9
apply_R_AARCH64_MOVW_GOTOFF_G2:
    // R_AARCH64_MOVW_GOTOFF_G2: GOT + G - GOT
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
apply_R_AARCH64_MOVW_SABS_G2:
    // R_AARCH64_MOVW_SABS_G2: S + A
tail9:
    sbfx    x9, x8, #0, #49
    cmp     x8, x9
    b.ne    overflow
    cmp     x8, #0
    cset    w11, ge
    cinv    x8, x8, lt
    asr     x8, x8, #32
    b       tail7
apply_R_AARCH64_MOVW_PREL_G3:
    // R_AARCH64_MOVW_PREL_G3: S + A - P
    sub     x8, x8, x6
    b       tail10
apply_R_AARCH64_MOVW_GOTOFF_G3:
    // R_AARCH64_MOVW_GOTOFF_G3: GOT + G - GOT
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
tail10:
    cmp     x8, #0
    cset    w11, ge
    cinv    x8, x8, lt
    asr     x8, x8, #48
tail7:
    ldr     w10, [x6]
    bfi     w10, w11, #30, #1
tail5:
    bfi     w10, w8, #5, #16
    b       tail11
apply_R_AARCH64_LD_PREL_LO19:
    // R_AARCH64_LD_PREL_LO19: S + A - P; R_AARCH64_CONDBR19: S + A - P; R_AARCH64_GOT_LD_PREL19: GOT + G - P
    sub     x8, x8, x6
    sbfx    x9, x8, #2, #19
    cmp     x8, x9, lsl #2
    b.ne    overflow
    ldr     w10, [x6]
    b       tail12
apply_R_AARCH64_ADR_PREL_LO21:
    // R_AARCH64_ADR_PREL_LO21: S + A - P
    sub     x8, x8, x6
    sbfx    x9, x8, #0, #21
    cmp     x8, x9
    b       tail13
apply_R_AARCH64_ADR_PREL_PG_HI21:
    // R_AARCH64_ADR_PREL_PG_HI21: Page(S + A) - Page(P); R_AARCH64_ADR_GOT_PAGE: Page(GOT + G) - Page(P)
    and     x8, x8, #0xfffffffffffff000
    and     x9, x6, #0xfffffffffffff000
    sub     x8, x8, x9
    sbfx    x9, x8, #12, #21
    cmp     x8, x9, lsl #12
tail13:
    b.ne    overflow
    b       tail14
apply_R_AARCH64_ADR_PREL_PG_HI21_NC:
    // R_AARCH64_ADR_PREL_PG_HI21_NC: Page(S + A) - Page(P)
    and     x8, x8, #0xfffffffffffff000
    and     x9, x6, #0xfffffffffffff000
    sub     x8, x8, x9
    lsr     x9, x8, #12
tail14:
    ldr     w10, [x6]
    bfi     w10, w9, #29, #2
    lsr     x9, x9, #2
tail12:
    bfi     w10, w9, #5, #19
    b       tail11
apply_R_AARCH64_LDST16_ABS_LO12_NC:
    // R_AARCH64_LDST16_ABS_LO12_NC: S + A
    tst     x8, #1
    b.ne    overflow
    ubfx    x8, x8, #1, #11
    b       tail15
apply_R_AARCH64_LDST32_ABS_LO12_NC:
    // R_AARCH64_LDST32_ABS_LO12_NC: S + A
    tst     x8, #3
    b.ne    overflow
    ubfx    x8, x8, #2, #10
    b       tail15
apply_R_AARCH64_LDST64_ABS_LO12_NC:
    // R_AARCH64_LDST64_ABS_LO12_NC: S + A; R_AARCH64_LD64_GOT_LO12_NC: GOT + G
    tst     x8, #7
    b.ne    overflow
    ubfx    x8, x8, #3, #9
    b       tail15
apply_R_AARCH64_LDST128_ABS_LO12_NC:
    // R_AARCH64_LDST128_ABS_LO12_NC: S + A
    tst     x8, #15
    b.ne    overflow
    ubfx    x8, x8, #4, #8
apply_R_AARCH64_ADD_ABS_LO12_NC:
    // R_AARCH64_ADD_ABS_LO12_NC: S + A; R_AARCH64_LDST8_ABS_LO12_NC: S + A
tail15:
    ldr     w10, [x6]
    bfi     w10, w8, #10, #12
    b       tail11
apply_R_AARCH64_TSTBR14:
    // R_AARCH64_TSTBR14: S + A - P
    sub     x8, x8, x6
    sbfx    x9, x8, #2, #14
    cmp     x8, x9, lsl #2
    b.ne    overflow
    ldr     w10, [x6]
    bfi     w10, w9, #5, #14
    b       tail11
apply_R_AARCH64_JUMP26:
    // R_AARCH64_JUMP26: S + A - P; R_AARCH64_CALL26: S + A - P
    sub     x8, x8, x6
    sbfx    x9, x8, #2, #26
    cmp     x8, x9, lsl #2
    b.ne    overflow
    ldr     w10, [x6]
    bfi     w10, w9, #0, #26
    b       tail11
apply_R_AARCH64_MOVW_PREL_G0_NC:
    // R_AARCH64_MOVW_PREL_G0_NC: S + A - P
    sub     x8, x8, x6
    b       tail16
apply_R_AARCH64_MOVW_GOTOFF_G0_NC:
    // R_AARCH64_MOVW_GOTOFF_G0_NC: GOT + G - GOT
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
tail16:
    lsr     x9, x8, #0
    b       tail17
apply_R_AARCH64_MOVW_PREL_G1_NC:
    // R_AARCH64_MOVW_PREL_G1_NC: S + A - P
    sub     x8, x8, x6
    b       tail18
apply_R_AARCH64_MOVW_GOTOFF_G1_NC:
    // R_AARCH64_MOVW_GOTOFF_G1_NC: GOT + G - GOT
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
tail18:
    lsr     x9, x8, #16
    b       tail17
apply_R_AARCH64_MOVW_PREL_G2_NC:
    // R_AARCH64_MOVW_PREL_G2_NC: S + A - P
    sub     x8, x8, x6
    b       tail19
apply_R_AARCH64_MOVW_GOTOFF_G2_NC:
    // R_AARCH64_MOVW_GOTOFF_G2_NC: GOT + G - GOT
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    sub     x8, x8, x9
tail19:
    lsr     x9, x8, #32
tail17:
    ldr     w10, [x6]
    bfi     w10, w9, #5, #16
    b       tail11
apply_R_AARCH64_LD64_GOTOFF_LO15:
    // R_AARCH64_LD64_GOTOFF_LO15: GOT + G - GOT
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    b       tail20
apply_R_AARCH64_LD64_GOTPAGE_LO15:
    // R_AARCH64_LD64_GOTPAGE_LO15: GOT + G - Page(GOT)
    movz    x9, #10240
    movk    x9, #0, lsl #16
    add     x9, x4, x9
    and     x9, x9, #0xfffffffffffff000
tail20:
    sub     x8, x8, x9
    tst     x8, #7
    b.ne    overflow
    lsr     x9, x8, #15
    cbnz    x9, overflow
    lsr     x9, x8, #3
    ldr     w10, [x6]
    bfi     w10, w9, #10, #12
tail11:
    str     w10, [x6]
    dc      cvau, x6
    dsb     ish
    ic      ivau, x6
    b       next
overflow:
    mov     w12, #0x4f                      // x6: the place
stop:
    b       stop                            // failure code in w12
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00, 0x00, 0x80, 0x03, 0x58, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x10, 0x30, 0x00, 0x00, 0x80, 0x03, 0x64, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x20, 0x30, 0x00, 0x00, 0x80, 0x03, 0xa4, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x30, 0x00, 0x00
    .byte   0x80, 0x03, 0x40, 0x00, 0x00, 0x00, 0x00, 0x00, 0x40, 0x30, 0x00, 0x00, 0x80, 0x03, 0x60, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x50, 0x30, 0x00, 0x00, 0x80, 0x03, 0xa0, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x60, 0x30, 0x00, 0x00, 0x80, 0x03, 0xc0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x70, 0x30, 0x00, 0x00
    .byte   0x80, 0x03, 0xf0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x80, 0x30, 0x00, 0x00, 0x80, 0x03, 0xcc, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x90, 0x30, 0x00, 0x00, 0x80, 0x03, 0xd4, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0xa0, 0x30, 0x00, 0x00, 0x80, 0x03, 0xdc, 0x00, 0x00, 0x00, 0x00, 0x00, 0xb0, 0x30, 0x00, 0x00
    .byte   0x80, 0x03, 0xe4, 0x00, 0x00, 0x00, 0x00, 0x00, 0xc0, 0x30, 0x00, 0x00, 0x80, 0x03, 0xec, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0xd0, 0x30, 0x00, 0x00, 0x80, 0x03, 0x10, 0x01, 0x00, 0x00, 0x00, 0x00
    .byte   0xe0, 0x30, 0x00, 0x00, 0x80, 0x03, 0x44, 0x01, 0x00, 0x00, 0x00, 0x00, 0xf0, 0x30, 0x00, 0x00
    .byte   0x80, 0x03, 0x7c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x00, 0x00, 0x80, 0x03, 0xd4, 0x01
    .byte   0x00, 0x00, 0x00, 0x00, 0x10, 0x31, 0x00, 0x00, 0x80, 0x03, 0xec, 0x01, 0x00, 0x00, 0x00, 0x00
    .byte   0x20, 0x31, 0x00, 0x00, 0x80, 0x03, 0xfc, 0x01, 0x00, 0x00, 0x00, 0x00, 0x30, 0x31, 0x00, 0x00
    .byte   0x80, 0x03, 0x18, 0x02, 0x00, 0x00, 0x00, 0x00, 0x40, 0x31, 0x00, 0x00, 0x80, 0x03, 0x78, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0x50, 0x31, 0x00, 0x00, 0x80, 0x03, 0x78, 0x02, 0x00, 0x00, 0x00, 0x00
    .byte   0x60, 0x31, 0x00, 0x00, 0x80, 0x03, 0x84, 0x02, 0x00, 0x00, 0x00, 0x00, 0x70, 0x31, 0x00, 0x00
    .byte   0x80, 0x03, 0xd4, 0x01, 0x00, 0x00, 0x00, 0x00, 0x80, 0x31, 0x00, 0x00, 0x80, 0x03, 0xa0, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0x90, 0x31, 0x00, 0x00, 0x80, 0x03, 0xa0, 0x02, 0x00, 0x00, 0x00, 0x00
    .byte   0xa0, 0x31, 0x00, 0x00, 0x80, 0x03, 0x3c, 0x02, 0x00, 0x00, 0x00, 0x00, 0xb0, 0x31, 0x00, 0x00
    .byte   0x80, 0x03, 0x4c, 0x02, 0x00, 0x00, 0x00, 0x00, 0xc0, 0x31, 0x00, 0x00, 0x80, 0x03, 0x5c, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0xd0, 0x31, 0x00, 0x00, 0x80, 0x03, 0xf8, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0xe0, 0x31, 0x00, 0x00, 0x80, 0x03, 0xbc, 0x02, 0x00, 0x00, 0x00, 0x00, 0xf0, 0x31, 0x00, 0x00
    .byte   0x80, 0x03, 0x2c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0x00, 0x00, 0x80, 0x03, 0xdc, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0x10, 0x32, 0x00, 0x00, 0x80, 0x03, 0x64, 0x01, 0x00, 0x00, 0x00, 0x00
    .byte   0x20, 0x32, 0x00, 0x00, 0x80, 0x03, 0xfc, 0x02, 0x00, 0x00, 0x00, 0x00, 0x30, 0x32, 0x00, 0x00
    .byte   0x80, 0x03, 0x9c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x40, 0x32, 0x00, 0x00, 0x80, 0x03, 0x6c, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0x50, 0x32, 0x00, 0x00, 0x80, 0x03, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00
    .byte   0x60, 0x32, 0x00, 0x00, 0x80, 0x03, 0xc4, 0x02, 0x00, 0x00, 0x00, 0x00, 0x70, 0x32, 0x00, 0x00
    .byte   0x80, 0x03, 0x34, 0x01, 0x00, 0x00, 0x00, 0x00, 0x80, 0x32, 0x00, 0x00, 0x80, 0x03, 0xe4, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0x90, 0x32, 0x00, 0x00, 0x80, 0x03, 0x6c, 0x01, 0x00, 0x00, 0x00, 0x00
    .byte   0xa0, 0x32, 0x00, 0x00, 0x80, 0x03, 0x04, 0x03, 0x00, 0x00, 0x00, 0x00, 0xb0, 0x32, 0x00, 0x00
    .byte   0x80, 0x03, 0xa4, 0x01, 0x00, 0x00, 0x00, 0x00, 0xc0, 0x32, 0x00, 0x00, 0x80, 0x03, 0x48, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0xd0, 0x32, 0x00, 0x00, 0x80, 0x03, 0x74, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0xe0, 0x32, 0x00, 0x00, 0x80, 0x03, 0xd4, 0x01, 0x00, 0x00, 0x00, 0x00, 0xf0, 0x32, 0x00, 0x00
    .byte   0x80, 0x03, 0x24, 0x03, 0x00, 0x00, 0x00, 0x00, 0x00, 0x33, 0x00, 0x00, 0x80, 0x03, 0xfc, 0x01
    .byte   0x00, 0x00, 0x00, 0x00, 0x10, 0x33, 0x00, 0x00, 0x80, 0x03, 0x5c, 0x02, 0x00, 0x00, 0x00, 0x00
    .byte   0x20, 0x33, 0x00, 0x00, 0x80, 0x03, 0x34, 0x03, 0x00, 0x00, 0x00, 0x00, 0x30, 0x33, 0x00, 0x00
    .byte   0x80, 0x03, 0x88, 0x00, 0x00, 0x00, 0x00, 0x00, 0x40, 0x33, 0x00, 0x00, 0x80, 0x03, 0x88, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x50, 0x33, 0x00, 0x00, 0x80, 0x03, 0x58, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x60, 0x33, 0x00, 0x00, 0x80, 0x03, 0x58, 0x00, 0x00, 0x00, 0x00, 0x00, 0x70, 0x33, 0x00, 0x00
    .byte   0x80, 0x03, 0x58, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
