@ Finds its data by r9, and sets it nowhere, as C compiled with -fpic -msingle-pic-base does: 5 becomes 6.
 .arm
 .globl purgatory_start, done, value
purgatory_start:
 ldr r1, 1f
 ldr r2, [r9, r1]
 add r2, r2, #1
 ldr r1, 2f
 ldr r1, [r9, r1]
 str r2, [r1]
done: b done
1: .word value(GOTOFF)
2: .word value(GOT)
 .data
 .balign 4
value: .word 5
 .space PAD
 .word value
