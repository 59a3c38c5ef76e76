/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * PA-RISC entry. On arrival: real mode, interrupts disabled. The next kernel
 * gets %r26 = purgatory_argument. The stack grows upwards, and callees store
 * below its top: a frame is there before the first call.
 */
	.text
	.globl	purgatory_start
	.type	purgatory_start, @function
	.align	16
purgatory_start:
	ldil	LR'$global$, %r27
	ldo	RR'$global$(%r27), %r27
	ldil	LR'purgatory_stack, %r30
	ldo	RR'purgatory_stack+64(%r30), %r30
#ifdef LONG_CALLS
	ldil	LR'purgatory, %r1
	be,l	RR'purgatory(%sr4, %r1), %sr0, %r31
	copy	%r31, %r2
#else
	b,l	purgatory, %r2
	nop
#endif
	ldil	LR'purgatory_argument, %r1
	ldw	RR'purgatory_argument(%r1), %r26
	ldil	LR'purgatory_kernel_entry, %r1
	ldw	RR'purgatory_kernel_entry(%r1), %r1
	bv	%r0(%r1)
	nop
	.size	purgatory_start, . - purgatory_start

	.bss
	.align	64
	.globl	purgatory_stack
	.type	purgatory_stack, @object
purgatory_stack:
	.skip	4096
	.size	purgatory_stack, . - purgatory_stack

	.section .note.GNU-stack, "", @progbits
