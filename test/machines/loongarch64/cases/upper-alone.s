# The upper part of an address without the bits above it.
	.globl	purgatory_start
purgatory_start:
	lu12i.w	$a0, %abs_hi20(data)
	ori	$a0, $a0, %abs_lo12(data)
	b	purgatory_start
	.data
data:	.dword	1
