@ Reaches data by chains of instructions that build up distances eight bits at a time; r0 comes to be 0x1234.
 .syntax unified
 .arm
 .globl purgatory_start, done
 .type purgatory_start, %function
purgatory_start:
 add r1, pc, #:pc_g0_nc:(far - 8)
 add r1, r1, #:pc_g1_nc:(far - 4)
 ldr r0, [r1, #:pc_g2:(far)]
 add r1, pc, #:pc_g0_nc:(further - 8)
 add r1, r1, #:pc_g1_nc:(further - 4)
 ldrh r2, [r1, #:pc_g2:(further)]
 add r0, r0, r2
 ldr r2, [pc, #:pc_g0:(near - 8)]
 add r0, r0, r2
 add r1, pc, #:pc_g0:(near + 4 - 8)
 ldrb r2, [r1]
 add r0, r0, r2
 add r1, pc, #:pc_g0_nc:(before - 8)
 str r0, [r1, #:pc_g1:(before - 4)]
done: b done
near: .word 0x30
 .byte 4
 .section .text.before, "awx"
 .balign 4
 .globl before
before: .word 0
 .data
 .space 0x123344
far: .word 0x1000
 .space 0x5430
further: .hword 0x200
