# A table of jumps as gcc makes it with -mcmodel=medlow; gcc -mno-explicit-relocs reaches it without lui.
	.option norelax
	.text
	.globl	purgatory_start
purgatory_start:
	la	a4, table
	slli	a0, a0, 2
	add	a4, a4, a0
	lw	a5, 0(a4)
	jr	a5
one:
	j	one
two:
	j	two
	.section .rodata
	.balign	4
table:
	.word	one
	.word	two
