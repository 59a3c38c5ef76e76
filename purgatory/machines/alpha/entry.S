/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Alpha entry. On arrival: kernel mode, memory maps itself, interrupts
 * disabled; $27 is the address of the first instruction, as for any function.
 * The next kernel gets $16 = purgatory_argument.
 */
	.set	noreorder
	.text
	.globl	purgatory_start
	.ent	purgatory_start
	.balign	16
purgatory_start:
	ldgp	$29, 0($27)
	.prologue 1
	ldq	$30, purgatory_stack_end($29)	!literal
	ldq	$27, purgatory($29)		!literal!1
	jsr	$26, ($27), purgatory		!lituse_jsr!1
	ldgp	$29, 0($26)
	ldq	$1, purgatory_argument($29)	!literal!2
	ldq	$16, 0($1)			!lituse_base!2
	ldq	$1, purgatory_kernel_entry($29)	!literal!3
	ldq	$27, 0($1)			!lituse_base!3
	jmp	$31, ($27)
	.end	purgatory_start
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
