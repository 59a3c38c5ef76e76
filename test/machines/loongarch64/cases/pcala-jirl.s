# A medium call of older compilers: the page, then a jump by the low twelve bits.
 .globl purgatory_start
purgatory_start:
 pcalau12i $t0, %pc_hi20(f)
 jirl $ra, $t0, %pc_lo12(f)
1: b 1b
 .space 0x1234
 .globl f
f: ret
