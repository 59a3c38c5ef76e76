# A pointer in data.
	.globl	purgatory_start
	.text
purgatory_start:
	j	purgatory_start
	.data
	.dword	purgatory_start
