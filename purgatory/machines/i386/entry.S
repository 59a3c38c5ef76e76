/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * 32-bit x86 entry. On arrival: protected mode, flat segments, paging and
 * interrupts off. The next kernel gets %esi = purgatory_argument
 * (boot_params), %ebp = %edi = %ebx = 0 as the 32-bit boot protocol asks,
 * the other general registers zero, with the stack in .bss.
 */
	.text
	.globl	purgatory_start
	.type	purgatory_start, @function
	.balign	16
purgatory_start:
	cld
#if defined(__PIC__) || defined(__PIE__)
	/* The stack the previous kernel left takes one word for the address. */
	call	1f
1:	popl	%ebx
	leal	(purgatory_stack_end - 1b)(%ebx), %esp
	call	purgatory
	movl	(purgatory_argument - 1b)(%ebx), %esi
	movl	(purgatory_kernel_entry - 1b)(%ebx), %eax
#else
	movl	$purgatory_stack_end, %esp
	call	purgatory
	movl	purgatory_argument, %esi
	movl	purgatory_kernel_entry, %eax
#endif
	pushl	%eax
	xorl	%eax, %eax
	xorl	%ebx, %ebx
	xorl	%ecx, %ecx
	xorl	%edx, %edx
	xorl	%edi, %edi
	xorl	%ebp, %ebp
	ret
	.size	purgatory_start, . - purgatory_start

	.bss
	.balign	16
	.globl	purgatory_stack
	.type	purgatory_stack, @object
purgatory_stack:
	.skip	4096
	.size	purgatory_stack, . - purgatory_stack
	.hidden	purgatory_stack_end
	.globl	purgatory_stack_end
purgatory_stack_end:

	.section .note.GNU-stack, "", @progbits
