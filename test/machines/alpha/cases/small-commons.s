# A small COMMON symbol is reached from $29, beside zeros that are larger than what that reaches.
 .set noat
 .globl purgatory_start
 .ent purgatory_start
purgatory_start:
 ldgp $29,0($27)
 lda $1,small($29) !gprel
1: br $31,1b
 .end purgatory_start
 .comm small,4,4
 .bss
 .space 0x20000
