# What -fno-pic makes of a variable; linked with -pie, GNU ld leaves the halves of its address to whoever loads it.
	.globl purgatory_start, variable
purgatory_start:
	lis 9,variable@ha
	lwz 10,variable@l(9)
	b .
	.data
	.long variable
variable:
	.long 7
