# SPDX-License-Identifier: GPL-2.0-only
# Before the blob: the mode that its window asks for, no address translation, no interrupts. Behind it, with NEXT_KERNEL:
# says its text if hart and argument came through.
	.equ	HART, 0x5a
	.equ	UART, 0x10000000

	.macro	say text
	lla	t0, \text
	li	t1, UART
1:	lbu	t2, 0(t0)
	beqz	t2, 2f
	sb	t2, 0(t1)
	addi	t0, t0, 1
	j	1b
2:
	.endm

	.globl	_start
_start:
	.ifdef	NEXT_KERNEL
	li	t0, HART
	bne	a0, t0, stay
	li	t0, ARGUMENT
	bne	a1, t0, stay
	say	text
stay:	wfi
	j	stay
text:
	.else
	csrw	mie, zero
	csrci	mstatus, 8
	.ifdef	SUPERVISOR
	# All of memory for supervisor mode.
	li	t0, -1
	csrw	pmpaddr0, t0
	li	t0, 0x1f
	csrw	pmpcfg0, t0
	li	t0, 0x1800
	csrc	mstatus, t0
	li	t0, 0x0800
	csrs	mstatus, t0
	lla	t0, supervisor
	csrw	mepc, t0
	mret
supervisor:
	csrw	sie, zero
	csrci	sstatus, 2
	csrw	satp, zero
	.endif
	say	entering
	fence.i
	li	a0, HART
	li	t0, BASE
	jr	t0
entering:
	.asciz	"ENTERING\n"
	.endif
