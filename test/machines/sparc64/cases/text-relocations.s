# What -mcmodel=medlow makes of a variable; linked with -pie, GNU ld leaves the parts of its address to whoever loads it.
	.globl purgatory_start, variable
purgatory_start:
	sethi %hi(variable), %g1
	ld [%g1 + %lo(variable)], %g2
1:	ba 1b
	nop
	.data
	.xword variable
variable:
	.xword 7
