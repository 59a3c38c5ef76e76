/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * s390x entry. On arrival: 64-bit addresses, no translation, interrupts
 * disabled, called like a function, and twice: with %r2 = 0 it returns the
 * verdict in %r2 (0: all is well), with anything else it goes on to the next
 * kernel, which gets %r2 = purgatory_argument.
 */
	.text
	.globl	purgatory_start
	.type	purgatory_start, %function
	.balign	16
purgatory_start:
	larl	%r1, purgatory_stack_end
	aghi	%r1, -240
	stmg	%r6, %r15, 160(%r1)
	lgr	%r15, %r1
	ltgr	%r2, %r2
	jne	.Lboot
	brasl	%r14, purgatory_verify
	lmg	%r6, %r15, 160(%r15)
	br	%r14
.Lboot:
	brasl	%r14, purgatory
#if defined(__PIC__) || defined(__PIE__)
	lgrl	%r1, purgatory_argument@GOT
	lg	%r2, 0(%r1)
	lgrl	%r1, purgatory_kernel_entry@GOT
	lg	%r1, 0(%r1)
#else
	lgrl	%r2, purgatory_argument
	lgrl	%r1, purgatory_kernel_entry
#endif
	br	%r1
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
