/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/x86_64.ts by npm run generate; do not edit. */
/* Format delta, for an example image with 4 words that move. */
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
    cld
    lea     0x33(%rbx), %rsi
    mov     %rbx, %rdi
next8:
    xor     %ecx, %ecx
more8:
    lodsb                                   # seven bits of the distance to the next slot, highest first
    shl     $7, %ecx
    mov     %eax, %edx
    and     $0x7f, %edx
    or      %edx, %ecx
    test    %al, %al
    js      more8
    jrcxz   done8
    add     %rcx, %rdi
    add     %rbx, (%rdi)
    jmp     next8
done8:
    movb    $0, 0x33(%rbx)                  # a second entry finds an empty table
    jmp     start+0x2000
table:
    .byte   0xe0, 0x00, 0x28, 0x28, 0x28, 0x00
