/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/riscv.ts by npm run generate; do not edit. */
/* Format delta, for an example image with 4 words that move. */
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
    addi    t5, t0, 50
    c.mv    a4, t0
next8:
    c.li    a5, 0
more8:
    lb      t1, 0(t5)                       # seven bits of the distance to the next slot, highest first
    c.addi  t5, 1
    andi    t2, t1, 0x7f
    c.slli  a5, 7
    c.add   a5, t2
    bltz    t1, more8
    c.beqz  a5, done8
    c.add   a4, a5
    c.ld    a5, 0(a4)
    c.add   a5, t0
    c.sd    a5, 0(a4)
    c.j     next8
done8:
    sb      zero, 0x32(t0)                  # a second entry finds an empty table
    jal     zero, entry
table:
    .byte   0xe0, 0x00, 0x28, 0x28, 0x28, 0x00
