# Entries of a jump table as -fPIC makes them: distances from $gp to labels that are local.
 .option pic2
 .globl purgatory_start
purgatory_start:
 lw $2,%got(table)($28)
 jr $31
 nop
first: nop
second: nop
 .section .data.rel,"aw"
table:
 .gpword first
 .gpword second
