! Finds its data by r12, and sets it nowhere, as C compiled with -mfdpic does: 5 becomes 6.
 .globl purgatory_start, done, value
purgatory_start:
 mov.l 1f, r1
 add r12, r1
 mov.l @r1, r2
 add #1, r2
 mov.l 2f, r1
 add r12, r1
 mov.l @r1, r1
 mov.l r2, @r1
done: bra done
 nop
 .balign 4
1: .long value@GOTOFF
2: .long value@GOT
 .data
 .balign 4
value: .long 5
 .space PAD
 .long value
