# SPDX-License-Identifier: GPL-2.0-only
# Before the blob: kernel mode, no interrupts, 64-bit addresses where there are such (WIDE), KSEG0 cached. Behind it, with
# NEXT_KERNEL: says its text if the argument came through.
	.option	pic0
	.set	noreorder

	.macro	load register value
	.ifdef	WIDE
	dla	\register, \value
	.else
	la	\register, \value
	.endif
	.endm

	.macro	say text
	load	$8, \text
	load	$9, UART
1:	lbu	$10, 0($8)
	beqz	$10, 2f
	nop
	sb	$10, 0($9)
	.ifdef	WIDE
	daddiu	$8, $8, 1
	.else
	addiu	$8, $8, 1
	.endif
	b	1b
	nop
2:
	.endm

	.globl	_start
_start:
	.ifdef	NEXT_KERNEL
	load	$8, ARGUMENT
	bne	$4, $8, stay
	nop
	say	text
stay:	b	stay
	nop
text:
	.else
	# Status: no interrupts, kernel mode, neither exception nor error level; KX, SX and UX where there are such.
	.ifdef	WIDE
	li	$8, 0xe0
	.else
	li	$8, 0
	.endif
	mtc0	$8, $12
	# Config: KSEG0 is cached, write back.
	mfc0	$8, $16
	srl	$8, $8, 3
	sll	$8, $8, 3
	ori	$8, $8, 3
	mtc0	$8, $16
	ehb
	say	entering
	load	$8, BASE
	jr.hb	$8
	nop
entering:
	.asciz	"ENTERING\n"
	.endif
