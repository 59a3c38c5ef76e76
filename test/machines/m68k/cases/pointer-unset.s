| Finds its GOT by %a5, and sets it nowhere, as C compiled with -msep-data does: 5 becomes 6.
 .globl purgatory_start, done, value
purgatory_start:
 move.l #value@GOT, %d0
 move.l (%a5,%d0.l), %a0
 addq.l #1, (%a0)
done: bra done
 .data
 .balign 4
value: .long 5
 .space PAD
 .long value
