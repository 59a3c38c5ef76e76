# SPDX-License-Identifier: GPL-2.0-only
# Before the blob: 64-bit real mode in the blob's byte order (LITTLE), no interrupts. Behind it, with NEXT_KERNEL: says its
# text if the arguments and a register that functions keep came through.
	.equ	KEPT, 0x5a

	.macro	address register value
	lis	\register, ((\value) >> 48) & 0xffff
	ori	\register, \register, ((\value) >> 32) & 0xffff
	sldi	\register, \register, 32
	oris	\register, \register, ((\value) >> 16) & 0xffff
	ori	\register, \register, (\value) & 0xffff
	.endm

	# By a call of the hypervisor for each character.
	.macro	say text
	bl	1f
1:	mflr	20
	addi	20, 20, \text - 1b - 1
2:	lbzu	21, 1(20)
	cmpwi	21, 0
	beq	3f
	li	3, 0x58
	li	4, 0
	li	5, 1
	sldi	6, 21, 56
	sc	1
	b	2b
3:
	.endm

	.globl	_start
	.ifdef	NEXT_KERNEL
_start:
	address	9, ARGUMENT
	cmpd	3, 9
	bne	stay
	address	9, NEXT_KERNEL
	cmpd	4, 9
	bne	stay
	cmpdi	5, 0
	bne	stay
	cmpdi	31, KEPT
	bne	stay
	say	text
stay:	b	stay
text:
	.else
	# Where the machine starts.
	.org	0x100
_start:
	.ifdef	LITTLE
	# In the other byte order: mfmsr 11; xori 11, 11, 1; bl and mflr 10; addi 10, 10, 20; mtsrr0 10; mtsrr1 11; rfid.
	.long	0xa600607d, 0x01006b69, 0x05009f42, 0xa602487d, 0x14004a39, 0xa6035a7d, 0xa6037b7d, 0x2400004c
	.endif
	say	entering
	li	31, KEPT
	address	4, BASE
	li	3, 0
	mtctr	4
	bctr
entering:
	.asciz	"ENTERING\n"
	.endif
