/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/arm.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
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

    // X = ((S + A) | T) - P; check: -2^25 <= X < 2^25 and X is a multiple of 4
apply_R_ARM_PC24:
    sub     r8, r8, r6
    tst     r8, #3
    bne     overflow
    lsl     r9, r8, #6
    cmp     r8, r9, asr #6
    bne     overflow
    ldr     r10, [r6]
    lsr     r9, r8, #2
    bfi     r10, r9, #0, #24
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = (S + A) | T; check: none
apply_R_ARM_ABS32:
    str     r8, [r6]
    b       next

    // X = ((S + A) | T) - P; check: none
apply_R_ARM_REL32:
    sub     r8, r8, r6
    str     r8, [r6]
    b       next

    // X = S + A - P; check: |X| is below 2^12
apply_R_ARM_LDR_PC_G0:
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    lsrs    r9, r8, #12
    bne     overflow
    and     r11, r11, #0x80000000
    orr     r8, r8, r11
    ldr     r10, [r6]
    bfi     r10, r8, #0, #12
    lsr     r9, r8, #31
    rsb     r9, r9, #1
    bfi     r10, r9, #23, #1
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = S + A; check: -2^15 <= X < 2^16
apply_R_ARM_ABS16:
    add     r9, r8, #32768
    lsr     r9, r9, #15
    cmp     r9, #3
    bhs     overflow
    strh    r8, [r6]
    b       next

    // X = S + A; check: -2^7 <= X < 2^8
apply_R_ARM_ABS8:
    add     r9, r8, #128
    lsr     r9, r9, #7
    cmp     r9, #3
    bhs     overflow
    strb    r8, [r6]
    b       next

    // X = Word(((S + A) | T) - P); check: -2^24 <= X < 2^24
apply_R_ARM_THM_CALL:
    sub     r8, r8, r6
    tst     r8, #1
    addeq   r8, r8, #2
    biceq   r8, r8, #2
    lsl     r9, r8, #7
    cmp     r8, r9, asr #7
    bne     overflow
    ldr     r10, [r6]
    bfi     r10, r8, #28, #1
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
    bfi     r10, r9, #10, #1
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = ((S + A) | T) - P; check: -2^22 <= X < 2^22 and X is odd
apply_R_ARM_THM_CALL_V4T:
    sub     r8, r8, r6
    tst     r8, #1
    beq     overflow
    lsl     r9, r8, #9
    cmp     r8, r9, asr #9
    bne     overflow
    ldr     r10, [r6]
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
    bfi     r10, r9, #10, #1
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = Word(((S + A) | T) - P); check: -2^22 <= X < 2^22
apply_R_ARM_THM_CALL_V5T:
    sub     r8, r8, r6
    tst     r8, #1
    addeq   r8, r8, #2
    biceq   r8, r8, #2
    lsl     r9, r8, #9
    cmp     r8, r9, asr #9
    bne     overflow
    ldr     r10, [r6]
    bfi     r10, r8, #28, #1
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
    bfi     r10, r9, #10, #1
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = (S + A) | T; check: none
apply_R_ARM_GLOB_DAT:
    str     r8, [r6]
    b       next

    // X = (S + A) | T; check: none
apply_R_ARM_JUMP_SLOT:
    str     r8, [r6]
    b       next

    // X = B + A; check: none
apply_R_ARM_RELATIVE:
    str     r8, [r6]
    b       next

    // X = ((S + A) | T) - GOT; check: none
apply_R_ARM_GOTOFF32:
    sub     r8, r8, r4
    sub     r8, r8, #0x2800
    str     r8, [r6]
    b       next

    // X = GOT + A - P; check: none
apply_R_ARM_BASE_PREL:
    sub     r8, r8, r6
    str     r8, [r6]
    b       next

    // X = G + A; check: none
apply_R_ARM_GOT_BREL:
    str     r8, [r6]
    b       next

    // X = ((S + A) | T) - P; check: -2^25 <= X < 2^25 and X is a multiple of 4
apply_R_ARM_PLT32:
    sub     r8, r8, r6
    tst     r8, #3
    bne     overflow
    lsl     r9, r8, #6
    cmp     r8, r9, asr #6
    bne     overflow
    ldr     r10, [r6]
    lsr     r9, r8, #2
    bfi     r10, r9, #0, #24
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = ((S + A) | T) - P; check: -2^25 <= X < 2^25 and X is a multiple of 4 or odd
apply_R_ARM_CALL:
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
    lsr     r9, r8, #2
    bfi     r10, r9, #0, #24
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = ((S + A) | T) - P; check: -2^25 <= X < 2^25 and X is a multiple of 4
apply_R_ARM_CALL_V4T:
    sub     r8, r8, r6
    tst     r8, #3
    bne     overflow
    lsl     r9, r8, #6
    cmp     r8, r9, asr #6
    bne     overflow
    ldr     r10, [r6]
    lsr     r9, r8, #2
    bfi     r10, r9, #0, #24
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = ((S + A) | T) - P; check: -2^25 <= X < 2^25 and X is a multiple of 4
apply_R_ARM_JUMP24:
    sub     r8, r8, r6
    tst     r8, #3
    bne     overflow
    lsl     r9, r8, #6
    cmp     r8, r9, asr #6
    bne     overflow
    ldr     r10, [r6]
    lsr     r9, r8, #2
    bfi     r10, r9, #0, #24
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = ((S + A) | T) - P; check: -2^24 <= X < 2^24 and X is odd
apply_R_ARM_THM_JUMP24:
    sub     r8, r8, r6
    tst     r8, #1
    beq     overflow
    lsl     r9, r8, #7
    cmp     r8, r9, asr #7
    bne     overflow
    ldr     r10, [r6]
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
    bfi     r10, r9, #10, #1
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = GOT + A; check: none
apply_R_ARM_BASE_ABS:
    str     r8, [r6]
    b       next

    // X = (S + A) | T; check: none
apply_R_ARM_TARGET1:
    str     r8, [r6]
    b       next

    // X = G + GOT + A - P; check: none
apply_R_ARM_TARGET2:
    sub     r8, r8, r6
    str     r8, [r6]
    b       next

    // X = ((S + A) | T) - P; check: -2^30 <= X < 2^30
apply_R_ARM_PREL31:
    sub     r8, r8, r6
    lsl     r9, r8, #1
    cmp     r8, r9, asr #1
    bne     overflow
    ldr     r10, [r6]
    bfi     r10, r8, #0, #31
    str     r10, [r6]
    b       next

    // X = (S + A) | T; check: none
apply_R_ARM_MOVW_ABS_NC:
    ldr     r10, [r6]
    bfi     r10, r8, #0, #12
    lsr     r9, r8, #12
    bfi     r10, r9, #16, #4
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = S + A; check: none
apply_R_ARM_MOVT_ABS:
    ldr     r10, [r6]
    lsr     r9, r8, #16
    bfi     r10, r9, #0, #12
    lsr     r9, r8, #28
    bfi     r10, r9, #16, #4
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = ((S + A) | T) - P; check: none
apply_R_ARM_MOVW_PREL_NC:
    sub     r8, r8, r6
    ldr     r10, [r6]
    bfi     r10, r8, #0, #12
    lsr     r9, r8, #12
    bfi     r10, r9, #16, #4
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = S + A - P; check: none
apply_R_ARM_MOVT_PREL:
    sub     r8, r8, r6
    ldr     r10, [r6]
    lsr     r9, r8, #16
    bfi     r10, r9, #0, #12
    lsr     r9, r8, #28
    bfi     r10, r9, #16, #4
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = (S + A) | T; check: none
apply_R_ARM_THM_MOVW_ABS_NC:
    ldr     r10, [r6]
    bfi     r10, r8, #16, #8
    lsr     r9, r8, #8
    bfi     r10, r9, #28, #3
    lsr     r9, r8, #11
    bfi     r10, r9, #10, #1
    lsr     r9, r8, #12
    bfi     r10, r9, #0, #4
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = S + A; check: none
apply_R_ARM_THM_MOVT_ABS:
    ldr     r10, [r6]
    lsr     r9, r8, #16
    bfi     r10, r9, #16, #8
    lsr     r9, r8, #24
    bfi     r10, r9, #28, #3
    lsr     r9, r8, #27
    bfi     r10, r9, #10, #1
    lsr     r9, r8, #28
    bfi     r10, r9, #0, #4
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = ((S + A) | T) - P; check: none
apply_R_ARM_THM_MOVW_PREL_NC:
    sub     r8, r8, r6
    ldr     r10, [r6]
    bfi     r10, r8, #16, #8
    lsr     r9, r8, #8
    bfi     r10, r9, #28, #3
    lsr     r9, r8, #11
    bfi     r10, r9, #10, #1
    lsr     r9, r8, #12
    bfi     r10, r9, #0, #4
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = S + A - P; check: none
apply_R_ARM_THM_MOVT_PREL:
    sub     r8, r8, r6
    ldr     r10, [r6]
    lsr     r9, r8, #16
    bfi     r10, r9, #16, #8
    lsr     r9, r8, #24
    bfi     r10, r9, #28, #3
    lsr     r9, r8, #27
    bfi     r10, r9, #10, #1
    lsr     r9, r8, #28
    bfi     r10, r9, #0, #4
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = ((S + A) | T) - P; check: -2^20 <= X < 2^20 and X is odd
apply_R_ARM_THM_JUMP19:
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
    bfi     r10, r9, #10, #1
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = S + A; check: none
apply_R_ARM_ABS32_NOI:
    str     r8, [r6]
    b       next

    // X = S + A - P; check: none
apply_R_ARM_REL32_NOI:
    sub     r8, r8, r6
    str     r8, [r6]
    b       next

    // X = ((S + A) | T) - P; check: none
apply_R_ARM_ALU_PC_G0_NC:
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
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = ((S + A) | T) - P; check: |X| without 1 leading piece is 0
apply_R_ARM_ALU_PC_G0:
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
    cmp     r8, #0
    bne     overflow
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
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = ((S + A) | T) - P; check: none
apply_R_ARM_ALU_PC_G1_NC:
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
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
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
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = ((S + A) | T) - P; check: |X| without 2 leading pieces is 0
apply_R_ARM_ALU_PC_G1:
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
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
    cmp     r8, #0
    bne     overflow
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
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = ((S + A) | T) - P; check: |X| without 3 leading pieces is 0
apply_R_ARM_ALU_PC_G2:
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
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
    cmp     r8, #0
    bne     overflow
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
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = S + A - P; check: |X| without 1 leading piece is below 2^12
apply_R_ARM_LDR_PC_G1:
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
    lsrs    r9, r8, #12
    bne     overflow
    and     r11, r11, #0x80000000
    orr     r8, r8, r11
    ldr     r10, [r6]
    bfi     r10, r8, #0, #12
    lsr     r9, r8, #31
    rsb     r9, r9, #1
    bfi     r10, r9, #23, #1
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = S + A - P; check: |X| without 2 leading pieces is below 2^12
apply_R_ARM_LDR_PC_G2:
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
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
    lsrs    r9, r8, #12
    bne     overflow
    and     r11, r11, #0x80000000
    orr     r8, r8, r11
    ldr     r10, [r6]
    bfi     r10, r8, #0, #12
    lsr     r9, r8, #31
    rsb     r9, r9, #1
    bfi     r10, r9, #23, #1
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = S + A - P; check: |X| is below 2^8
apply_R_ARM_LDRS_PC_G0:
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    lsrs    r9, r8, #8
    bne     overflow
    and     r11, r11, #0x80000000
    orr     r8, r8, r11
    ldr     r10, [r6]
    bfi     r10, r8, #0, #4
    lsr     r9, r8, #4
    bfi     r10, r9, #8, #4
    lsr     r9, r8, #31
    rsb     r9, r9, #1
    bfi     r10, r9, #23, #1
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = S + A - P; check: |X| without 1 leading piece is below 2^8
apply_R_ARM_LDRS_PC_G1:
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
    lsrs    r9, r8, #8
    bne     overflow
    and     r11, r11, #0x80000000
    orr     r8, r8, r11
    ldr     r10, [r6]
    bfi     r10, r8, #0, #4
    lsr     r9, r8, #4
    bfi     r10, r9, #8, #4
    lsr     r9, r8, #31
    rsb     r9, r9, #1
    bfi     r10, r9, #23, #1
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = S + A - P; check: |X| without 2 leading pieces is below 2^8
apply_R_ARM_LDRS_PC_G2:
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
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
    lsrs    r9, r8, #8
    bne     overflow
    and     r11, r11, #0x80000000
    orr     r8, r8, r11
    ldr     r10, [r6]
    bfi     r10, r8, #0, #4
    lsr     r9, r8, #4
    bfi     r10, r9, #8, #4
    lsr     r9, r8, #31
    rsb     r9, r9, #1
    bfi     r10, r9, #23, #1
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = S + A - P; check: |X| is below 2^10 and a multiple of 4
apply_R_ARM_LDC_PC_G0:
    sub     r8, r8, r6
    asr     r11, r8, #31
    eor     r8, r8, r11
    sub     r8, r8, r11
    lsrs    r9, r8, #10
    bne     overflow
    tst     r8, #3
    bne     overflow
    and     r11, r11, #0x80000000
    orr     r8, r8, r11
    ldr     r10, [r6]
    lsr     r9, r8, #2
    bfi     r10, r9, #0, #8
    lsr     r9, r8, #31
    rsb     r9, r9, #1
    bfi     r10, r9, #23, #1
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = S + A - P; check: |X| without 1 leading piece is below 2^10 and a multiple of 4
apply_R_ARM_LDC_PC_G1:
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
    lsrs    r9, r8, #10
    bne     overflow
    tst     r8, #3
    bne     overflow
    and     r11, r11, #0x80000000
    orr     r8, r8, r11
    ldr     r10, [r6]
    lsr     r9, r8, #2
    bfi     r10, r9, #0, #8
    lsr     r9, r8, #31
    rsb     r9, r9, #1
    bfi     r10, r9, #23, #1
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = S + A - P; check: |X| without 2 leading pieces is below 2^10 and a multiple of 4
apply_R_ARM_LDC_PC_G2:
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
    clz     r9, r8
    bic     r9, r9, #1
    rsbs    r9, r9, #24
    movmi   r9, #0
    lsr     r10, r8, r9
    sub     r8, r8, r10, lsl r9
    lsrs    r9, r8, #10
    bne     overflow
    tst     r8, #3
    bne     overflow
    and     r11, r11, #0x80000000
    orr     r8, r8, r11
    ldr     r10, [r6]
    lsr     r9, r8, #2
    bfi     r10, r9, #0, #8
    lsr     r9, r8, #31
    rsb     r9, r9, #1
    bfi     r10, r9, #23, #1
    str     r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = L + A; check: none
apply_R_ARM_PLT32_ABS:
    str     r8, [r6]
    b       next

    // X = G + GOT + A; check: none
apply_R_ARM_GOT_ABS:
    str     r8, [r6]
    b       next

    // X = G + GOT + A - P; check: none
apply_R_ARM_GOT_PREL:
    sub     r8, r8, r6
    str     r8, [r6]
    b       next

    // X = S + A - P; check: -2^11 <= X < 2^11 and X is a multiple of 2
apply_R_ARM_THM_JUMP11:
    sub     r8, r8, r6
    tst     r8, #1
    bne     overflow
    lsl     r9, r8, #20
    cmp     r8, r9, asr #20
    bne     overflow
    ldrh    r10, [r6]
    lsr     r9, r8, #1
    bfi     r10, r9, #0, #11
    strh    r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

    // X = S + A - P; check: -2^8 <= X < 2^8 and X is a multiple of 2
apply_R_ARM_THM_JUMP8:
    sub     r8, r8, r6
    tst     r8, #1
    bne     overflow
    lsl     r9, r8, #23
    cmp     r8, r9, asr #23
    bne     overflow
    ldrh    r10, [r6]
    lsr     r9, r8, #1
    bfi     r10, r9, #0, #8
    strh    r10, [r6]
    mcr     p15, 0, r6, c7, c10, 1
    b       next

next:
    b       next
overflow:
    b       overflow
