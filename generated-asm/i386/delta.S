/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/i386.ts by npm run generate; do not edit. */
/* Format delta, for an example image with 4 words that move. */
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
    lea     0x31(%ebx), %esi
    mov     %ebx, %edi
next4:
    xor     %ecx, %ecx
more4:
    lodsb                                   # seven bits of the distance to the next slot, highest first
    shl     $7, %ecx
    mov     %eax, %edx
    and     $0x7f, %edx
    or      %edx, %ecx
    test    %al, %al
    js      more4
    jecxz   done4
    add     %ecx, %edi
    add     %ebx, (%edi)
    jmp     next4
done4:
    movb    $0, 0x31(%ebx)                  # a second entry finds an empty table
    jmp     start+0x2000
table:
    .byte   0xe0, 0x00, 0x14, 0x14, 0x14, 0x00
