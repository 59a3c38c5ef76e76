! SPDX-License-Identifier: GPL-2.0-only
! Before the blob: privileged mode, interrupts blocked, addresses of P1 or P2. Behind it, with NEXT_KERNEL: says its text if the argument and a
! register that functions keep came through.
	.equ	KEPT, 0x5a

	.macro	say text
	mova	\text, r0
	mov.l	uart, r1
1:	mov.b	@r0+, r2
	tst	r2, r2
	bt	2f
	mov.b	r2, @r1
	bra	1b
	nop
2:
	.endm

	.globl	_start
	.align	2
_start:
	.ifdef	NEXT_KERNEL
	mov.l	argument, r0
	cmp/eq	r0, r4
	bf	stay
	mov	#KEPT, r0
	cmp/eq	r0, r8
	bf	stay
	say	text
stay:	bra	stay
	nop
	.align	2
argument:
	.long	ARGUMENT
uart:	.long	UART
text:
	.else
	mov.l	status, r0
	ldc	r0, sr
	say	entering
	mov	#KEPT, r8
	mov.l	base, r0
	jmp	@r0
	nop
	.align	2
	! MD, BL, and all levels of interrupts masked.
status:	.long	0x500000f0
base:	.long	BASE
uart:	.long	UART
entering:
	.asciz	"ENTERING\n"
	.endif
