# A small COMMON symbol is reached from $gp, beside one that is larger than what that reaches. ld -r marks the small one.
 .set noreorder
 .globl purgatory_start
purgatory_start:
 lui $gp,%hi(_gp)
 addiu $gp,$gp,%lo(_gp)
 lw $4,%gp_rel(small)($gp)
1: b 1b
 nop
 .comm large,0x20000,8
 .comm small,4,4
 .data
 .word small, large
