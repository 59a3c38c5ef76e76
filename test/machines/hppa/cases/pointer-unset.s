; Counts from %r27, and sets it nowhere, as C compiled without -fpic does: 5 becomes 6.
 .text
 .align 16
 .globl purgatory_start
 .globl done
 .globl value
purgatory_start:
 addil LR'value-$global$, %r27
 ldw RR'value-$global$(%r1), %r20
 ldo 1(%r20), %r20
 addil LR'value-$global$, %r27
 stw %r20, RR'value-$global$(%r1)
done: b done
 nop
 .data
 .align 8
value: .word 5
 .space PAD
 .word value
