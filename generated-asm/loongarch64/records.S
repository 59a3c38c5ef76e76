/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/loongarch64.ts by npm run generate; do not edit. */
/* Format records, for an example image in which every rule occurs once; equal tails are shared. */
/* Preserved: $a0 (boot by EFI), $a1 (command line), $a2 (system table), $a3 (entry), $a4 to $a7, $ra, $tp, $sp, $fp, $s0 to $s8, $r21. */
/* Clobbered: $t0 to $t8. */
/* Stack: none is used. */
/* Entered in: the most privileged level, memory through a direct-mapped window (the load base is the address in it) or without translation, interrupts disabled. */
/* Failure: code in $t8, then a jump to itself; after an overflow $t2 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    pcaddi  $t0, 0                          # load base
    addi.d  $t1, $t0, 768
    stptr.d $t0, $t0, 760                   # the image's own slot of the symbol table
next:
    ld.wu   $t2, $t1, 0                     # offset of the place; 0 ends the table
    beqz    $t2, done
    ld.hu   $t3, $t1, 4                     # offset of the symbol's slot
    ld.hu   $t4, $t1, 6                     # offset of the handler
    ld.w    $t5, $t1, 8                     # A
    addi.d  $t1, $t1, 12
    add.d   $t2, $t0, $t2                   # P
    ldx.d   $t3, $t0, $t3                   # S
    add.d   $t4, $t0, $t4
    add.d   $t3, $t3, $t5                   # X = S + A
    jr      $t4
done:
    ibar    0                               # instructions were patched
    b       start+0x2000
apply_R_LARCH_32:
    # R_LARCH_32: S + A
    srai.d  $t4, $t3, 31
    addi.d  $t4, $t4, 1
    sltui   $t4, $t4, 3
    beqz    $t4, overflow
    b       tail1
apply_R_LARCH_ADD32:
    # R_LARCH_ADD32: V + S + A
    ld.wu   $t4, $t2, 0
    add.d   $t3, $t4, $t3
    b       tail1
apply_R_LARCH_SUB32:
    # R_LARCH_SUB32: V - S - A
    ld.wu   $t4, $t2, 0
    sub.d   $t3, $t4, $t3
    b       tail1
apply_R_LARCH_32_PCREL:
    # R_LARCH_32_PCREL: S + A - P
    sub.d   $t3, $t3, $t2
    addi.w  $t4, $t3, 0
    bne     $t4, $t3, overflow
tail1:
    st.w    $t3, $t2, 0
    b       next
apply_R_LARCH_ADD64:
    # R_LARCH_ADD64: V + S + A
    ld.d    $t4, $t2, 0
    add.d   $t3, $t4, $t3
    b       tail2
apply_R_LARCH_SUB64:
    # R_LARCH_SUB64: V - S - A
    ld.d    $t4, $t2, 0
    sub.d   $t3, $t4, $t3
    b       tail2
apply_R_LARCH_64_PCREL:
    # R_LARCH_64_PCREL: S + A - P
    sub.d   $t3, $t3, $t2
apply_R_LARCH_64:
    # R_LARCH_64: S + A; R_LARCH_RELATIVE: B + A; R_LARCH_JUMP_SLOT: S
tail2:
    st.d    $t3, $t2, 0
    b       next
apply_R_LARCH_ADD8:
    # R_LARCH_ADD8: V + S + A
    ld.bu   $t4, $t2, 0
    add.d   $t3, $t4, $t3
    b       tail3
apply_R_LARCH_SUB8:
    # R_LARCH_SUB8: V - S - A
    ld.bu   $t4, $t2, 0
    sub.d   $t3, $t4, $t3
tail3:
    st.b    $t3, $t2, 0
    b       next
apply_R_LARCH_ADD16:
    # R_LARCH_ADD16: V + S + A
    ld.hu   $t4, $t2, 0
    add.d   $t3, $t4, $t3
    b       tail4
apply_R_LARCH_SUB16:
    # R_LARCH_SUB16: V - S - A
    ld.hu   $t4, $t2, 0
    sub.d   $t3, $t4, $t3
tail4:
    st.h    $t3, $t2, 0
    b       next
apply_R_LARCH_B16:
    # R_LARCH_B16: S + A - P
    sub.d   $t3, $t3, $t2
    slli.d  $t4, $t3, 46
    srai.d  $t4, $t4, 48
    slli.d  $t6, $t4, 2
    bne     $t6, $t3, overflow
    ld.wu   $t6, $t2, 0
    bstrins.w $t6, $t4, 25, 10
    b       tail5
apply_R_LARCH_B21:
    # R_LARCH_B21: S + A - P
    sub.d   $t3, $t3, $t2
    slli.d  $t4, $t3, 41
    srai.d  $t4, $t4, 43
    slli.d  $t6, $t4, 2
    bne     $t6, $t3, overflow
    ld.wu   $t6, $t2, 0
    bstrins.w $t6, $t4, 25, 10
    srli.d  $t5, $t4, 16
    bstrins.w $t6, $t5, 4, 0
    b       tail5
apply_R_LARCH_B26:
    # R_LARCH_B26: S + A - P
    sub.d   $t3, $t3, $t2
    slli.d  $t4, $t3, 36
    srai.d  $t4, $t4, 38
    slli.d  $t6, $t4, 2
    bne     $t6, $t3, overflow
    ld.wu   $t6, $t2, 0
    bstrins.w $t6, $t4, 25, 10
    srli.d  $t5, $t4, 16
    bstrins.w $t6, $t5, 9, 0
    b       tail5
apply_R_LARCH_PCALA_HI20_ALONE:
    # R_LARCH_PCALA_HI20_ALONE: Page(S + A + 2048) - Page(P)
    addi.d  $t4, $t3, 2047
    addi.d  $t4, $t4, 1
    bstrins.d $t4, $zero, 11, 0
    move    $t5, $t2
    bstrins.d $t5, $zero, 11, 0
    sub.d   $t3, $t4, $t5
    b       tail6
apply_R_LARCH_PCALA_HI20_ABS:
    # R_LARCH_PCALA_HI20_ABS: Page(S + A + 2048)
    addi.d  $t3, $t3, 2047
    addi.d  $t3, $t3, 1
    bstrins.d $t3, $zero, 11, 0
apply_R_LARCH_ABS_HI20_ALONE:
    # R_LARCH_ABS_HI20_ALONE: S + A
tail6:
    addi.w  $t4, $t3, 0
    bne     $t4, $t3, overflow
    b       tail7
apply_R_LARCH_PCALA_HI20:
    # R_LARCH_PCALA_HI20: Page(S + A + 2048) - Page(P); R_LARCH_GOT_PC_HI20: Page(G + GOT + 2048) - Page(P)
    addi.d  $t4, $t3, 2047
    addi.d  $t4, $t4, 1
    bstrins.d $t4, $zero, 11, 0
    move    $t5, $t2
    bstrins.d $t5, $zero, 11, 0
    sub.d   $t3, $t4, $t5
apply_R_LARCH_ABS_HI20:
    # R_LARCH_ABS_HI20: S + A; R_LARCH_GOT_HI20: G + GOT
tail7:
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 12
    b       tail8
apply_R_LARCH_PCALA64_LO20:
    # R_LARCH_PCALA64_LO20: S + A - Page(S + A + 2048) + Page32(Page(S + A + 2048) - Page(P - 8) + 2147483648); R_LARCH_GOT64_PC_LO20: G + GOT - Page(G + GOT + 2048) + Page32(Page(G + GOT + 2048) - Page(P - 8) + 2147483648)
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
apply_R_LARCH_ABS64_LO20:
    # R_LARCH_ABS64_LO20: S + A; R_LARCH_GOT64_LO20: G + GOT
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 32
tail8:
    bstrins.w $t6, $t5, 24, 5
    b       tail5
apply_R_LARCH_ABS_LO12:
    # R_LARCH_ABS_LO12: S + A; R_LARCH_PCALA_LO12: S + A; R_LARCH_GOT_PC_LO12: G + GOT; R_LARCH_GOT_LO12: G + GOT
    ld.wu   $t6, $t2, 0
    bstrins.w $t6, $t3, 21, 10
    b       tail5
apply_R_LARCH_PCALA64_HI12:
    # R_LARCH_PCALA64_HI12: S + A - Page(S + A + 2048) + Page32(Page(S + A + 2048) - Page(P - 12) + 2147483648); R_LARCH_GOT64_PC_HI12: G + GOT - Page(G + GOT + 2048) + Page32(Page(G + GOT + 2048) - Page(P - 12) + 2147483648)
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
apply_R_LARCH_ABS64_HI12:
    # R_LARCH_ABS64_HI12: S + A; R_LARCH_GOT64_HI12: G + GOT
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 52
    bstrins.w $t6, $t5, 21, 10
    b       tail5
apply_R_LARCH_PCALA_LO12_JIRL:
    # R_LARCH_PCALA_LO12_JIRL: S + A - Page(S + A + 2048)
    addi.d  $t4, $t3, 2047
    addi.d  $t4, $t4, 1
    bstrins.d $t4, $zero, 11, 0
    sub.d   $t3, $t3, $t4
    andi    $t4, $t3, 3
    bnez    $t4, overflow
    ld.wu   $t6, $t2, 0
    srli.d  $t5, $t3, 2
    bstrins.w $t6, $t5, 25, 10
    b       tail5
apply_R_LARCH_PCREL20_S2:
    # R_LARCH_PCREL20_S2: S + A - P
    sub.d   $t3, $t3, $t2
    slli.d  $t4, $t3, 42
    srai.d  $t4, $t4, 44
    slli.d  $t6, $t4, 2
    bne     $t6, $t3, overflow
    ld.wu   $t6, $t2, 0
    bstrins.w $t6, $t4, 24, 5
tail5:
    st.w    $t6, $t2, 0
    b       next
apply_R_LARCH_ADD6:
    # R_LARCH_ADD6: V + S + A
    ld.bu   $t4, $t2, 0
    add.d   $t3, $t4, $t3
    b       tail9
apply_R_LARCH_SUB6:
    # R_LARCH_SUB6: V - S - A
    ld.bu   $t4, $t2, 0
    sub.d   $t3, $t4, $t3
tail9:
    ld.bu   $t6, $t2, 0
    bstrins.w $t6, $t3, 5, 0
    st.b    $t6, $t2, 0
    b       next
apply_R_LARCH_CALL36:
    # R_LARCH_CALL36: S + A - P
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
overflow:
    ori     $t8, $zero, 0x4f                # $t2: the place
stop:
    b       stop                            # failure code in $t8
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00, 0x00, 0xf8, 0x02, 0x40, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x10, 0x30, 0x00, 0x00, 0xf8, 0x02, 0x9c, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x20, 0x30, 0x00, 0x00, 0xf8, 0x02, 0x9c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x30, 0x00, 0x00
    .byte   0xf8, 0x02, 0x9c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x40, 0x30, 0x00, 0x00, 0xf8, 0x02, 0xa4, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x50, 0x30, 0x00, 0x00, 0xf8, 0x02, 0xc0, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x60, 0x30, 0x00, 0x00, 0xf8, 0x02, 0x54, 0x00, 0x00, 0x00, 0x00, 0x00, 0x70, 0x30, 0x00, 0x00
    .byte   0xf8, 0x02, 0x80, 0x00, 0x00, 0x00, 0x00, 0x00, 0x80, 0x30, 0x00, 0x00, 0xf8, 0x02, 0xb0, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x90, 0x30, 0x00, 0x00, 0xf8, 0x02, 0xcc, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0xa0, 0x30, 0x00, 0x00, 0xf8, 0x02, 0x60, 0x00, 0x00, 0x00, 0x00, 0x00, 0xb0, 0x30, 0x00, 0x00
    .byte   0xf8, 0x02, 0x8c, 0x00, 0x00, 0x00, 0x00, 0x00, 0xc0, 0x30, 0x00, 0x00, 0xf8, 0x02, 0xdc, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0xd0, 0x30, 0x00, 0x00, 0xf8, 0x02, 0xfc, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0xe0, 0x30, 0x00, 0x00, 0xf8, 0x02, 0x24, 0x01, 0x00, 0x00, 0x00, 0x00, 0xf0, 0x30, 0x00, 0x00
    .byte   0xf8, 0x02, 0x98, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x00, 0x00, 0xf8, 0x02, 0x74, 0x01
    .byte   0x00, 0x00, 0x00, 0x00, 0x10, 0x31, 0x00, 0x00, 0xf8, 0x02, 0xec, 0x01, 0x00, 0x00, 0x00, 0x00
    .byte   0x20, 0x31, 0x00, 0x00, 0xf8, 0x02, 0xdc, 0x01, 0x00, 0x00, 0x00, 0x00, 0x30, 0x31, 0x00, 0x00
    .byte   0xf8, 0x02, 0x30, 0x02, 0x00, 0x00, 0x00, 0x00, 0x40, 0x31, 0x00, 0x00, 0xf8, 0x02, 0x80, 0x01
    .byte   0x00, 0x00, 0x00, 0x00, 0x50, 0x31, 0x00, 0x00, 0xf8, 0x02, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x00
    .byte   0x60, 0x31, 0x00, 0x00, 0xf8, 0x02, 0x68, 0x01, 0x00, 0x00, 0x00, 0x00, 0x70, 0x31, 0x00, 0x00
    .byte   0xf8, 0x02, 0xec, 0x01, 0x00, 0x00, 0x00, 0x00, 0x80, 0x31, 0x00, 0x00, 0xf8, 0x02, 0x40, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0x90, 0x31, 0x00, 0x00, 0xf8, 0x02, 0xa4, 0x01, 0x00, 0x00, 0x00, 0x00
    .byte   0xa0, 0x31, 0x00, 0x00, 0xf8, 0x02, 0xf8, 0x01, 0x00, 0x00, 0x00, 0x00, 0xb0, 0x31, 0x00, 0x00
    .byte   0xf8, 0x02, 0x80, 0x01, 0x00, 0x00, 0x00, 0x00, 0xc0, 0x31, 0x00, 0x00, 0xf8, 0x02, 0xec, 0x01
    .byte   0x00, 0x00, 0x00, 0x00, 0xd0, 0x31, 0x00, 0x00, 0xf8, 0x02, 0xa4, 0x01, 0x00, 0x00, 0x00, 0x00
    .byte   0xe0, 0x31, 0x00, 0x00, 0xf8, 0x02, 0xf8, 0x01, 0x00, 0x00, 0x00, 0x00, 0xf0, 0x31, 0x00, 0x00
    .byte   0xf8, 0x02, 0x98, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0x00, 0x00, 0xf8, 0x02, 0xec, 0x01
    .byte   0x00, 0x00, 0x00, 0x00, 0x10, 0x32, 0x00, 0x00, 0xf8, 0x02, 0xdc, 0x01, 0x00, 0x00, 0x00, 0x00
    .byte   0x20, 0x32, 0x00, 0x00, 0xf8, 0x02, 0x30, 0x02, 0x00, 0x00, 0x00, 0x00, 0x30, 0x32, 0x00, 0x00
    .byte   0xf8, 0x02, 0x6c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x40, 0x32, 0x00, 0x00, 0xf8, 0x02, 0x68, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0x50, 0x32, 0x00, 0x00, 0xf8, 0x02, 0x8c, 0x02, 0x00, 0x00, 0x00, 0x00
    .byte   0x60, 0x32, 0x00, 0x00, 0xf8, 0x02, 0x98, 0x02, 0x00, 0x00, 0x00, 0x00, 0x70, 0x32, 0x00, 0x00
    .byte   0xf8, 0x02, 0x98, 0x00, 0x00, 0x00, 0x00, 0x00, 0x80, 0x32, 0x00, 0x00, 0xf8, 0x02, 0xb0, 0x02
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
