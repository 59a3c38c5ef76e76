# Differences of 16 bits, as the alternatives of kernel code have them.
	.globl	purgatory_start
	.text
purgatory_start:
	j	purgatory_start
before:	nop
after:
	.data
	.half	after - before
