/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * LoongArch entry. On arrival: the most privileged level, memory through a
 * direct-mapped window, interrupts disabled. The next kernel gets a0 (booted
 * by EFI) and a1 (command line) as they came, and a2 = purgatory_argument
 * (the system table).
 */
	.text
	.globl	purgatory_start
	.type	purgatory_start, @function
	.balign	16
purgatory_start:
	move	$s0, $a0
	move	$s1, $a1
	la.pcrel $sp, purgatory_stack_end
	bl	purgatory
#if defined(__PIC__) || defined(__PIE__)
	la.got	$t0, purgatory_argument
	ld.d	$a2, $t0, 0
	la.got	$t0, purgatory_kernel_entry
	ld.d	$t0, $t0, 0
#else
	pcalau12i $t0, %pc_hi20(purgatory_argument)
	ld.d	$a2, $t0, %pc_lo12(purgatory_argument)
	pcalau12i $t0, %pc_hi20(purgatory_kernel_entry)
	ld.d	$t0, $t0, %pc_lo12(purgatory_kernel_entry)
#endif
	move	$a0, $s0
	move	$a1, $s1
	jr	$t0
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
