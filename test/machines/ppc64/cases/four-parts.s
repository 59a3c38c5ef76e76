# All four parts of an address, of which older code has the second lowest by @h, which is checked where it stands alone.
	.globl purgatory_start
purgatory_start:
	lis 6,target@highest
	ori 6,6,target@higher
	sldi 6,6,32
	oris 6,6,target@h
	ori 6,6,target@l
	lis 7,(target+0x9000)@highesta
	addi 7,7,(target+0x9000)@highera
	sldi 7,7,32
	addis 7,7,(target+0x9000)@ha
	addi 7,7,(target+0x9000)@l
	b .
	.data
	.globl target
target:	.quad 0
