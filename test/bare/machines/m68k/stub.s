| SPDX-License-Identifier: GPL-2.0-only
| Before the blob: supervisor mode, no interrupts, both caches flushed. Behind it, with NEXT_KERNEL: says its text if the
| argument and a register that functions keep came through.
	.equ	KEPT, 0x5a
	.equ	UART, 0xff008000

	.macro	say text
	lea	(\text,%pc), %a2
	lea	UART, %a3
	clr.l	%d0
1:	move.b	(%a2)+, %d0
	beq	2f
	move.l	%d0, (%a3)
	bra	1b
2:
	.endm

	.globl	_start
_start:
	.ifdef	NEXT_KERNEL
	cmp.l	#ARGUMENT, %a0
	bne	stay
	cmp.l	#KEPT, %d7
	bne	stay
	say	text
stay:	bra	stay
text:
	.else
	move.w	#0x2700, %sr
	say	entering
	move.l	#KEPT, %d7
	cpusha	%bc
	jmp	BASE
entering:
	.asciz	"ENTERING\n"
	.endif
