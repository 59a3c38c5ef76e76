/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/arm.ts by npm run generate; do not edit. */
/* Format records, for an example image in which every rule occurs once; equal tails are shared. */
/* Preserved: r0 to r2, sp, lr. */
/* Clobbered: r3 to r12, flags. */
/* Stack: none is used. */
/* Entered in: Arm state, a privileged mode, MMU and data cache off or memory mapped at its own addresses, interrupts masked. */
/* When the purgatory is entered: r9 holds the address of the GOT, if code counts from it and none forms it. */
/* Failure: code in r12, then a jump to itself; after an overflow r6 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    sub     r4, pc, #8                      // load base
    add     r5, r4, #0x500
    add     r5, r5, #0xb0
    str     r4, [r4, #0x5ac]                // the image's own slot of the symbol table
next:
    ldr     r6, [r5], #4                    // offset of the place; 0 ends the table
    cmp     r6, #0
    beq     done
    add     r6, r4, r6                      // P
    ldm     r5!, {r7, r8}                   // offsets of the symbol's slot and of the handler; A
    lsl     r9, r7, #16
    ldr     r9, [r4, r9, lsr #16]           // S
    add     r8, r8, r9                      // X = S + A
    add     pc, r4, r7, lsr #16
done:
    mcr     p15, 0, r6, c7, c10, 4          // data synchronisation barrier, in the way of Armv6 and Armv7
    mcr     p15, 0, r6, c7, c5, 0           // the instruction cache
    mcr     p15, 0, r6, c7, c5, 6           // the branch predictor
    mcr     p15, 0, r6, c7, c10, 4
    mcr     p15, 0, r6, c7, c5, 4           // instruction synchronisation barrier
    b       start+0x2000
apply_R_ARM_PC24:
    // R_ARM_PC24: ((S + A) | T) - P; R_ARM_PLT32: ((S + A) | T) - P; R_ARM_CALL_V4T: ((S + A) | T) - P; R_ARM_JUMP24: ((S + A) | T) - P
    sub     r8, r8, r6
    tst     r8, #3
    bne     overflow
    lsl     r9, r8, #6
    cmp     r8, r9, asr #6
    bne     overflow
    ldr     r10, [r6]
    b       tail1
apply_R_ARM_CALL:
    // R_ARM_CALL: ((S + A) | T) - P
    sub     r8, r8, r6
    and     r9, r8, #3
    cmp     r9, #2
    beq     overflow
    lsl     r9, r8, #6
    cmp     r8, r9, asr #6
    bne     overflow
    ldr     r10, [r6]
    bfi     r10, r8, #28, #1
    lsr     r9, r8, #1
    eor     r9, r9, r8
    mvn     r9, r9
    bfi     r10, r9, #24, #1
tail1:
    lsr     r9, r8, #2
    bfi     r10, r9, #0, #24
    b       tail2
apply_R_ARM_LDR_PC_G0:
    // R_ARM_LDR_PC_G0: S + A - P
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    b       tail3
apply_R_ARM_LDR_PC_G1:
    // R_ARM_LDR_PC_G1: S + A - P
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    b       tail4
apply_R_ARM_LDR_PC_G2:
    // R_ARM_LDR_PC_G2: S + A - P
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
tail4:
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
tail3:
    lsrs    r9, r8, #12
    bne     overflow
    and     r11, r11, #0x80000000
    orr     r8, r8, r11
    ldr     r10, [r6]
    bfi     r10, r8, #0, #12
    b       tail5
apply_R_ARM_LDRS_PC_G0:
    // R_ARM_LDRS_PC_G0: S + A - P
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    b       tail6
apply_R_ARM_LDRS_PC_G1:
    // R_ARM_LDRS_PC_G1: S + A - P
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    b       tail7
apply_R_ARM_LDRS_PC_G2:
    // R_ARM_LDRS_PC_G2: S + A - P
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
tail7:
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
tail6:
    lsrs    r9, r8, #8
    bne     overflow
    and     r11, r11, #0x80000000
    orr     r8, r8, r11
    ldr     r10, [r6]
    bfi     r10, r8, #0, #4
    lsr     r9, r8, #4
    bfi     r10, r9, #8, #4
    b       tail5
apply_R_ARM_LDC_PC_G0:
    // R_ARM_LDC_PC_G0: S + A - P
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    b       tail8
apply_R_ARM_LDC_PC_G1:
    // R_ARM_LDC_PC_G1: S + A - P
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    b       tail9
apply_R_ARM_LDC_PC_G2:
    // R_ARM_LDC_PC_G2: S + A - P
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
tail9:
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
tail8:
    lsrs    r9, r8, #10
    bne     overflow
    tst     r8, #3
    bne     overflow
    and     r11, r11, #0x80000000
    orr     r8, r8, r11
    ldr     r10, [r6]
    lsr     r9, r8, #2
    bfi     r10, r9, #0, #8
tail5:
    lsr     r9, r8, #31
    rsb     r9, r9, #1
    bfi     r10, r9, #23, #1
    b       tail2
apply_R_ARM_THM_CALL:
    // R_ARM_THM_CALL: Word(((S + A) | T) - P)
    sub     r8, r8, r6
    tst     r8, #1
    addeq   r8, r8, #2
    biceq   r8, r8, #2
    lsl     r9, r8, #7
    cmp     r8, r9, asr #7
    b       tail10
apply_R_ARM_THM_CALL_V5T:
    // R_ARM_THM_CALL_V5T: Word(((S + A) | T) - P)
    sub     r8, r8, r6
    tst     r8, #1
    addeq   r8, r8, #2
    biceq   r8, r8, #2
    lsl     r9, r8, #9
    cmp     r8, r9, asr #9
tail10:
    bne     overflow
    ldr     r10, [r6]
    bfi     r10, r8, #28, #1
    b       tail11
apply_R_ARM_THM_CALL_V4T:
    // R_ARM_THM_CALL_V4T: ((S + A) | T) - P
    sub     r8, r8, r6
    tst     r8, #1
    beq     overflow
    lsl     r9, r8, #9
    cmp     r8, r9, asr #9
    b       tail12
apply_R_ARM_THM_JUMP24:
    // R_ARM_THM_JUMP24: ((S + A) | T) - P
    sub     r8, r8, r6
    tst     r8, #1
    beq     overflow
    lsl     r9, r8, #7
    cmp     r8, r9, asr #7
tail12:
    bne     overflow
    ldr     r10, [r6]
tail11:
    lsr     r9, r8, #1
    bfi     r10, r9, #16, #11
    lsr     r9, r8, #12
    bfi     r10, r9, #0, #10
    lsr     r9, r8, #22
    eor     r9, r9, r8, lsr #24
    mvn     r9, r9
    bfi     r10, r9, #27, #1
    lsr     r9, r8, #23
    eor     r9, r9, r8, lsr #24
    mvn     r9, r9
    bfi     r10, r9, #29, #1
    lsr     r9, r8, #24
    b       tail13
apply_R_ARM_THM_JUMP19:
    // R_ARM_THM_JUMP19: ((S + A) | T) - P
    sub     r8, r8, r6
    tst     r8, #1
    beq     overflow
    lsl     r9, r8, #11
    cmp     r8, r9, asr #11
    bne     overflow
    ldr     r10, [r6]
    lsr     r9, r8, #1
    bfi     r10, r9, #16, #11
    lsr     r9, r8, #12
    bfi     r10, r9, #0, #6
    lsr     r9, r8, #18
    bfi     r10, r9, #29, #1
    lsr     r9, r8, #19
    bfi     r10, r9, #27, #1
    lsr     r9, r8, #20
tail13:
    bfi     r10, r9, #10, #1
    b       tail2
apply_R_ARM_MOVW_PREL_NC:
    // R_ARM_MOVW_PREL_NC: ((S + A) | T) - P
    sub     r8, r8, r6
apply_R_ARM_MOVW_ABS_NC:
    // R_ARM_MOVW_ABS_NC: (S + A) | T
    ldr     r10, [r6]
    bfi     r10, r8, #0, #12
    lsr     r9, r8, #12
    b       tail14
apply_R_ARM_MOVT_PREL:
    // R_ARM_MOVT_PREL: S + A - P
    sub     r8, r8, r6
apply_R_ARM_MOVT_ABS:
    // R_ARM_MOVT_ABS: S + A
    ldr     r10, [r6]
    lsr     r9, r8, #16
    bfi     r10, r9, #0, #12
    lsr     r9, r8, #28
tail14:
    bfi     r10, r9, #16, #4
    b       tail2
apply_R_ARM_THM_MOVW_PREL_NC:
    // R_ARM_THM_MOVW_PREL_NC: ((S + A) | T) - P
    sub     r8, r8, r6
apply_R_ARM_THM_MOVW_ABS_NC:
    // R_ARM_THM_MOVW_ABS_NC: (S + A) | T
    ldr     r10, [r6]
    bfi     r10, r8, #16, #8
    lsr     r9, r8, #8
    bfi     r10, r9, #28, #3
    lsr     r9, r8, #11
    bfi     r10, r9, #10, #1
    lsr     r9, r8, #12
    b       tail15
apply_R_ARM_THM_MOVT_PREL:
    // R_ARM_THM_MOVT_PREL: S + A - P
    sub     r8, r8, r6
apply_R_ARM_THM_MOVT_ABS:
    // R_ARM_THM_MOVT_ABS: S + A
    ldr     r10, [r6]
    lsr     r9, r8, #16
    bfi     r10, r9, #16, #8
    lsr     r9, r8, #24
    bfi     r10, r9, #28, #3
    lsr     r9, r8, #27
    bfi     r10, r9, #10, #1
    lsr     r9, r8, #28
tail15:
    bfi     r10, r9, #0, #4
    b       tail2
apply_R_ARM_ALU_PC_G0_NC:
    // R_ARM_ALU_PC_G0_NC: ((S + A) | T) - P
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    b       tail16
apply_R_ARM_ALU_PC_G1_NC:
    // R_ARM_ALU_PC_G1_NC: ((S + A) | T) - P
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
tail16:
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
    b       tail17
apply_R_ARM_ALU_PC_G0:
    // R_ARM_ALU_PC_G0: ((S + A) | T) - P
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    b       tail18
apply_R_ARM_ALU_PC_G1:
    // R_ARM_ALU_PC_G1: ((S + A) | T) - P
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    b       tail19
apply_R_ARM_ALU_PC_G2:
    // R_ARM_ALU_PC_G2: ((S + A) | T) - P
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
tail19:
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
tail18:
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
    cmp     r8, #0
    bne     overflow
tail17:
    rsb     r9, r9, #32
    lsr     r9, r9, #1
    and     r9, r9, #15
    orr     r8, r10, r9, lsl #8
    and     r11, r11, #0x80000000
    orr     r8, r8, r11
    ldr     r10, [r6]
    bfi     r10, r8, #0, #12
    lsr     r9, r8, #31
    rsb     r9, r9, #2
    bfi     r10, r9, #22, #2
tail2:
    str     r10, [r6]
    b       tail20
apply_R_ARM_THM_JUMP11:
    // R_ARM_THM_JUMP11: S + A - P
    sub     r8, r8, r6
    tst     r8, #1
    bne     overflow
    lsl     r9, r8, #20
    cmp     r8, r9, asr #20
    bne     overflow
    ldrh    r10, [r6]
    lsr     r9, r8, #1
    bfi     r10, r9, #0, #11
    b       tail21
apply_R_ARM_THM_JUMP8:
    // R_ARM_THM_JUMP8: S + A - P
    sub     r8, r8, r6
    tst     r8, #1
    bne     overflow
    lsl     r9, r8, #23
    cmp     r8, r9, asr #23
    bne     overflow
    ldrh    r10, [r6]
    lsr     r9, r8, #1
    bfi     r10, r9, #0, #8
tail21:
    strh    r10, [r6]
tail20:
    mcr     p15, 0, r6, c7, c10, 1
    b       next
apply_R_ARM_REL32:
    // R_ARM_REL32: ((S + A) | T) - P; R_ARM_BASE_PREL: GOT + A - P; R_ARM_TARGET2: G + GOT + A - P; R_ARM_REL32_NOI: S + A - P; R_ARM_GOT_PREL: G + GOT + A - P
    sub     r8, r8, r6
    b       tail22
apply_R_ARM_GOTOFF32:
    // R_ARM_GOTOFF32: ((S + A) | T) - GOT
    sub     r8, r8, r4
    sub     r8, r8, #0x2800
apply_R_ARM_ABS32:
    // R_ARM_ABS32: (S + A) | T; R_ARM_GLOB_DAT: (S + A) | T; R_ARM_JUMP_SLOT: (S + A) | T; R_ARM_RELATIVE: B + A; R_ARM_GOT_BREL: G + A; R_ARM_BASE_ABS: GOT + A; R_ARM_TARGET1: (S + A) | T; R_ARM_ABS32_NOI: S + A; R_ARM_PLT32_ABS: L + A; R_ARM_GOT_ABS: G + GOT + A
tail22:
    str     r8, [r6]
    b       next
apply_R_ARM_ABS16:
    // R_ARM_ABS16: S + A
    add     r9, r8, #32768
    lsr     r9, r9, #15
    cmp     r9, #3
    bhs     overflow
    strh    r8, [r6]
    b       next
apply_R_ARM_ABS8:
    // R_ARM_ABS8: S + A
    add     r9, r8, #128
    lsr     r9, r9, #7
    cmp     r9, #3
    bhs     overflow
    strb    r8, [r6]
    b       next
apply_R_ARM_PREL31:
    // R_ARM_PREL31: ((S + A) | T) - P
    sub     r8, r8, r6
    lsl     r9, r8, #1
    cmp     r8, r9, asr #1
    bne     overflow
    ldr     r10, [r6]
    bfi     r10, r8, #0, #31
    str     r10, [r6]
    b       next
overflow:
    mov     r12, #0x4f                      // r6: the place
stop:
    b       stop                            // failure code in r12
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00, 0x00, 0xac, 0x05, 0x4c, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x10, 0x30, 0x00, 0x00, 0xac, 0x05, 0x4c, 0x05, 0x00, 0x00, 0x00, 0x00, 0x20, 0x30, 0x00, 0x00
    .byte   0xac, 0x05, 0x3c, 0x05, 0x00, 0x00, 0x00, 0x00, 0x30, 0x30, 0x00, 0x00, 0xac, 0x05, 0xac, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x40, 0x30, 0x00, 0x00, 0xac, 0x05, 0x54, 0x05, 0x00, 0x00, 0x00, 0x00
    .byte   0x50, 0x30, 0x00, 0x00, 0xac, 0x05, 0x6c, 0x05, 0x00, 0x00, 0x00, 0x00, 0x60, 0x30, 0x00, 0x00
    .byte   0xac, 0x05, 0x58, 0x02, 0x00, 0x00, 0x00, 0x00, 0x70, 0x30, 0x00, 0x00, 0xac, 0x05, 0x9c, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0x80, 0x30, 0x00, 0x00, 0xac, 0x05, 0x74, 0x02, 0x00, 0x00, 0x00, 0x00
    .byte   0x90, 0x30, 0x00, 0x00, 0xac, 0x05, 0x4c, 0x05, 0x00, 0x00, 0x00, 0x00, 0xa0, 0x30, 0x00, 0x00
    .byte   0xac, 0x05, 0x4c, 0x05, 0x00, 0x00, 0x00, 0x00, 0xb0, 0x30, 0x00, 0x00, 0xac, 0x05, 0x4c, 0x05
    .byte   0x00, 0x00, 0x00, 0x00, 0xc0, 0x30, 0x00, 0x00, 0xac, 0x05, 0x44, 0x05, 0x00, 0x00, 0x00, 0x00
    .byte   0xd0, 0x30, 0x00, 0x00, 0xac, 0x05, 0x3c, 0x05, 0x00, 0x00, 0x00, 0x00, 0xe0, 0x30, 0x00, 0x00
    .byte   0xac, 0x05, 0x4c, 0x05, 0x00, 0x00, 0x00, 0x00, 0xf0, 0x30, 0x00, 0x00, 0xac, 0x05, 0x4c, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x00, 0x00, 0xac, 0x05, 0x6c, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x10, 0x31, 0x00, 0x00, 0xac, 0x05, 0x4c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x20, 0x31, 0x00, 0x00
    .byte   0xac, 0x05, 0x4c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x31, 0x00, 0x00, 0xac, 0x05, 0xb4, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0x40, 0x31, 0x00, 0x00, 0xac, 0x05, 0x4c, 0x05, 0x00, 0x00, 0x00, 0x00
    .byte   0x50, 0x31, 0x00, 0x00, 0xac, 0x05, 0x4c, 0x05, 0x00, 0x00, 0x00, 0x00, 0x60, 0x31, 0x00, 0x00
    .byte   0xac, 0x05, 0x3c, 0x05, 0x00, 0x00, 0x00, 0x00, 0x70, 0x31, 0x00, 0x00, 0xac, 0x05, 0x84, 0x05
    .byte   0x00, 0x00, 0x00, 0x00, 0x80, 0x31, 0x00, 0x00, 0xac, 0x05, 0x54, 0x03, 0x00, 0x00, 0x00, 0x00
    .byte   0x90, 0x31, 0x00, 0x00, 0xac, 0x05, 0x68, 0x03, 0x00, 0x00, 0x00, 0x00, 0xa0, 0x31, 0x00, 0x00
    .byte   0xac, 0x05, 0x50, 0x03, 0x00, 0x00, 0x00, 0x00, 0xb0, 0x31, 0x00, 0x00, 0xac, 0x05, 0x64, 0x03
    .byte   0x00, 0x00, 0x00, 0x00, 0xc0, 0x31, 0x00, 0x00, 0xac, 0x05, 0x84, 0x03, 0x00, 0x00, 0x00, 0x00
    .byte   0xd0, 0x31, 0x00, 0x00, 0xac, 0x05, 0xa8, 0x03, 0x00, 0x00, 0x00, 0x00, 0xe0, 0x31, 0x00, 0x00
    .byte   0xac, 0x05, 0x80, 0x03, 0x00, 0x00, 0x00, 0x00, 0xf0, 0x31, 0x00, 0x00, 0xac, 0x05, 0xa4, 0x03
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0x00, 0x00, 0xac, 0x05, 0x08, 0x03, 0x00, 0x00, 0x00, 0x00
    .byte   0x10, 0x32, 0x00, 0x00, 0xac, 0x05, 0x4c, 0x05, 0x00, 0x00, 0x00, 0x00, 0x20, 0x32, 0x00, 0x00
    .byte   0xac, 0x05, 0x3c, 0x05, 0x00, 0x00, 0x00, 0x00, 0x30, 0x32, 0x00, 0x00, 0xac, 0x05, 0xd0, 0x03
    .byte   0x00, 0x00, 0x00, 0x00, 0x40, 0x32, 0x00, 0x00, 0xac, 0x05, 0x28, 0x04, 0x00, 0x00, 0x00, 0x00
    .byte   0x50, 0x32, 0x00, 0x00, 0xac, 0x05, 0xe4, 0x03, 0x00, 0x00, 0x00, 0x00, 0x60, 0x32, 0x00, 0x00
    .byte   0xac, 0x05, 0x3c, 0x04, 0x00, 0x00, 0x00, 0x00, 0x70, 0x32, 0x00, 0x00, 0xac, 0x05, 0x50, 0x04
    .byte   0x00, 0x00, 0x00, 0x00, 0x80, 0x32, 0x00, 0x00, 0xac, 0x05, 0xc0, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x90, 0x32, 0x00, 0x00, 0xac, 0x05, 0xd4, 0x00, 0x00, 0x00, 0x00, 0x00, 0xa0, 0x32, 0x00, 0x00
    .byte   0xac, 0x05, 0x30, 0x01, 0x00, 0x00, 0x00, 0x00, 0xb0, 0x32, 0x00, 0x00, 0xac, 0x05, 0x44, 0x01
    .byte   0x00, 0x00, 0x00, 0x00, 0xc0, 0x32, 0x00, 0x00, 0xac, 0x05, 0x58, 0x01, 0x00, 0x00, 0x00, 0x00
    .byte   0xd0, 0x32, 0x00, 0x00, 0xac, 0x05, 0xbc, 0x01, 0x00, 0x00, 0x00, 0x00, 0xe0, 0x32, 0x00, 0x00
    .byte   0xac, 0x05, 0xd0, 0x01, 0x00, 0x00, 0x00, 0x00, 0xf0, 0x32, 0x00, 0x00, 0xac, 0x05, 0xe4, 0x01
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x33, 0x00, 0x00, 0xac, 0x05, 0x4c, 0x05, 0x00, 0x00, 0x00, 0x00
    .byte   0x10, 0x33, 0x00, 0x00, 0xac, 0x05, 0x4c, 0x05, 0x00, 0x00, 0x00, 0x00, 0x20, 0x33, 0x00, 0x00
    .byte   0xac, 0x05, 0x3c, 0x05, 0x00, 0x00, 0x00, 0x00, 0x30, 0x33, 0x00, 0x00, 0xac, 0x05, 0xe4, 0x04
    .byte   0x00, 0x00, 0x00, 0x00, 0x40, 0x33, 0x00, 0x00, 0xac, 0x05, 0x0c, 0x05, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x00, 0x00
