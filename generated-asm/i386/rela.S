/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/i386.ts by npm run generate; do not edit. */
/* Format rela, for an example image with 4 words that move. */
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
    lea     0x21(%ebx), %esi
next:
    lodsl                                   # r_offset; 0 ends the table
    test    %eax, %eax
    jz      done
    lea     (%ebx,%eax), %edi
    lodsl                                   # r_info, always R_386_RELATIVE
    lodsl                                   # r_addend
    add     %ebx, %eax
    stosl
    jmp     next
done:
    jmp     start+0x2000
table:
    .byte   0x00, 0x30, 0x00, 0x00, 0x08, 0x00, 0x00, 0x00, 0x00, 0x20, 0x00, 0x00, 0x14, 0x30, 0x00, 0x00
    .byte   0x08, 0x00, 0x00, 0x00, 0x10, 0x20, 0x00, 0x00, 0x28, 0x30, 0x00, 0x00, 0x08, 0x00, 0x00, 0x00
    .byte   0x20, 0x20, 0x00, 0x00, 0x3c, 0x30, 0x00, 0x00, 0x08, 0x00, 0x00, 0x00, 0x30, 0x20, 0x00, 0x00
    .byte   0x00, 0x00, 0x00, 0x00
