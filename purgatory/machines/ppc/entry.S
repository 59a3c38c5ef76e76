/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * 32-bit PowerPC entry. On arrival: translation off or one to one,
 * interrupts disabled. The next kernel gets r3 = purgatory_argument (the
 * device tree), r4 = its own entry and r5 = 0 (no Open Firmware).
 *
 * What is here up to +0x100 is copied to where all other processors are sent,
 * at +0x60 of the copy; loaders put the next kernel's first instructions in
 * its place, except for the branch.
 */
	.text
	.globl	purgatory_start
	.balign	16
purgatory_start:
	b	.Lmaster
	.org	purgatory_start + 0x60
.Lslave:
	b	.Lslave
	.org	purgatory_start + 0x100
	.size	purgatory_start, . - purgatory_start

.Lmaster:
#if defined(__PIC__) || defined(__PIE__)
	bl	0f
0:	mflr	30
	addis	1, 30, (purgatory_stack_end - 16 - 0b)@ha
	addi	1, 1, (purgatory_stack_end - 16 - 0b)@l
	addis	30, 30, (_GLOBAL_OFFSET_TABLE_ - 0b)@ha
	addi	30, 30, (_GLOBAL_OFFSET_TABLE_ - 0b)@l
	bl	purgatory@plt
	lwz	9, purgatory_argument@got(30)
	lwz	3, 0(9)
	lwz	9, purgatory_kernel_entry@got(30)
	lwz	4, 0(9)
#else
	lis	1, (purgatory_stack_end - 16)@h
	ori	1, 1, (purgatory_stack_end - 16)@l
	bl	purgatory
	lis	9, purgatory_argument@ha
	lwz	3, purgatory_argument@l(9)
	lis	9, purgatory_kernel_entry@ha
	lwz	4, purgatory_kernel_entry@l(9)
#endif
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
