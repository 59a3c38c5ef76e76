/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * 64-bit SPARC entry. On arrival: privileged, interrupts disabled. The next
 * kernel gets %o4 = purgatory_argument, where Linux looks for the firmware's
 * client interface. gcc is told not to use register windows (-mflat): nobody
 * may be there to spill one.
 */
#if defined(__PIC__) || defined(__PIE__)
	.macro	address symbol, to
1:	rd	%pc, \to
	ldsw	[\to + 16], %g1
	ba,pt	%xcc, 2f
	add	\to, %g1, \to
	.word	\symbol - 1b
2:
	.endm
#else
	.macro	address symbol, to
	sethi	%hh(\symbol), %g1
	or	%g1, %hm(\symbol), %g1
	sllx	%g1, 32, %g1
	sethi	%lm(\symbol), \to
	or	\to, %lo(\symbol), \to
	or	\to, %g1, \to
	.endm
#endif

	.text
	.globl	purgatory_start
	.type	purgatory_start, @function
	.balign	8
purgatory_start:
	address	purgatory_stack_end, %g5
	/* A frame, and the bias of all stack pointers. */
	call	purgatory
	add	%g5, -192 - 2047, %sp
	address	purgatory_argument, %g5
	ldx	[%g5], %o4
	address	purgatory_kernel_entry, %g5
	ldx	[%g5], %g5
	mov	0, %o0
	mov	0, %o1
	mov	0, %o2
	jmp	%g5
	mov	0, %o3
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
