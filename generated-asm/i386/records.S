/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/i386.ts by npm run generate; do not edit. */
/* Format records, for an example image in which every rule occurs once; equal tails are shared. */
/* Preserved: %esp, the word at 0(%esp), %ebp. */
/* Clobbered: %eax, %ecx, %edx, %ebx, %esi, %edi, flags, the 4 bytes below %esp. */
/* Stack: 4 writable bytes below %esp, once, to learn the load base. */
/* Entered in: protected mode, flat segments, paging off, interrupts off. */
/* Failure: code in %eax, then a jump to itself; after an overflow %edi is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    call    here                            # the only way to learn where we are: four bytes below %esp
here:
    pop     %ebx
    sub     $5, %ebx                        # load base
    cld
    lea     0x88(%ebx), %esi
    mov     %ebx, 0x84(%ebx)                # the image's own slot of the symbol table
next:
    lodsl                                   # offset of the place; 0 ends the table
    test    %eax, %eax
    jz      done
    lea     (%ebx,%eax), %edi               # P
    lodsl                                   # offset of the symbol's slot, offset of the handler
    movzwl  %ax, %ecx
    mov     (%ebx,%ecx), %edx               # S
    shr     $0x10, %eax
    lea     (%ebx,%eax), %ecx
    lodsl                                   # A
    add     %edx, %eax                      # X = S + A
    jmp     *%ecx
done:
    jmp     start+0x2000
apply_R_386_PC32:
    # R_386_PC32: S + A - P; R_386_PLT32: L + A - P; R_386_GOTPC: GOT + A - P
    sub     %edi, %eax
    jmp     tail1
apply_R_386_GOTOFF:
    # R_386_GOTOFF: S + A - GOT
    lea     0x2800(%ebx), %ecx
    sub     %ecx, %eax
apply_R_386_32:
    # R_386_32: S + A; R_386_GOT32: G + A; R_386_RELATIVE: B + A; R_386_32PLT: L + A; R_386_SIZE32: Z + A; R_386_GOT32X: G + A
tail1:
    stosl
    jmp     next
apply_R_386_16:
    # R_386_16: S + A
    lea     0x8000(%eax), %ecx
    cmp     $0x18000, %ecx
    jae     overflow
    jmp     tail2
apply_R_386_PC16:
    # R_386_PC16: S + A - P
    sub     %edi, %eax
    movswl  %ax, %ecx
    cmp     %ecx, %eax
    jne     overflow
tail2:
    stosw
    jmp     next
apply_R_386_8:
    # R_386_8: S + A
    lea     0x80(%eax), %ecx
    cmp     $0x180, %ecx
    jae     overflow
    jmp     tail3
apply_R_386_PC8:
    # R_386_PC8: S + A - P
    sub     %edi, %eax
    movsbl  %al, %ecx
    cmp     %ecx, %eax
    jne     overflow
tail3:
    stosb
    jmp     next
overflow:
    mov     $0x4f, %eax                     # %edi: the place
stop:
    jmp     stop                            # failure code in %eax
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00, 0x00, 0x84, 0x00, 0x41, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x10, 0x30, 0x00, 0x00, 0x84, 0x00, 0x35, 0x00, 0x00, 0x00, 0x00, 0x00, 0x20, 0x30, 0x00, 0x00
    .byte   0x84, 0x00, 0x41, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x30, 0x00, 0x00, 0x84, 0x00, 0x35, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x40, 0x30, 0x00, 0x00, 0x84, 0x00, 0x41, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x50, 0x30, 0x00, 0x00, 0x84, 0x00, 0x39, 0x00, 0x00, 0x00, 0x00, 0x00, 0x60, 0x30, 0x00, 0x00
    .byte   0x84, 0x00, 0x35, 0x00, 0x00, 0x00, 0x00, 0x00, 0x70, 0x30, 0x00, 0x00, 0x84, 0x00, 0x41, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0x80, 0x30, 0x00, 0x00, 0x84, 0x00, 0x44, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0x90, 0x30, 0x00, 0x00, 0x84, 0x00, 0x54, 0x00, 0x00, 0x00, 0x00, 0x00, 0xa0, 0x30, 0x00, 0x00
    .byte   0x84, 0x00, 0x61, 0x00, 0x00, 0x00, 0x00, 0x00, 0xb0, 0x30, 0x00, 0x00, 0x84, 0x00, 0x71, 0x00
    .byte   0x00, 0x00, 0x00, 0x00, 0xc0, 0x30, 0x00, 0x00, 0x84, 0x00, 0x41, 0x00, 0x00, 0x00, 0x00, 0x00
    .byte   0xd0, 0x30, 0x00, 0x00, 0x84, 0x00, 0x41, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
