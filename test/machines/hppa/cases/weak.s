# Branches to a weak function that nobody defines.
	.level 2.0
	.text
	.globl purgatory_start
	.weak hook
purgatory_start:
	b,l hook, %r2
	nop
	.level 1.1
	b,l hook, %r2
	nop
	b,l hook+8, %r2
	nop
	comb,= %r1, %r2, hook
	nop
	bv %r0(%r2)
	nop
