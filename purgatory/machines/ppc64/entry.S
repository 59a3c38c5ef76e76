/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * 64-bit PowerPC entry, for both ABIs and both byte orders. On arrival: real
 * mode, interrupts disabled, %r3 = number of this processor. The next kernel
 * gets %r3 = purgatory_argument, %r4 = its own address, %r5 = 0.
 *
 * What is here up to +0x100 is copied to where all other processors are sent,
 * at +0x60 of the copy; loaders put the next kernel's first instructions in
 * its place, except for the branch. The word at +0x5c says whether that
 * kernel is to run where it was loaded.
 */
	.text
	.globl	purgatory_start
	.balign	256
purgatory_start:
	b	.Lmaster
	.org	purgatory_start + 0x5c
	.globl	run_at_load
	.type	run_at_load, @object
run_at_load:
	.long	0
	.size	run_at_load, . - run_at_load
	.org	purgatory_start + 0x60
.Lslave:
	b	.Lslave
	.org	purgatory_start + 0x100
	.size	purgatory_start, . - purgatory_start

.Lmaster:
	bl	.Lhere
.Lhere:
	mflr	12
	addis	2, 12, .TOC. - .Lhere@ha
	addi	2, 2, .TOC. - .Lhere@l
	addis	1, 2, purgatory_stack_end@toc@ha
	addi	1, 1, purgatory_stack_end@toc@l
	li	0, 0
	stdu	0, -112(1)
#ifdef __PCREL__
	bl	purgatory@notoc
	/* It need not keep the TOC pointer. */
	bl	.Lback
.Lback:
	mflr	12
	addis	2, 12, .TOC. - .Lback@ha
	addi	2, 2, .TOC. - .Lback@l
#else
	bl	purgatory
	nop
#endif
	addis	3, 2, purgatory_argument@toc@ha
	ld	3, purgatory_argument@toc@l(3)
	addis	4, 2, purgatory_kernel_entry@toc@ha
	ld	4, purgatory_kernel_entry@toc@l(4)
	li	5, 0
	mtctr	4
	bctr

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
