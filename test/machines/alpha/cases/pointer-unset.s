# Counts from $29, and sets it nowhere: 5 becomes 6.
 .set noat
 .globl purgatory_start, done, value
 .ent purgatory_start
purgatory_start:
 .prologue 0
 ldl $1,value($29) !gprel
 addl $1,1,$1
 ldq $2,value($29) !literal
 stl $1,0($2)
done: br $31,done
 .end purgatory_start
 .section .sdata,"aw"
 .balign 8
value: .long 5
 .data
 .balign 8
 .space PAD
 .quad value
