/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/loongarch64.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
/* Preserved: $a0 (boot by EFI), $a1 (command line), $a2 (system table), $a3 (entry), $a4 to $a7, $ra, $tp, $sp, $fp, $s0 to $s8, $r21. */
/* Clobbered: $t0 to $t8. */
/* Stack: none is used. */
/* Entered in: the most privileged level, memory through a direct-mapped window (the load base is the address in it) or without translation, interrupts disabled. */
/* Failure: code in $t8, then a jump to itself; after an overflow $t2 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:

    # X = S + A; check: -2^31 <= X < 2^32
apply_R_LARCH_32:
    srai.d  $t4, $t3, 31
    addi.d  $t4, $t4, 1
    sltui   $t4, $t4, 3
    beqz    $t4, overflow
    st.w    $t3, $t2, 0
    b       next

    # X = S + A; check: none
apply_R_LARCH_64:
    st.d    $t3, $t2, 0
    b       next

    # X = B + A; check: none
apply_R_LARCH_RELATIVE:
    st.d    $t3, $t2, 0
    b       next

    # X = S; check: none
apply_R_LARCH_JUMP_SLOT:
    st.d    $t3, $t2, 0
    b       next

    # X = V + S + A; check: none
apply_R_LARCH_ADD8:
    ld.bu   $t4, $t2, 0
    add.d   $t3, $t4, $t3
    st.b    $t3, $t2, 0
    b       next

    # X = V + S + A; check: none
apply_R_LARCH_ADD16:
    ld.hu   $t4, $t2, 0
    add.d   $t3, $t4, $t3
    st.h    $t3, $t2, 0
    b       next

    # X = V + S + A; check: none
apply_R_LARCH_ADD32:
    ld.wu   $t4, $t2, 0
    add.d   $t3, $t4, $t3
    st.w    $t3, $t2, 0
    b       next

    # X = V + S + A; check: none
apply_R_LARCH_ADD64:
    ld.d    $t4, $t2, 0
    add.d   $t3, $t4, $t3
    st.d    $t3, $t2, 0
    b       next

    # X = V - S - A; check: none
apply_R_LARCH_SUB8:
    ld.bu   $t4, $t2, 0
    sub.d   $t3, $t4, $t3
    st.b    $t3, $t2, 0
    b       next

    # X = V - S - A; check: none
apply_R_LARCH_SUB16:
    ld.hu   $t4, $t2, 0
    sub.d   $t3, $t4, $t3
    st.h    $t3, $t2, 0
    b       next

    # X = V - S - A; check: none
apply_R_LARCH_SUB32:
    ld.wu   $t4, $t2, 0
    sub.d   $t3, $t4, $t3
    st.w    $t3, $t2, 0
    b       next

    # X = V - S - A; check: none
apply_R_LARCH_SUB64:
    ld.d    $t4, $t2, 0
    sub.d   $t3, $t4, $t3
    st.d    $t3, $t2, 0
    b       next

    # X = S + A - P; check: -2^17 <= X < 2^17 and X is a multiple of 4
apply_R_LARCH_B16:
    sub.d   $t3, $t3, $t2
    slli.d  $t4, $t3, 46
    srai.d  $t4, $t4, 48
    slli.d  $t6, $t4, 2
    bne     $t6, $t3, overflow
    ld.wu   $t6, $t2, 0
    bstrins.w $t6, $t4, 25, 10
    st.w    $t6, $t2, 0
    b       next

    # X = S + A - P; check: -2^22 <= X < 2^22 and X is a multiple of 4
apply_R_LARCH_B21:
    sub.d   $t3, $t3, $t2
    slli.d  $t4, $t3, 41
    srai.d  $t4, $t4, 43
    slli.d  $t6, $t4, 2
    bne     $t6, $t3, overflow
    ld.wu   $t6, $t2, 0
    bstrins.w $t6, $t4, 25, 10
    srli.d  $t5, $t4, 16
    bstrins.w $t6, $t5, 4, 0
    st.w    $t6, $t2, 0
    b       next

    # X = S + A - P; check: -2^27 <= X < 2^27 and X is a multiple of 4
apply_R_LARCH_B26:
    sub.d   $t3, $t3, $t2
    slli.d  $t4, $t3, 36
    srai.d  $t4, $t4, 38
    slli.d  $t6, $t4, 2
    bne     $t6, $t3, overflow
    ld.wu   $t6, $t2, 0
    bstrins.w $t6, $t4, 25, 10
    srli.d  $t5, $t4, 16
    bstrins.w $t6, $t5, 9, 0
    st.w    $t6, $t2, 0
    b       next

    # X = S + A; check: none
apply_R_LARCH_ABS_HI20:
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 12
    bstrins.w $t6, $t5, 24, 5
    st.w    $t6, $t2, 0
    b       next

    # X = S + A; check: -2^31 <= X < 2^31
apply_R_LARCH_ABS_HI20_ALONE:
    addi.w  $t4, $t3, 0
    bne     $t4, $t3, overflow
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 12
    bstrins.w $t6, $t5, 24, 5
    st.w    $t6, $t2, 0
    b       next

    # X = S + A; check: none
apply_R_LARCH_ABS_LO12:
    ld.wu   $t6, $t2, 0
    bstrins.w $t6, $t3, 21, 10
    st.w    $t6, $t2, 0
    b       next

    # X = S + A; check: none
apply_R_LARCH_ABS64_LO20:
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 32
    bstrins.w $t6, $t5, 24, 5
    st.w    $t6, $t2, 0
    b       next

    # X = S + A; check: none
apply_R_LARCH_ABS64_HI12:
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 52
    bstrins.w $t6, $t5, 21, 10
    st.w    $t6, $t2, 0
    b       next

    # X = Page(S + A + 2048) - Page(P); check: none
apply_R_LARCH_PCALA_HI20:
    addi.d  $t4, $t3, 2047
    addi.d  $t4, $t4, 1
    bstrins.d $t4, $zero, 11, 0
    move    $t5, $t2
    bstrins.d $t5, $zero, 11, 0
    sub.d   $t3, $t4, $t5
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 12
    bstrins.w $t6, $t5, 24, 5
    st.w    $t6, $t2, 0
    b       next

    # X = Page(S + A + 2048) - Page(P); check: -2^31 <= X < 2^31
apply_R_LARCH_PCALA_HI20_ALONE:
    addi.d  $t4, $t3, 2047
    addi.d  $t4, $t4, 1
    bstrins.d $t4, $zero, 11, 0
    move    $t5, $t2
    bstrins.d $t5, $zero, 11, 0
    sub.d   $t3, $t4, $t5
    addi.w  $t4, $t3, 0
    bne     $t4, $t3, overflow
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 12
    bstrins.w $t6, $t5, 24, 5
    st.w    $t6, $t2, 0
    b       next

    # X = Page(S + A + 2048); check: -2^31 <= X < 2^31
apply_R_LARCH_PCALA_HI20_ABS:
    addi.d  $t3, $t3, 2047
    addi.d  $t3, $t3, 1
    bstrins.d $t3, $zero, 11, 0
    addi.w  $t4, $t3, 0
    bne     $t4, $t3, overflow
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 12
    bstrins.w $t6, $t5, 24, 5
    st.w    $t6, $t2, 0
    b       next

    # X = S + A; check: none
apply_R_LARCH_PCALA_LO12:
    ld.wu   $t6, $t2, 0
    bstrins.w $t6, $t3, 21, 10
    st.w    $t6, $t2, 0
    b       next

    # X = S + A - Page(S + A + 2048); check: X is a multiple of 4
apply_R_LARCH_PCALA_LO12_JIRL:
    addi.d  $t4, $t3, 2047
    addi.d  $t4, $t4, 1
    bstrins.d $t4, $zero, 11, 0
    sub.d   $t3, $t3, $t4
    andi    $t4, $t3, 3
    bnez    $t4, overflow
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 2
    bstrins.w $t6, $t5, 25, 10
    st.w    $t6, $t2, 0
    b       next

    # X = S + A - Page(S + A + 2048) + Page32(Page(S + A + 2048) - Page(P - 8) + 2147483648); check: none
apply_R_LARCH_PCALA64_LO20:
    addi.d  $t5, $t3, 2047
    addi.d  $t5, $t5, 1
    bstrins.d $t5, $zero, 11, 0
    sub.d   $t4, $t3, $t5
    addi.d  $t5, $t3, 2047
    addi.d  $t5, $t5, 1
    bstrins.d $t5, $zero, 11, 0
    addi.d  $t6, $t2, -8
    bstrins.d $t6, $zero, 11, 0
    sub.d   $t5, $t5, $t6
    addu16i.d $t5, $t5, 0x4000
    addu16i.d $t5, $t5, 0x4000
    bstrins.d $t5, $zero, 31, 0
    add.d   $t3, $t4, $t5
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 32
    bstrins.w $t6, $t5, 24, 5
    st.w    $t6, $t2, 0
    b       next

    # X = S + A - Page(S + A + 2048) + Page32(Page(S + A + 2048) - Page(P - 12) + 2147483648); check: none
apply_R_LARCH_PCALA64_HI12:
    addi.d  $t5, $t3, 2047
    addi.d  $t5, $t5, 1
    bstrins.d $t5, $zero, 11, 0
    sub.d   $t4, $t3, $t5
    addi.d  $t5, $t3, 2047
    addi.d  $t5, $t5, 1
    bstrins.d $t5, $zero, 11, 0
    addi.d  $t6, $t2, -12
    bstrins.d $t6, $zero, 11, 0
    sub.d   $t5, $t5, $t6
    addu16i.d $t5, $t5, 0x4000
    addu16i.d $t5, $t5, 0x4000
    bstrins.d $t5, $zero, 31, 0
    add.d   $t3, $t4, $t5
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 52
    bstrins.w $t6, $t5, 21, 10
    st.w    $t6, $t2, 0
    b       next

    # X = Page(G + GOT + 2048) - Page(P); check: none
apply_R_LARCH_GOT_PC_HI20:
    addi.d  $t4, $t3, 2047
    addi.d  $t4, $t4, 1
    bstrins.d $t4, $zero, 11, 0
    move    $t5, $t2
    bstrins.d $t5, $zero, 11, 0
    sub.d   $t3, $t4, $t5
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 12
    bstrins.w $t6, $t5, 24, 5
    st.w    $t6, $t2, 0
    b       next

    # X = G + GOT; check: none
apply_R_LARCH_GOT_PC_LO12:
    ld.wu   $t6, $t2, 0
    bstrins.w $t6, $t3, 21, 10
    st.w    $t6, $t2, 0
    b       next

    # X = G + GOT - Page(G + GOT + 2048) + Page32(Page(G + GOT + 2048) - Page(P - 8) + 2147483648); check: none
apply_R_LARCH_GOT64_PC_LO20:
    addi.d  $t5, $t3, 2047
    addi.d  $t5, $t5, 1
    bstrins.d $t5, $zero, 11, 0
    sub.d   $t4, $t3, $t5
    addi.d  $t5, $t3, 2047
    addi.d  $t5, $t5, 1
    bstrins.d $t5, $zero, 11, 0
    addi.d  $t6, $t2, -8
    bstrins.d $t6, $zero, 11, 0
    sub.d   $t5, $t5, $t6
    addu16i.d $t5, $t5, 0x4000
    addu16i.d $t5, $t5, 0x4000
    bstrins.d $t5, $zero, 31, 0
    add.d   $t3, $t4, $t5
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 32
    bstrins.w $t6, $t5, 24, 5
    st.w    $t6, $t2, 0
    b       next

    # X = G + GOT - Page(G + GOT + 2048) + Page32(Page(G + GOT + 2048) - Page(P - 12) + 2147483648); check: none
apply_R_LARCH_GOT64_PC_HI12:
    addi.d  $t5, $t3, 2047
    addi.d  $t5, $t5, 1
    bstrins.d $t5, $zero, 11, 0
    sub.d   $t4, $t3, $t5
    addi.d  $t5, $t3, 2047
    addi.d  $t5, $t5, 1
    bstrins.d $t5, $zero, 11, 0
    addi.d  $t6, $t2, -12
    bstrins.d $t6, $zero, 11, 0
    sub.d   $t5, $t5, $t6
    addu16i.d $t5, $t5, 0x4000
    addu16i.d $t5, $t5, 0x4000
    bstrins.d $t5, $zero, 31, 0
    add.d   $t3, $t4, $t5
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 52
    bstrins.w $t6, $t5, 21, 10
    st.w    $t6, $t2, 0
    b       next

    # X = G + GOT; check: none
apply_R_LARCH_GOT_HI20:
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 12
    bstrins.w $t6, $t5, 24, 5
    st.w    $t6, $t2, 0
    b       next

    # X = G + GOT; check: none
apply_R_LARCH_GOT_LO12:
    ld.wu   $t6, $t2, 0
    bstrins.w $t6, $t3, 21, 10
    st.w    $t6, $t2, 0
    b       next

    # X = G + GOT; check: none
apply_R_LARCH_GOT64_LO20:
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 32
    bstrins.w $t6, $t5, 24, 5
    st.w    $t6, $t2, 0
    b       next

    # X = G + GOT; check: none
apply_R_LARCH_GOT64_HI12:
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 52
    bstrins.w $t6, $t5, 21, 10
    st.w    $t6, $t2, 0
    b       next

    # X = S + A - P; check: -2^31 <= X < 2^31
apply_R_LARCH_32_PCREL:
    sub.d   $t3, $t3, $t2
    addi.w  $t4, $t3, 0
    bne     $t4, $t3, overflow
    st.w    $t3, $t2, 0
    b       next

    # X = S + A - P; check: -2^21 <= X < 2^21 and X is a multiple of 4
apply_R_LARCH_PCREL20_S2:
    sub.d   $t3, $t3, $t2
    slli.d  $t4, $t3, 42
    srai.d  $t4, $t4, 44
    slli.d  $t6, $t4, 2
    bne     $t6, $t3, overflow
    ld.wu   $t6, $t2, 0
    bstrins.w $t6, $t4, 24, 5
    st.w    $t6, $t2, 0
    b       next

    # X = V + S + A; check: none
apply_R_LARCH_ADD6:
    ld.bu   $t4, $t2, 0
    add.d   $t3, $t4, $t3
    ld.bu   $t6, $t2, 0
    bstrins.w $t6, $t3, 5, 0
    st.b    $t6, $t2, 0
    b       next

    # X = V - S - A; check: none
apply_R_LARCH_SUB6:
    ld.bu   $t4, $t2, 0
    sub.d   $t3, $t4, $t3
    ld.bu   $t6, $t2, 0
    bstrins.w $t6, $t3, 5, 0
    st.b    $t6, $t2, 0
    b       next

    # X = S + A - P; check: none
apply_R_LARCH_64_PCREL:
    sub.d   $t3, $t3, $t2
    st.d    $t3, $t2, 0
    b       next

    # X = S + A - P; check: -2^37 - 2^17 <= X < 2^37 - 2^17 and X is a multiple of 4
apply_R_LARCH_CALL36:
    sub.d   $t3, $t3, $t2
    addu16i.d $t5, $t3, 2
    slli.d  $t4, $t5, 26
    srai.d  $t4, $t4, 28
    slli.d  $t6, $t4, 2
    bne     $t6, $t5, overflow
    ld.wu   $t6, $t2, 0
    addu16i.d $t5, $t3, 2
    srli.d  $t5, $t5, 18
    bstrins.w $t6, $t5, 24, 5
    st.w    $t6, $t2, 0
    ld.wu   $t6, $t2, 4
    srli.d  $t5, $t3, 2
    bstrins.w $t6, $t5, 25, 10
    st.w    $t6, $t2, 4
    b       next

next:
    b       next
overflow:
    b       overflow
