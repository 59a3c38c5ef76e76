# Calls and a jump from Thumb code to a function that nobody defines: none of them may change the state.
 .syntax unified
 .arch armv7-a
 .weak hook
 .type hook,%function
 .globl purgatory_start
 .thumb
 .thumb_func
purgatory_start:
 blx hook
 bl hook
 nop
 bl hook
 blx hook
 b.w hook
1: b 1b
