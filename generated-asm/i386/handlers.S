/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/i386.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
/* Preserved: %esp, the word at 0(%esp), %ebp. */
/* Clobbered: %eax, %ecx, %edx, %ebx, %esi, %edi, flags, the 4 bytes below %esp. */
/* Stack: 4 writable bytes below %esp, once, to learn the load base. */
/* Entered in: protected mode, flat segments, paging off, interrupts off. */
/* Failure: code in %eax, then a jump to itself; after an overflow %edi is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:

    # X = S + A; check: none
apply_R_386_32:
    stosl
    jmp     next

    # X = S + A - P; check: none
apply_R_386_PC32:
    sub     %edi, %eax
    stosl
    jmp     next

    # X = G + A; check: none
apply_R_386_GOT32:
    stosl
    jmp     next

    # X = G + GOT + A; check: none
apply_R_386_GOT32_NO_BASE:
    stosl
    jmp     next

    # X = L + A - P; check: none
apply_R_386_PLT32:
    sub     %edi, %eax
    stosl
    jmp     next

    # X = S; check: none
apply_R_386_GLOB_DAT:
    stosl
    jmp     next

    # X = S; check: none
apply_R_386_JUMP_SLOT:
    stosl
    jmp     next

    # X = B + A; check: none
apply_R_386_RELATIVE:
    stosl
    jmp     next

    # X = S + A - GOT; check: none
apply_R_386_GOTOFF:
    lea     0x2800(%ebx), %ecx
    sub     %ecx, %eax
    stosl
    jmp     next

    # X = GOT + A - P; check: none
apply_R_386_GOTPC:
    sub     %edi, %eax
    stosl
    jmp     next

    # X = L + A; check: none
apply_R_386_32PLT:
    stosl
    jmp     next

    # X = S + A; check: -2^15 <= X < 2^16
apply_R_386_16:
    lea     0x8000(%eax), %ecx
    cmp     $0x18000, %ecx
    jae     overflow
    stosw
    jmp     next

    # X = S + A - P; check: -2^15 <= X < 2^15
apply_R_386_PC16:
    sub     %edi, %eax
    movswl  %ax, %ecx
    cmp     %ecx, %eax
    jne     overflow
    stosw
    jmp     next

    # X = S + A; check: -2^7 <= X < 2^8
apply_R_386_8:
    lea     0x80(%eax), %ecx
    cmp     $0x180, %ecx
    jae     overflow
    stosb
    jmp     next

    # X = S + A - P; check: -2^7 <= X < 2^7
apply_R_386_PC8:
    sub     %edi, %eax
    movsbl  %al, %ecx
    cmp     %ecx, %eax
    jne     overflow
    stosb
    jmp     next

    # X = Z + A; check: none
apply_R_386_SIZE32:
    stosl
    jmp     next

    # X = G + A; check: none
apply_R_386_GOT32X:
    stosl
    jmp     next

    # X = G + GOT + A; check: none
apply_R_386_GOT32X_NO_BASE:
    stosl
    jmp     next

next:
    jmp     next
overflow:
    jmp     overflow
