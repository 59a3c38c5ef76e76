# A call to a function that has a global entry point, which counts its TOC pointer from r12, and a local one.
	.abiversion 2
	.globl	purgatory_start, setup
	.text
purgatory_start:
	bl	setup
	b	.
	.section .text.setup, "ax", @progbits
	.type	setup, @function
setup:
0:	addis	2, 12, .TOC. - 0b@ha
	addi	2, 2, .TOC. - 0b@l
	.localentry setup, . - setup
	blr
