# SPDX-License-Identifier: GPL-2.0-only
# Before the blob: supervisor mode, no interrupts, translation one to one (BOOKE, which has no other) or off. Behind it,
# with NEXT_KERNEL: says its text if the arguments and a register that functions keep came through.
	.equ	KEPT, 0x5a

	.macro	address register value
	lis	\register, ((\value) >> 16) & 0xffff
	ori	\register, \register, (\value) & 0xffff
	.endm

	.macro	say text
	bl	1f
1:	mflr	20
	addi	20, 20, \text - 1b - 1
	address	22, UART
2:	lbzu	21, 1(20)
	cmpwi	21, 0
	beq	3f
	stb	21, 0(22)
	b	2b
3:
	.endm

	.globl	_start
	.ifdef	NEXT_KERNEL
_start:
	address	9, ARGUMENT
	cmpw	3, 9
	bne	stay
	address	9, NEXT_KERNEL
	cmpw	4, 9
	bne	stay
	cmpwi	5, 0
	bne	stay
	cmpwi	31, KEPT
	bne	stay
	say	text
stay:	b	stay
text:
	.else
	.ifdef	BOOKE
	# Entries of the second TLB, through MAS0 to MAS3: 256 MiB of memory, and 1 MiB of devices, not cached and guarded.
	.macro	map entry address size attributes
	address	9, 0x10000000 + (\entry << 16)
	mtspr	624, 9
	address	9, 0xc0000000 + (\size << 8)
	mtspr	625, 9
	address	9, \address + \attributes
	mtspr	626, 9
	address	9, \address + 0x15
	mtspr	627, 9
	isync
	# tlbwe
	.long	0x7c0007a4
	isync
	.endm
_start:
	wrteei	0
	map	1, 0x10000000, 9, 0
	map	2, 0xe0000000, 5, 0xa
	.else
	# Where the processor starts.
	.org	0x100
_start:
	li	9, 0x1000
	mtmsr	9
	isync
	.endif
	say	entering
	li	31, KEPT
	address	9, BASE
	mtctr	9
	bctr
entering:
	.asciz	"ENTERING\n"
	.endif
