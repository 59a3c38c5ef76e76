/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Entry of the 68000 family, from the 68020 on. On arrival: supervisor mode,
 * memory at its own addresses, interrupts masked. The next kernel finds its
 * boot information behind itself; it gets %a0 = purgatory_argument.
 */
	.text
	.globl	purgatory_start
	.type	purgatory_start, @function
	.balign	4
purgatory_start:
#if defined(__PIC__) || defined(__PIE__)
	lea	(%pc, _GLOBAL_OFFSET_TABLE_@GOTPC), %a5
	lea	(%pc, purgatory_stack_end), %sp
	bsr.l	purgatory@PLTPC
	move.l	purgatory_argument@GOT.w(%a5), %a0
	move.l	(%a0), %a0
	move.l	purgatory_kernel_entry@GOT.w(%a5), %a1
	move.l	(%a1), %a1
#else
	lea	purgatory_stack_end, %sp
	jsr	purgatory
	move.l	purgatory_argument, %a0
	move.l	purgatory_kernel_entry, %a1
#endif
	jmp	(%a1)
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
