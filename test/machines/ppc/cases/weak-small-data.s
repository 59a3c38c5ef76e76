# A weak int that nobody defines, as gcc-12 -msdata=sysv takes its address, and a symbol at an address far from it.
	.globl purgatory_start
	.weak nobody
	.set far, 0x70000000
purgatory_start:
	addi 3, 13, nobody@sdarel
	addi 4, 13, 0
	.reloc .-2, R_PPC_SDAREL16, far
	blr
