/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * 64-bit x86 entry. On arrival: long mode, interrupts off, identity-mapped.
 * The next kernel gets %rsi = purgatory_argument (boot_params) and every
 * other general register zero, with the stack in .bss.
 */
	.text
	.globl	purgatory_start
	.type	purgatory_start, @function
	.balign	16
purgatory_start:
	cld
#if defined(__PIC__) || defined(__PIE__)
	leaq	purgatory_stack_end(%rip), %rsp
	call	purgatory@PLT
	movq	purgatory_argument(%rip), %rsi
	movq	purgatory_kernel_entry(%rip), %rax
#elif defined(__code_model_large__)
	movabsq	$purgatory_stack_end, %rsp
	movabsq	$purgatory, %rax
	call	*%rax
	movabsq	$purgatory_argument, %rax
	movq	(%rax), %rsi
	movabsq	$purgatory_kernel_entry, %rax
	movq	(%rax), %rax
#else
	movq	$purgatory_stack_end, %rsp
	call	purgatory
	movq	purgatory_argument, %rsi
	movq	purgatory_kernel_entry, %rax
#endif
	pushq	%rax
	xorl	%eax, %eax
	xorl	%ebx, %ebx
	xorl	%ecx, %ecx
	xorl	%edx, %edx
	xorl	%edi, %edi
	xorl	%ebp, %ebp
	xorl	%r8d, %r8d
	xorl	%r9d, %r9d
	xorl	%r10d, %r10d
	xorl	%r11d, %r11d
	xorl	%r12d, %r12d
	xorl	%r13d, %r13d
	xorl	%r14d, %r14d
	xorl	%r15d, %r15d
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
