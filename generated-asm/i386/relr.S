/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/i386.ts by npm run generate; do not edit. */
/* Format relr, for an example image with 4 words that move. */
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
    lea     0x3f(%ebx), %esi
next:
    lodsl
    test    %eax, %eax
    jz      done
    test    $1, %al
    jnz     bitmap
    lea     (%ebx,%eax), %edi               # even: the offset of a slot
    add     %ebx, (%edi)
    add     $4, %edi
    jmp     next
bitmap:                                 # odd: a bit for each of the next 31 words
    mov     %edi, %edx
bit:
    shr     %eax
    jz      window
    test    $1, %al
    jz      skip
    add     %ebx, (%edx)
skip:
    add     $4, %edx
    jmp     bit
window:
    add     $0x7c, %edi
    jmp     next
done:
    andl    $0, 0x3f(%ebx)                  # a second entry finds an empty table
    jmp     start+0x2000
table:
    .byte   0x00, 0x30, 0x00, 0x00, 0x21, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
