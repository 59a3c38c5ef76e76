; SPDX-License-Identifier: GPL-2.0-only
; Before the blob: real mode, no interrupts. Behind it, with NEXT_KERNEL: says its text if the argument and a register that
; functions keep came through.

	.macro	say text
	ldil	L%\text, %r20
	ldo	R%\text(%r20), %r20
	ldil	L%UART, %r21
	ldo	R%UART(%r21), %r21
1:	ldb	0(%r20), %r22
	comib,=,n 0, %r22, 2f
	stb	%r22, 0(%r21)
	b	1b
	ldo	1(%r20), %r20
2:
	.endm

	.globl	_start
_start:
	.ifdef	NEXT_KERNEL
	ldil	L%ARGUMENT, %r1
	ldo	R%ARGUMENT(%r1), %r1
	comb,<>,n %r1, %r26, stay
	ldi	0x5a, %r1
	comb,<>,n %r1, %r18, stay
	say	text
stay:	b	stay
	nop
text:
	.else
	rsm	1, %r0
	say	entering
	ldi	0x5a, %r18
	ldil	L%BASE, %r1
	ldo	R%BASE(%r1), %r1
	bv	%r0(%r1)
	nop
entering:
	.asciz	"ENTERING\n"
	.endif
