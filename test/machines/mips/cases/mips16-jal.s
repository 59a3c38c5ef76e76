# MIPS code calls a MIPS16 function and keeps its address: both must say which instruction set it is of.
 .set noreorder
 .globl purgatory_start
purgatory_start:
 jal f
 nop
1: b 1b
 nop
 .set mips16
 .globl f
 .ent f
f: jr $31
 nop
 .end f
 .set nomips16
 .data
 .word f
