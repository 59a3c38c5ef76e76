# A test of a weak symbol which nobody defines, and calls behind it.
	.weak	hook
	.globl	purgatory_start
purgatory_start:
	pcalau12i $a0, %pc_hi20(hook)
	addi.d	$a0, $a0, %pc_lo12(hook)
	beqz	$a0, 1f
	bl	hook
	b	hook
	beqz	$a0, hook
	bne	$a0, $a1, hook
	call36	hook
1:	b	1b
