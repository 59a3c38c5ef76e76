# SPDX-License-Identifier: GPL-2.0-only
# Before the blob: the most privileged level, no interrupts, memory through a window (MAPPED) or without translation.
# Behind it, with NEXT_KERNEL: says its text if all three arguments came through.
	.equ	FLAG, 0x5a
	.equ	COMMAND, 0x5b

	.macro	say text
	la.local $t0, \text
	li.d	$t1, UART
1:	ld.bu	$t2, $t0, 0
	beqz	$t2, 2f
	st.b	$t2, $t1, 0
	addi.d	$t0, $t0, 1
	b	1b
2:
	.endm

	.globl	_start
_start:
	.ifdef	NEXT_KERNEL
	li.d	$t0, FLAG
	bne	$a0, $t0, stay
	li.d	$t0, COMMAND
	bne	$a1, $t0, stay
	li.d	$t0, ARGUMENT
	bne	$a2, $t0, stay
	say	text
stay:	idle	0
	b	stay
text:
	.else
	.ifdef	MAPPED
	# Windows for the upper bits 0x8 (devices), 0x9 (memory) and, until the jump, 0x0.
	li.d	$t0, 0x8000000000000001
	csrwr	$t0, 0x180
	li.d	$t0, 0x9000000000000011
	csrwr	$t0, 0x181
	li.d	$t0, 0x0000000000000011
	csrwr	$t0, 0x182
	# Level 0, no interrupts, mapped addresses.
	li.d	$t0, 0xb0
	csrwr	$t0, 0x0
	la.local $t0, upper
	li.d	$t1, 0x9000000000000000
	or	$t0, $t0, $t1
	jr	$t0
upper:	csrwr	$zero, 0x182
	.else
	# Level 0, no interrupts, direct addresses.
	li.d	$t0, 0x08
	csrwr	$t0, 0x0
	.endif
	say	entering
	ibar	0
	li.d	$a0, FLAG
	li.d	$a1, COMMAND
	li.d	$t0, BASE
	jr	$t0
entering:
	.asciz	"ENTERING\n"
	.endif
