/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/x86_64.ts by npm run generate; do not edit. */
/* Format chain, for an example image with 4 words that move. */
/* Preserved: %rsp, the word at 0(%rsp), %rbp, %r8 to %r15. */
/* Clobbered: %rax, %rcx, %rdx, %rbx, %rsi, %rdi, flags. */
/* Stack: none is used. */
/* Entered in: long mode, memory mapped at its own addresses, interrupts off. */
/* Failure: code in %rax, then a jump to itself; after an overflow %rdi is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    lea     start(%rip), %rbx               # load base
    xor     %ecx, %ecx
    xchg    %ecx, 0x21(%rbx)                # first slot; zeroed, so a second entry finds nothing to do
next8:
    jrcxz   done8
    lea     (%rbx,%rcx), %rdi
    xor     %ecx, %ecx
    xchg    %ecx, 4(%rdi)                   # slot: target, offset of the next slot
    add     %rbx, (%rdi)
    jmp     next8
done8:
    jmp     start+0x2000
table:
    .long   0x3000                          # first of 4 slots of 8 bytes
