/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/riscv.ts by npm run generate; do not edit. */
/* Format records, for an example image in which every rule occurs once; equal tails are shared. */
/* Preserved: a0 (hart), a1 (device tree), a2 (entry), ra, sp, gp, tp, s0 to s11, a6, a7, t4. */
/* Clobbered: a3 to a5, t0 to t3, t5, t6. */
/* Stack: none is used. */
/* Entered in: supervisor or machine mode of an RV64GC hart, no address translation, interrupts disabled. */
/* When the purgatory is entered: gp is the purgatory's own to set: code that a linker has relaxed counts from __global_pointer$ in it. */
/* Failure: code in t6, then a jump to itself; after an overflow a4 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    .set    entry, start+0x2000
    auipc   t0, 0                           # load base
    sd      t0, 0x240(t0)                   # the image's own slot of the symbol table
    addi    t5, t0, 584
next:
    lw      a4, 0(t5)                       # offset of the place; 0 ends the table
    c.beqz  a4, done
    lhu     a5, 4(t5)                       # offset of the symbol's slot
    lhu     t1, 6(t5)                       # offset of the handler
    lw      t2, 8(t5)                       # A
    c.addi  t5, 12
    c.add   a4, t0                          # P
    c.add   a5, t0
    c.ld    a5, 0(a5)                       # S
    c.add   a5, t2                          # X = S + A
    c.add   t1, t0
    c.jr    t1
done:
    fence.i
    jal     zero, entry
apply_R_RISCV_32:
    # R_RISCV_32: S + A
    srai    a3, a5, 31
    c.addi  a3, 1
    c.li    t1, 2
    bltu    t1, a3, overflow
    c.j     tail1
apply_R_RISCV_BRANCH:
    # R_RISCV_BRANCH: S + A - P
    c.sub   a5, a4
    slli    a3, a5, 51
    c.srai  a3, 52
    c.slli  a3, 1
    bne     a3, a5, overflow
    c.mv    t3, a4
    srli    a3, a5, 12
    c.slli  a3, 31
    slli    a4, a5, 53
    c.srli  a4, 58
    c.slli  a4, 25
    c.or    a3, a4
    slli    a4, a5, 59
    c.srli  a4, 52
    c.or    a3, a4
    c.slli  a5, 52
    c.srli  a5, 63
    c.slli  a5, 7
    c.mv    a4, t3
    c.j     tail2
apply_R_RISCV_PCREL_LO12_S:
    # R_RISCV_PCREL_LO12_S: H
    c.sub   a5, a4
apply_R_RISCV_LO12_S:
    # R_RISCV_LO12_S: S + A
    srli    a3, a5, 5
    c.slli  a3, 25
    c.slli  a5, 59
    c.srli  a5, 52
tail2:
    c.or    a5, a3
    c.lw    a3, 0(a4)
    lui     t1, 0x1fff
    addi    t1, t1, 127
    and     a3, a3, t1
    c.j     tail3
apply_R_RISCV_JAL:
    # R_RISCV_JAL: S + A - P
    c.sub   a5, a4
    slli    a3, a5, 43
    c.srai  a3, 44
    c.slli  a3, 1
    bne     a3, a5, overflow
    c.mv    t3, a4
    srli    a3, a5, 20
    c.slli  a3, 31
    slli    a4, a5, 53
    c.srli  a4, 33
    c.or    a3, a4
    slli    a4, a5, 52
    c.srli  a4, 63
    c.slli  a4, 20
    c.or    a3, a4
    c.slli  a5, 44
    c.srli  a5, 56
    c.slli  a5, 12
    c.mv    a4, t3
    c.or    a5, a3
    c.j     tail4
apply_R_RISCV_GOT_HI20:
    # R_RISCV_GOT_HI20: G + GOT + A - P; R_RISCV_PCREL_HI20: S + A - P
    c.sub   a5, a4
apply_R_RISCV_HI20:
    # R_RISCV_HI20: S + A
    c.lui   a3, 0x1
    addi    a3, a3, -2048
    c.add   a5, a3
    sext.w  a3, a5
    bne     a3, a5, overflow
    c.srli  a5, 12
    c.slli  a5, 12
tail4:
    c.lw    a3, 0(a4)
    c.slli  a3, 52
    c.srli  a3, 52
    c.j     tail3
apply_R_RISCV_PCREL_LO12_I:
    # R_RISCV_PCREL_LO12_I: H
    c.sub   a5, a4
apply_R_RISCV_LO12_I:
    # R_RISCV_LO12_I: S + A
    c.slli  a5, 20
    c.lw    a3, 0(a4)
    c.slli  a3, 44
    c.srli  a3, 44
tail3:
    c.or    a5, a3
    c.j     tail1
apply_R_RISCV_SUB32:
    # R_RISCV_SUB32: V - S - A
    neg     a5, a5
apply_R_RISCV_ADD32:
    # R_RISCV_ADD32: V + S + A
    c.lw    a3, 0(a4)
    c.add   a5, a3
    c.j     tail1
apply_R_RISCV_GOT32_PCREL:
    # R_RISCV_GOT32_PCREL: G + GOT + A - P; R_RISCV_32_PCREL: S + A - P; R_RISCV_PLT32: S + A - P
    c.sub   a5, a4
    sext.w  a3, a5
    bne     a3, a5, overflow
apply_R_RISCV_SET32:
    # R_RISCV_SET32: S + A
tail1:
    c.sw    a5, 0(a4)
    c.j     next
apply_R_RISCV_SUB64:
    # R_RISCV_SUB64: V - S - A
    neg     a5, a5
apply_R_RISCV_ADD64:
    # R_RISCV_ADD64: V + S + A
    c.ld    a3, 0(a4)
    c.add   a5, a3
apply_R_RISCV_64:
    # R_RISCV_64: S + A; R_RISCV_RELATIVE: B + A; R_RISCV_JUMP_SLOT: S
    c.sd    a5, 0(a4)
    c.j     next
apply_R_RISCV_CALL:
    # R_RISCV_CALL: S + A - P; R_RISCV_CALL_PLT: S + A - P
    c.sub   a5, a4
    c.mv    t2, a5
    c.lui   a3, 0x1
    addi    a3, a3, -2048
    c.add   a5, a3
    sext.w  a3, a5
    bne     a3, a5, overflow
    c.srli  a5, 12
    c.slli  a5, 12
    c.lw    a3, 0(a4)
    c.slli  a3, 52
    c.srli  a3, 52
    c.or    a5, a3
    c.sw    a5, 0(a4)
    c.mv    a5, t2
    c.slli  a5, 20
    c.lw    a3, 4(a4)
    c.slli  a3, 44
    c.srli  a3, 44
    c.or    a5, a3
    c.sw    a5, 4(a4)
    c.j     next
apply_R_RISCV_SUB8:
    # R_RISCV_SUB8: V - S - A
    neg     a5, a5
apply_R_RISCV_ADD8:
    # R_RISCV_ADD8: V + S + A
    lbu     a3, 0(a4)
    c.add   a5, a3
    c.j     tail5
apply_R_RISCV_SUB6:
    # R_RISCV_SUB6: V - S - A
    neg     a5, a5
    lbu     a3, 0(a4)
    c.add   a5, a3
apply_R_RISCV_SET6:
    # R_RISCV_SET6: S + A
    c.slli  a5, 58
    c.srli  a5, 58
    lbu     a3, 0(a4)
    andi    a3, a3, 192
    c.or    a5, a3
apply_R_RISCV_SET8:
    # R_RISCV_SET8: S + A
tail5:
    sb      a5, 0(a4)
    c.j     next
apply_R_RISCV_SUB16:
    # R_RISCV_SUB16: V - S - A
    neg     a5, a5
apply_R_RISCV_ADD16:
    # R_RISCV_ADD16: V + S + A
    lhu     a3, 0(a4)
    c.add   a5, a3
    c.j     tail6
apply_R_RISCV_RVC_BRANCH:
    # R_RISCV_RVC_BRANCH: S + A - P
    c.sub   a5, a4
    slli    a3, a5, 55
    c.srai  a3, 56
    c.slli  a3, 1
    bne     a3, a5, overflow
    c.mv    t3, a4
    slli    a3, a5, 55
    c.srli  a3, 63
    c.slli  a3, 12
    slli    a4, a5, 59
    c.srli  a4, 62
    c.slli  a4, 10
    c.or    a3, a4
    slli    a4, a5, 56
    c.srli  a4, 62
    c.slli  a4, 5
    c.or    a3, a4
    slli    a4, a5, 61
    c.srli  a4, 59
    c.or    a3, a4
    c.slli  a5, 58
    c.srli  a5, 63
    c.slli  a5, 2
    c.mv    a4, t3
    c.or    a5, a3
    lhu     a3, 0(a4)
    c.lui   t1, 0xe
    addi    t1, t1, 899
    c.j     tail7
apply_R_RISCV_RVC_JUMP:
    # R_RISCV_RVC_JUMP: S + A - P
    c.sub   a5, a4
    slli    a3, a5, 52
    c.srai  a3, 53
    c.slli  a3, 1
    bne     a3, a5, overflow
    c.mv    t3, a4
    slli    a3, a5, 52
    c.srli  a3, 63
    c.slli  a3, 12
    slli    a4, a5, 59
    c.srli  a4, 63
    c.slli  a4, 11
    c.or    a3, a4
    slli    a4, a5, 54
    c.srli  a4, 62
    c.slli  a4, 9
    c.or    a3, a4
    slli    a4, a5, 53
    c.srli  a4, 63
    c.slli  a4, 8
    c.or    a3, a4
    slli    a4, a5, 57
    c.srli  a4, 63
    c.slli  a4, 7
    c.or    a3, a4
    slli    a4, a5, 56
    c.srli  a4, 63
    c.slli  a4, 6
    c.or    a3, a4
    slli    a4, a5, 60
    c.srli  a4, 58
    c.or    a3, a4
    c.slli  a5, 58
    c.srli  a5, 63
    c.slli  a5, 2
    c.mv    a4, t3
    c.or    a5, a3
    lhu     a3, 0(a4)
    c.lui   t1, 0xe
    c.addi  t1, 3
tail7:
    and     a3, a3, t1
    c.or    a5, a3
apply_R_RISCV_SET16:
    # R_RISCV_SET16: S + A
tail6:
    sh      a5, 0(a4)
    c.j     next
overflow:
    li      t6, 0x4f                        # a4: the place
stop:
    c.j     stop                            # failure code in t6
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00, 0x00, 0x40, 0x02
    .byte   0x34, 0x00, 0x00, 0x00, 0x00, 0x00, 0x10, 0x30, 0x00, 0x00, 0x40, 0x02, 0x12, 0x01, 0x00, 0x00
    .byte   0x00, 0x00, 0x20, 0x30, 0x00, 0x00, 0x40, 0x02, 0x12, 0x01, 0x00, 0x00, 0x00, 0x00, 0x30, 0x30
    .byte   0x00, 0x00, 0x40, 0x02, 0x12, 0x01, 0x00, 0x00, 0x00, 0x00, 0x40, 0x30, 0x00, 0x00, 0x40, 0x02
    .byte   0x42, 0x00, 0x00, 0x00, 0x00, 0x00, 0x50, 0x30, 0x00, 0x00, 0x40, 0x02, 0x92, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x60, 0x30, 0x00, 0x00, 0x40, 0x02, 0x16, 0x01, 0x00, 0x00, 0x00, 0x00, 0x70, 0x30
    .byte   0x00, 0x00, 0x40, 0x02, 0x16, 0x01, 0x00, 0x00, 0x00, 0x00, 0x80, 0x30, 0x00, 0x00, 0x40, 0x02
    .byte   0xc6, 0x00, 0x00, 0x00, 0x00, 0x00, 0x90, 0x30, 0x00, 0x00, 0x40, 0x02, 0xc6, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0xa0, 0x30, 0x00, 0x00, 0x40, 0x02, 0xe4, 0x00, 0x00, 0x00, 0x00, 0x00, 0xb0, 0x30
    .byte   0x00, 0x00, 0x40, 0x02, 0x74, 0x00, 0x00, 0x00, 0x00, 0x00, 0xc0, 0x30, 0x00, 0x00, 0x40, 0x02
    .byte   0xc8, 0x00, 0x00, 0x00, 0x00, 0x00, 0xd0, 0x30, 0x00, 0x00, 0x40, 0x02, 0xe6, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0xe0, 0x30, 0x00, 0x00, 0x40, 0x02, 0x76, 0x00, 0x00, 0x00, 0x00, 0x00, 0xf0, 0x30
    .byte   0x00, 0x00, 0x40, 0x02, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x00, 0x00, 0x40, 0x02
    .byte   0x76, 0x01, 0x00, 0x00, 0x00, 0x00, 0x10, 0x31, 0x00, 0x00, 0x40, 0x02, 0xf6, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x20, 0x31, 0x00, 0x00, 0x40, 0x02, 0x0e, 0x01, 0x00, 0x00, 0x00, 0x00, 0x30, 0x31
    .byte   0x00, 0x00, 0x40, 0x02, 0x48, 0x01, 0x00, 0x00, 0x00, 0x00, 0x40, 0x31, 0x00, 0x00, 0x40, 0x02
    .byte   0x72, 0x01, 0x00, 0x00, 0x00, 0x00, 0x50, 0x31, 0x00, 0x00, 0x40, 0x02, 0xf2, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x60, 0x31, 0x00, 0x00, 0x40, 0x02, 0x0a, 0x01, 0x00, 0x00, 0x00, 0x00, 0x70, 0x31
    .byte   0x00, 0x00, 0x40, 0x02, 0xfc, 0x00, 0x00, 0x00, 0x00, 0x00, 0x80, 0x31, 0x00, 0x00, 0x40, 0x02
    .byte   0x7e, 0x01, 0x00, 0x00, 0x00, 0x00, 0x90, 0x31, 0x00, 0x00, 0x40, 0x02, 0xc8, 0x01, 0x00, 0x00
    .byte   0x00, 0x00, 0xa0, 0x31, 0x00, 0x00, 0x40, 0x02, 0x54, 0x01, 0x00, 0x00, 0x00, 0x00, 0xb0, 0x31
    .byte   0x00, 0x00, 0x40, 0x02, 0x5e, 0x01, 0x00, 0x00, 0x00, 0x00, 0xc0, 0x31, 0x00, 0x00, 0x40, 0x02
    .byte   0x6c, 0x01, 0x00, 0x00, 0x00, 0x00, 0xd0, 0x31, 0x00, 0x00, 0x40, 0x02, 0x32, 0x02, 0x00, 0x00
    .byte   0x00, 0x00, 0xe0, 0x31, 0x00, 0x00, 0x40, 0x02, 0x06, 0x01, 0x00, 0x00, 0x00, 0x00, 0xf0, 0x31
    .byte   0x00, 0x00, 0x40, 0x02, 0xfc, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x32, 0x00, 0x00, 0x40, 0x02
    .byte   0xfc, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
