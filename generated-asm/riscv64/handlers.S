/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/riscv.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
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

    # X = S + A; check: -2^31 <= X < 2^32
apply_R_RISCV_32:
    srai    a3, a5, 31
    c.addi  a3, 1
    c.li    t1, 2
    bltu    t1, a3, overflow
    c.sw    a5, 0(a4)
    c.j     next

    # X = S + A; check: none
apply_R_RISCV_64:
    c.sd    a5, 0(a4)
    c.j     next

    # X = B + A; check: none
apply_R_RISCV_RELATIVE:
    c.sd    a5, 0(a4)
    c.j     next

    # X = S; check: none
apply_R_RISCV_JUMP_SLOT:
    c.sd    a5, 0(a4)
    c.j     next

    # X = S + A - P; check: -2^12 <= X < 2^12 and X is a multiple of 2
apply_R_RISCV_BRANCH:
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
    c.or    a5, a3
    c.lw    a3, 0(a4)
    lui     t1, 0x1fff
    addi    t1, t1, 127
    and     a3, a3, t1
    c.or    a5, a3
    c.sw    a5, 0(a4)
    c.j     next

    # X = S + A - P; check: -2^20 <= X < 2^20 and X is a multiple of 2
apply_R_RISCV_JAL:
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
    c.lw    a3, 0(a4)
    c.slli  a3, 52
    c.srli  a3, 52
    c.or    a5, a3
    c.sw    a5, 0(a4)
    c.j     next

    # X = S + A - P; check: -2^31 - 2^11 <= X < 2^31 - 2^11
apply_R_RISCV_CALL:
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

    # X = S + A - P; check: -2^31 - 2^11 <= X < 2^31 - 2^11
apply_R_RISCV_CALL_PLT:
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

    # X = G + GOT + A - P; check: -2^31 - 2^11 <= X < 2^31 - 2^11
apply_R_RISCV_GOT_HI20:
    c.sub   a5, a4
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
    c.j     next

    # X = S + A - P; check: -2^31 - 2^11 <= X < 2^31 - 2^11
apply_R_RISCV_PCREL_HI20:
    c.sub   a5, a4
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
    c.j     next

    # X = H; check: none
apply_R_RISCV_PCREL_LO12_I:
    c.sub   a5, a4
    c.slli  a5, 20
    c.lw    a3, 0(a4)
    c.slli  a3, 44
    c.srli  a3, 44
    c.or    a5, a3
    c.sw    a5, 0(a4)
    c.j     next

    # X = H; check: none
apply_R_RISCV_PCREL_LO12_S:
    c.sub   a5, a4
    srli    a3, a5, 5
    c.slli  a3, 25
    c.slli  a5, 59
    c.srli  a5, 52
    c.or    a5, a3
    c.lw    a3, 0(a4)
    lui     t1, 0x1fff
    addi    t1, t1, 127
    and     a3, a3, t1
    c.or    a5, a3
    c.sw    a5, 0(a4)
    c.j     next

    # X = S + A; check: -2^31 - 2^11 <= X < 2^31 - 2^11
apply_R_RISCV_HI20:
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
    c.j     next

    # X = S + A; check: none
apply_R_RISCV_LO12_I:
    c.slli  a5, 20
    c.lw    a3, 0(a4)
    c.slli  a3, 44
    c.srli  a3, 44
    c.or    a5, a3
    c.sw    a5, 0(a4)
    c.j     next

    # X = S + A; check: none
apply_R_RISCV_LO12_S:
    srli    a3, a5, 5
    c.slli  a3, 25
    c.slli  a5, 59
    c.srli  a5, 52
    c.or    a5, a3
    c.lw    a3, 0(a4)
    lui     t1, 0x1fff
    addi    t1, t1, 127
    and     a3, a3, t1
    c.or    a5, a3
    c.sw    a5, 0(a4)
    c.j     next

    # X = V + S + A; check: none
apply_R_RISCV_ADD8:
    lbu     a3, 0(a4)
    c.add   a5, a3
    sb      a5, 0(a4)
    c.j     next

    # X = V + S + A; check: none
apply_R_RISCV_ADD16:
    lhu     a3, 0(a4)
    c.add   a5, a3
    sh      a5, 0(a4)
    c.j     next

    # X = V + S + A; check: none
apply_R_RISCV_ADD32:
    c.lw    a3, 0(a4)
    c.add   a5, a3
    c.sw    a5, 0(a4)
    c.j     next

    # X = V + S + A; check: none
apply_R_RISCV_ADD64:
    c.ld    a3, 0(a4)
    c.add   a5, a3
    c.sd    a5, 0(a4)
    c.j     next

    # X = V - S - A; check: none
apply_R_RISCV_SUB8:
    neg     a5, a5
    lbu     a3, 0(a4)
    c.add   a5, a3
    sb      a5, 0(a4)
    c.j     next

    # X = V - S - A; check: none
apply_R_RISCV_SUB16:
    neg     a5, a5
    lhu     a3, 0(a4)
    c.add   a5, a3
    sh      a5, 0(a4)
    c.j     next

    # X = V - S - A; check: none
apply_R_RISCV_SUB32:
    neg     a5, a5
    c.lw    a3, 0(a4)
    c.add   a5, a3
    c.sw    a5, 0(a4)
    c.j     next

    # X = V - S - A; check: none
apply_R_RISCV_SUB64:
    neg     a5, a5
    c.ld    a3, 0(a4)
    c.add   a5, a3
    c.sd    a5, 0(a4)
    c.j     next

    # X = G + GOT + A - P; check: -2^31 <= X < 2^31
apply_R_RISCV_GOT32_PCREL:
    c.sub   a5, a4
    sext.w  a3, a5
    bne     a3, a5, overflow
    c.sw    a5, 0(a4)
    c.j     next

    # X = S + A - P; check: -2^8 <= X < 2^8 and X is a multiple of 2
apply_R_RISCV_RVC_BRANCH:
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
    and     a3, a3, t1
    c.or    a5, a3
    sh      a5, 0(a4)
    c.j     next

    # X = S + A - P; check: -2^11 <= X < 2^11 and X is a multiple of 2
apply_R_RISCV_RVC_JUMP:
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
    and     a3, a3, t1
    c.or    a5, a3
    sh      a5, 0(a4)
    c.j     next

    # X = V - S - A; check: none
apply_R_RISCV_SUB6:
    neg     a5, a5
    lbu     a3, 0(a4)
    c.add   a5, a3
    c.slli  a5, 58
    c.srli  a5, 58
    lbu     a3, 0(a4)
    andi    a3, a3, 192
    c.or    a5, a3
    sb      a5, 0(a4)
    c.j     next

    # X = S + A; check: none
apply_R_RISCV_SET6:
    c.slli  a5, 58
    c.srli  a5, 58
    lbu     a3, 0(a4)
    andi    a3, a3, 192
    c.or    a5, a3
    sb      a5, 0(a4)
    c.j     next

    # X = S + A; check: none
apply_R_RISCV_SET8:
    sb      a5, 0(a4)
    c.j     next

    # X = S + A; check: none
apply_R_RISCV_SET16:
    sh      a5, 0(a4)
    c.j     next

    # X = S + A; check: none
apply_R_RISCV_SET32:
    c.sw    a5, 0(a4)
    c.j     next

    # X = S + A - P; check: -2^31 <= X < 2^31
apply_R_RISCV_32_PCREL:
    c.sub   a5, a4
    sext.w  a3, a5
    bne     a3, a5, overflow
    c.sw    a5, 0(a4)
    c.j     next

    # X = S + A - P; check: -2^31 <= X < 2^31
apply_R_RISCV_PLT32:
    c.sub   a5, a4
    sext.w  a3, a5
    bne     a3, a5, overflow
    c.sw    a5, 0(a4)
    c.j     next

next:
    c.j     next
overflow:
    c.j     overflow
