# All four parts of an address, of which the second lowest is checked where it stands alone.
	.globl purgatory_start
purgatory_start:
	sethi %uhi(target), %g1
	or %g1, %ulo(target), %g1
	sllx %g1, 32, %g1
	sethi %hi(target), %g2
	or %g2, %lo(target), %g2
	or %g1, %g2, %g1
1:	ba 1b
	nop
	.data
	.globl target
target:	.xword 0
