# Code for POWER10, which has no TOC pointer, calls older code, and that calls code for POWER10.
	.abiversion 2
	.globl purgatory_start, finish, count
	.type purgatory_start, @function
purgatory_start:
	.localentry purgatory_start, 1
	bcl 20, 31, 1f
1:	mflr 1
	addis 1, 1, (stack + 256 - 1b)@ha
	addi 1, 1, (stack + 256 - 1b)@l
	li 2, 0
	bl old@notoc
	.reloc ., R_PPC64_REL24_NOTOC, old
	bl .
finish:	b .

# It counts, calls, and counts again, from its TOC pointer.
	.type old, @function
old:	addis 2, 12, .TOC. - old@ha
	addi 2, 2, .TOC. - old@l
	.localentry old, . - old
	mflr 0
	std 0, 16(1)
	stdu 1, -48(1)
	ld 9, counter@toc(2)
	lwz 10, 0(9)
	addi 10, 10, 1
	stw 10, 0(9)
	bl new
	nop
	ld 9, counter@toc(2)
	lwz 10, 0(9)
	addi 10, 10, 16
	stw 10, 0(9)
	addi 1, 1, 48
	ld 0, 16(1)
	mtlr 0
	blr

	.type new, @function
new:	.localentry new, 1
	li 2, 0
	li 12, 0
	blr

	.section .toc, "aw"
counter: .quad count
	.data
	.balign 8
count:	.long 0x500
	.balign 16
stack:	.space 512
