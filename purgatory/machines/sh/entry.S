/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * SuperH entry. On arrival: privileged mode, interrupts blocked, addresses
 * that are not translated. The next kernel gets r4 = purgatory_argument.
 */
	.text
	.globl	purgatory_start
	.type	purgatory_start, @function
	.balign	4
purgatory_start:
#if defined(__PIC__) || defined(__PIE__)
	mova	got, r0
	mov.l	got, r12
	add	r0, r12
	mov.l	stack, r15
	add	r12, r15
	mov.l	check, r0
	bsrf	r0
	nop
after:
	mov.l	argument, r0
	mov.l	@(r0,r12), r1
	mov.l	@r1, r4
	mov.l	entry, r0
	mov.l	@(r0,r12), r1
#else
	mov.l	stack, r15
	mov.l	check, r0
	jsr	@r0
	nop
	mov.l	argument, r1
	mov.l	@r1, r4
	mov.l	entry, r1
#endif
	mov.l	@r1, r1
	jmp	@r1
	nop
	.balign	4
#if defined(__PIC__) || defined(__PIE__)
got:	.long	_GLOBAL_OFFSET_TABLE_
stack:	.long	purgatory_stack_end@GOTOFF
check:	.long	purgatory@PLT - (after - .)
argument:	.long	purgatory_argument@GOT
entry:	.long	purgatory_kernel_entry@GOT
#else
stack:	.long	purgatory_stack_end
check:	.long	purgatory
argument:	.long	purgatory_argument
entry:	.long	purgatory_kernel_entry
#endif
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
