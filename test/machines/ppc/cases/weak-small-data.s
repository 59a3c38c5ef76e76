# A weak int that nobody defines, as gcc-12 -msdata=sysv takes its address.
	.globl purgatory_start
	.weak nobody
purgatory_start:
	addi 3, 13, nobody@sdarel
	blr
