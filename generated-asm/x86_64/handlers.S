/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/x86_64.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
/* Preserved: %rsp, the word at 0(%rsp), %rbp, %r8 to %r15. */
/* Clobbered: %rax, %rcx, %rdx, %rbx, %rsi, %rdi, flags. */
/* Stack: none is used. */
/* Entered in: long mode, memory mapped at its own addresses, interrupts off. */
/* Failure: code in %rax, then a jump to itself; after an overflow %rdi is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:

    # X = S + A; check: none
apply_R_X86_64_64:
    stosq
    jmp     next

    # X = S + A - P; check: -2^31 <= X < 2^31
apply_R_X86_64_PC32:
    sub     %rdi, %rax
    movslq  %eax, %rcx
    cmp     %rcx, %rax
    jne     overflow
    stosl
    jmp     next

    # X = G + A; check: -2^31 <= X < 2^31
apply_R_X86_64_GOT32:
    movslq  %eax, %rcx
    cmp     %rcx, %rax
    jne     overflow
    stosl
    jmp     next

    # X = L + A - P; check: -2^31 <= X < 2^31
apply_R_X86_64_PLT32:
    sub     %rdi, %rax
    movslq  %eax, %rcx
    cmp     %rcx, %rax
    jne     overflow
    stosl
    jmp     next

    # X = S; check: none
apply_R_X86_64_GLOB_DAT:
    stosq
    jmp     next

    # X = S; check: none
apply_R_X86_64_JUMP_SLOT:
    stosq
    jmp     next

    # X = B + A; check: none
apply_R_X86_64_RELATIVE:
    stosq
    jmp     next

    # X = G + GOT + A - P; check: -2^31 <= X < 2^31
apply_R_X86_64_GOTPCREL:
    sub     %rdi, %rax
    movslq  %eax, %rcx
    cmp     %rcx, %rax
    jne     overflow
    stosl
    jmp     next

    # X = S + A; check: 0 <= X < 2^32
apply_R_X86_64_32:
    mov     %eax, %ecx
    cmp     %rcx, %rax
    jne     overflow
    stosl
    jmp     next

    # X = S + A; check: -2^31 <= X < 2^31
apply_R_X86_64_32S:
    movslq  %eax, %rcx
    cmp     %rcx, %rax
    jne     overflow
    stosl
    jmp     next

    # X = S + A; check: -2^15 <= X < 2^16
apply_R_X86_64_16:
    lea     0x8000(%rax), %rcx
    cmp     $0x18000, %rcx
    jae     overflow
    stosw
    jmp     next

    # X = S + A - P; check: -2^15 <= X < 2^15
apply_R_X86_64_PC16:
    sub     %rdi, %rax
    movswq  %ax, %rcx
    cmp     %rcx, %rax
    jne     overflow
    stosw
    jmp     next

    # X = S + A; check: -2^7 <= X < 2^8
apply_R_X86_64_8:
    lea     0x80(%rax), %rcx
    cmp     $0x180, %rcx
    jae     overflow
    stosb
    jmp     next

    # X = S + A - P; check: -2^7 <= X < 2^7
apply_R_X86_64_PC8:
    sub     %rdi, %rax
    movsbq  %al, %rcx
    cmp     %rcx, %rax
    jne     overflow
    stosb
    jmp     next

    # X = S + A - P; check: none
apply_R_X86_64_PC64:
    sub     %rdi, %rax
    stosq
    jmp     next

    # X = S + A - GOT; check: none
apply_R_X86_64_GOTOFF64:
    lea     0x2800(%rbx), %rcx
    sub     %rcx, %rax
    stosq
    jmp     next

    # X = GOT + A - P; check: -2^31 <= X < 2^31
apply_R_X86_64_GOTPC32:
    sub     %rdi, %rax
    movslq  %eax, %rcx
    cmp     %rcx, %rax
    jne     overflow
    stosl
    jmp     next

    # X = G + A; check: none
apply_R_X86_64_GOT64:
    stosq
    jmp     next

    # X = G + GOT + A - P; check: none
apply_R_X86_64_GOTPCREL64:
    sub     %rdi, %rax
    stosq
    jmp     next

    # X = GOT + A - P; check: none
apply_R_X86_64_GOTPC64:
    sub     %rdi, %rax
    stosq
    jmp     next

    # X = G + A; check: none
apply_R_X86_64_GOTPLT64:
    stosq
    jmp     next

    # X = L + A - GOT; check: none
apply_R_X86_64_PLTOFF64:
    lea     0x2800(%rbx), %rcx
    sub     %rcx, %rax
    stosq
    jmp     next

    # X = Z + A; check: 0 <= X < 2^32
apply_R_X86_64_SIZE32:
    mov     %eax, %ecx
    cmp     %rcx, %rax
    jne     overflow
    stosl
    jmp     next

    # X = Z + A; check: none
apply_R_X86_64_SIZE64:
    stosq
    jmp     next

    # X = G + GOT + A - P; check: -2^31 <= X < 2^31
apply_R_X86_64_GOTPCRELX:
    sub     %rdi, %rax
    movslq  %eax, %rcx
    cmp     %rcx, %rax
    jne     overflow
    stosl
    jmp     next

    # X = G + GOT + A - P; check: -2^31 <= X < 2^31
apply_R_X86_64_REX_GOTPCRELX:
    sub     %rdi, %rax
    movslq  %eax, %rcx
    cmp     %rcx, %rax
    jne     overflow
    stosl
    jmp     next

    # X = G + GOT + A - P; check: -2^31 <= X < 2^31
apply_R_X86_64_CODE_4_GOTPCRELX:
    sub     %rdi, %rax
    movslq  %eax, %rcx
    cmp     %rcx, %rax
    jne     overflow
    stosl
    jmp     next

    # X = G + GOT + A - P; check: -2^31 <= X < 2^31
apply_R_X86_64_CODE_5_GOTPCRELX:
    sub     %rdi, %rax
    movslq  %eax, %rcx
    cmp     %rcx, %rax
    jne     overflow
    stosl
    jmp     next

    # X = G + GOT + A - P; check: -2^31 <= X < 2^31
apply_R_X86_64_CODE_6_GOTPCRELX:
    sub     %rdi, %rax
    movslq  %eax, %rcx
    cmp     %rcx, %rax
    jne     overflow
    stosl
    jmp     next

next:
    jmp     next
overflow:
    jmp     overflow
