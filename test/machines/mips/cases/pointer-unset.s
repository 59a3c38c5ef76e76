# Counts from $gp, and sets it nowhere, as C compiled with -mno-abicalls and small data does: 5 becomes 6.
 .set noreorder
 .globl purgatory_start, done, value
 .ent purgatory_start
purgatory_start:
 lw $4,%gp_rel(value)($gp)
 addiu $4,$4,1
 sw $4,%gp_rel(value)($gp)
done: b done
 nop
 .end purgatory_start
 .section .sdata,"aw"
 .balign 8
value: .word 5
 .data
 .balign 8
 .space PAD
 .ifdef WIDE
 .dword value
 .else
 .word value
 .endif
