/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/riscv.ts by npm run generate; do not edit. */
/* Format rela, for an example image with 4 words that move. */
/* Preserved: a0 (hart), a1 (device tree), a2 (entry), ra, sp, gp, tp, s0 to s11, a6, a7, t4. */
/* Clobbered: a3 to a5, t0 to t3, t5, t6. */
/* Stack: none is used. */
/* Entered in: supervisor or machine mode of an RV32GC hart, no address translation, interrupts disabled. */
/* When the purgatory is entered: gp is the purgatory's own to set: code that a linker has relaxed counts from __global_pointer$ in it. */
/* Failure: code in t6, then a jump to itself; after an overflow a4 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    .set    entry, start+0x2000
    auipc   t0, 0                           # load base
    addi    a3, t0, 0x1c
next:
    c.lw    a4, 0(a3)                       # r_offset; 0 ends the table; r_info is always R_RISCV_RELATIVE
    c.lw    a5, 8(a3)                       # r_addend
    c.addi  a3, 12
    c.beqz  a4, done
    c.add   a4, t0
    c.add   a5, t0
    c.sw    a5, 0(a4)
    c.j     next
done:
    jal     zero, entry
table:
    .byte   0x00, 0x30, 0x00, 0x00, 0x03, 0x00, 0x00, 0x00, 0x00, 0x20, 0x00, 0x00, 0x14, 0x30, 0x00, 0x00
    .byte   0x03, 0x00, 0x00, 0x00, 0x10, 0x20, 0x00, 0x00, 0x28, 0x30, 0x00, 0x00, 0x03, 0x00, 0x00, 0x00
    .byte   0x20, 0x20, 0x00, 0x00, 0x3c, 0x30, 0x00, 0x00, 0x03, 0x00, 0x00, 0x00, 0x30, 0x20, 0x00, 0x00
    .byte   0x00, 0x00, 0x00, 0x00
