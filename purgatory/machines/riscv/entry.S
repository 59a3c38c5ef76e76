/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * RISC-V entry, of both widths. On arrival: a0 = hart, satp = 0, interrupts
 * off. The next kernel gets a0 = hart and a1 = purgatory_argument (the device
 * tree), as the RISC-V boot protocol asks, with the stack in .bss.
 */
#if __riscv_xlen == 64
#define LOAD ld
#else
#define LOAD lw
#endif
	.text
	.globl	purgatory_start
	.type	purgatory_start, %function
	.balign	2
purgatory_start:
	mv	s0, a0
#if defined(__PIC__) || defined(__PIE__)
	lla	sp, purgatory_stack_end
	call	purgatory
	la	t0, purgatory_argument
	LOAD	a1, 0(t0)
	la	t0, purgatory_kernel_entry
	LOAD	t0, 0(t0)
#elif defined(__riscv_cmodel_medlow)
	lui	sp, %hi(purgatory_stack_end)
	addi	sp, sp, %lo(purgatory_stack_end)
	call	purgatory
	lui	t0, %hi(purgatory_argument)
	LOAD	a1, %lo(purgatory_argument)(t0)
	lui	t0, %hi(purgatory_kernel_entry)
	LOAD	t0, %lo(purgatory_kernel_entry)(t0)
#else
	lla	sp, purgatory_stack_end
	call	purgatory
	LOAD	a1, purgatory_argument
	LOAD	t0, purgatory_kernel_entry
#endif
	mv	a0, s0
	jr	t0
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
