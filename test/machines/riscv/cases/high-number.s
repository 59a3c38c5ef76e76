# The address of a device above 2 GiB, in a word of 32 bits, beside one of the image.
	.text
	.globl	purgatory_start
purgatory_start:
	j	purgatory_start
	.data
	.globl	numbers
numbers:
	.word	device
	.word	device + 0x7000
	.word	purgatory_start
	.globl	device
	.set	device, 0xfe200000
