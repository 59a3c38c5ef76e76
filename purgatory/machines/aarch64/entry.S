/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * arm64 entry. On arrival: MMU off, interrupts masked. The next kernel gets
 * x0 = purgatory_argument (the device tree) and x1, x2, x3 = 0, as
 * the arm64 boot protocol asks, with the stack in .bss.
 */
	.text
	.globl	purgatory_start
	.type	purgatory_start, %function
	.balign	16
purgatory_start:
#if defined(__PIC__) || defined(__PIE__)
	adrp	x16, purgatory_stack_end
	add	x16, x16, #:lo12:purgatory_stack_end
	mov	sp, x16
	bl	purgatory
	adrp	x16, :got:purgatory_argument
	ldr	x16, [x16, #:got_lo12:purgatory_argument]
	ldr	x0, [x16]
	adrp	x16, :got:purgatory_kernel_entry
	ldr	x16, [x16, #:got_lo12:purgatory_kernel_entry]
	ldr	x16, [x16]
#elif defined(__AARCH64_CMODEL_LARGE__)
	ldr	x16, =purgatory_stack_end
	mov	sp, x16
	ldr	x16, =purgatory
	blr	x16
	ldr	x16, =purgatory_argument
	ldr	x0, [x16]
	ldr	x16, =purgatory_kernel_entry
	ldr	x16, [x16]
#elif defined(__AARCH64_CMODEL_TINY__)
	adr	x16, purgatory_stack_end
	mov	sp, x16
	bl	purgatory
	ldr	x0, purgatory_argument
	ldr	x16, purgatory_kernel_entry
#else
	adrp	x16, purgatory_stack_end
	add	x16, x16, #:lo12:purgatory_stack_end
	mov	sp, x16
	bl	purgatory
	adrp	x16, purgatory_argument
	ldr	x0, [x16, #:lo12:purgatory_argument]
	adrp	x16, purgatory_kernel_entry
	ldr	x16, [x16, #:lo12:purgatory_kernel_entry]
#endif
	mov	x1, xzr
	mov	x2, xzr
	mov	x3, xzr
	br	x16
	.ltorg
	.size	purgatory_start, . - purgatory_start

	.bss
	.balign	16
	.globl	purgatory_stack
	.type	purgatory_stack, %object
purgatory_stack:
	.skip	4096
	.size	purgatory_stack, . - purgatory_stack
	.hidden	purgatory_stack_end
	.globl	purgatory_stack_end
purgatory_stack_end:

	.section .note.GNU-stack, "", %progbits
