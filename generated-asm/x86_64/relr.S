/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/x86_64.ts by npm run generate; do not edit. */
/* Format relr, for an example image with 4 words that move. */
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
    lea     0x4c(%rbx), %rsi
next:
    lodsq
    test    %rax, %rax
    jz      done
    test    $1, %al
    jnz     bitmap
    lea     (%rbx,%rax), %rdi               # even: the offset of a slot
    add     %rbx, (%rdi)
    add     $8, %rdi
    jmp     next
bitmap:                                 # odd: a bit for each of the next 63 words
    mov     %rdi, %rdx
bit:
    shr     %rax
    jz      window
    test    $1, %al
    jz      skip
    add     %rbx, (%rdx)
skip:
    add     $8, %rdx
    jmp     bit
window:
    add     $0x1f8, %rdi
    jmp     next
done:
    andq    $0, 0x4c(%rbx)                  # a second entry finds an empty table
    jmp     start+0x2000
table:
    .byte   0x00, 0x30, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x21, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
