# A test of a weak symbol which nobody defines, by the shortest form.
	.weak	hook
	.globl	purgatory_start
purgatory_start:
	pcaddi	$a0, %pcrel_20(hook)
	beqz	$a0, purgatory_start
	b	hook
