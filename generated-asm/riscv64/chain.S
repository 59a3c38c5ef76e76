/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/riscv.ts by npm run generate; do not edit. */
/* Format chain, for an example image with 4 words that move. */
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
    lw      a3, 0x20(t0)                    # first slot
    sw      zero, 0x20(t0)                  # a second entry finds nothing to do
next8:
    c.beqz  a3, done8
    add     a4, a3, t0
    c.lw    a5, 0(a4)                       # target
    c.lw    a3, 4(a4)                       # offset of the next slot
    c.add   a5, t0
    c.sd    a5, 0(a4)
    c.j     next8
done8:
    jal     zero, entry
table:
    .word   0x3000                          # first of 4 slots of 8 bytes
