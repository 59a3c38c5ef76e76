/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * 32-bit Arm entry, in Arm or in Thumb state. On arrival: MMU off, interrupts
 * masked. The next kernel gets r0 = 0, r1 as it came in (the machine's number)
 * and r2 = purgatory_argument (the device tree), as the boot protocol asks,
 * with the stack in .bss.
 */
	.syntax	unified
	.text
	.globl	purgatory_start
	.type	purgatory_start, %function
	.balign	16
#ifdef __thumb__
	.thumb
#else
	.arm
#endif
purgatory_start:
	mov	r8, r1
#if defined(__PIC__) || defined(__PIE__)
	ldr	r4, .Lstack
.Ladd:	add	r4, pc
	mov	sp, r4
	bl	purgatory
	ldr	r4, .Lgot
.Lbase:	add	r4, pc
	ldr	r2, .Largument
	ldr	r2, [r4, r2]
	ldr	r2, [r2]
	ldr	r3, .Lkernel
	ldr	r3, [r4, r3]
	ldr	r3, [r3]
#elif defined(__ARM_ARCH_7A__)
	movw	r4, #:lower16:purgatory_stack_end
	movt	r4, #:upper16:purgatory_stack_end
	mov	sp, r4
	bl	purgatory
	movw	r4, #:lower16:purgatory_argument
	movt	r4, #:upper16:purgatory_argument
	ldr	r2, [r4]
	movw	r4, #:lower16:purgatory_kernel_entry
	movt	r4, #:upper16:purgatory_kernel_entry
	ldr	r3, [r4]
#else
	ldr	r4, =purgatory_stack_end
	mov	sp, r4
	bl	purgatory
	ldr	r4, =purgatory_argument
	ldr	r2, [r4]
	ldr	r4, =purgatory_kernel_entry
	ldr	r3, [r4]
#endif
	mov	r0, #0
	mov	r1, r8
	bx	r3
	.ltorg
#if defined(__PIC__) || defined(__PIE__)
#ifdef __thumb__
#define BIAS 4
#else
#define BIAS 8
#endif
	.balign	4
.Lstack:	.word	purgatory_stack_end - (.Ladd + BIAS)
.Lgot:		.word	_GLOBAL_OFFSET_TABLE_ - (.Lbase + BIAS)
.Largument:	.word	purgatory_argument(GOT)
.Lkernel:	.word	purgatory_kernel_entry(GOT)
#endif
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
