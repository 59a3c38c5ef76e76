/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/riscv.ts by npm run generate; do not edit. */
/* Format relr, for an example image with 4 words that move. */
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
    addi    t5, t0, 0x44
next:
    lw      a5, 0(t5)
    c.addi  t5, 4
    c.beqz  a5, done
    slli    t1, a5, 31                      # the bit that makes it odd becomes the highest, and comes down last
    c.srli  a5, 1
    c.add   a5, t1
    bltz    a5, bit                         # odd: a bit for each of the next 31 words
    c.slli  a5, 1                           # even: the offset of a slot
    add     a4, a5, t0
    c.li    a5, 3
bit:
    andi    t1, a5, 1
    c.srli  a5, 1
    c.beqz  a5, next
    beqz    t1, skip
    c.lw    a3, 0(a4)
    c.add   a3, t0
    c.sw    a3, 0(a4)
skip:
    c.addi  a4, 4
    c.j     bit
done:
    sw      zero, 0x44(t0)                  # a second entry finds an empty table
    jal     zero, entry
table:
    .byte   0x00, 0x00, 0x00, 0x30, 0x00, 0x00, 0x21, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
