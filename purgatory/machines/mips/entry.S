/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * MIPS entry, o32 and n64. On arrival: kernel mode, interrupts disabled, t9
 * is the address of the first instruction, as for any function of PIC. The
 * next kernel gets a0 = purgatory_argument.
 */
#if defined(__mips64)
#define LOAD ld
#define ADDRESS dla
#define SUBTRACT daddiu
#else
#define LOAD lw
#define ADDRESS la
#define SUBTRACT addiu
#endif
#if defined(__mips_abicalls) && !defined(__PIC__) && !defined(__PIE__)
	.option	pic0
#endif
	.text
	.globl	purgatory_start
	.type	purgatory_start, @function
	.ent	purgatory_start
	.balign	16
purgatory_start:
	.set	reorder
#if defined(__PIC__) || defined(__PIE__)
#if defined(__mips64)
	.cpsetup $25, $16, purgatory_start
#else
	.set	noreorder
	.cpload	$25
	.set	reorder
#endif
#endif
	ADDRESS	$29, purgatory_stack_end
	SUBTRACT $29, $29, -64
#if defined(__PIC__) || defined(__PIE__)
	ADDRESS	$25, purgatory
	move	$17, $28
	jalr	$25
	move	$28, $17
#else
	jal	purgatory
#endif
	ADDRESS	$2, purgatory_argument
	LOAD	$4, 0($2)
	ADDRESS	$2, purgatory_kernel_entry
	LOAD	$25, 0($2)
	jr	$25
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
