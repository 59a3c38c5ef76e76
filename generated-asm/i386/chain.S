/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/i386.ts by npm run generate; do not edit. */
/* Format chain, for an example image with 4 words that move. */
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
    xor     %ecx, %ecx
    xchg    %ecx, 0x22(%ebx)                # first slot; zeroed, so a second entry finds nothing to do
next4:
    jecxz   done4
    lea     (%ebx,%ecx), %edi
    xor     %ecx, %ecx
    xchg    %cx, 2(%edi)                    # slot: target, offset of the next slot
    add     %ebx, (%edi)
    jmp     next4
done4:
    jmp     start+0x2000
table:
    .long   0x3000                          # first of 4 slots of 4 bytes
