! Branches to a weak function that nobody defines.
	.text
	.globl purgatory_start
	.weak hook
purgatory_start:
	call hook
	nop
	call hook + 16
	nop
	ba hook
	nop
	ba,pt %xcc, hook
	nop
	brz,pt %o0, hook
	nop
	cwbe %o0, %o1, hook
	retl
	nop
