! SPDX-License-Identifier: GPL-2.0-only
! Before the blob: privileged mode, total store order, no interrupts, memory that is mapped one to one. Behind it, with
! NEXT_KERNEL: says its text if the argument came through.
	.equ	UART, 0x1fe020003f8

	.macro	say text
1:	rd	%pc, %g1
	add	%g1, \text - 1b, %g1
	setx	UART, %g2, %g3
2:	ldub	[%g1], %g2
	brz,pn	%g2, 3f
	nop
	stb	%g2, [%g3]
	ba,pt	%xcc, 2b
	inc	%g1
3:
	.endm

	! A locked page of 4 MiB that is mapped one to one, for data and instructions: %g2 has its address, %g3 the rest.
	.macro	map
	mov	0x30, %g4
	stxa	%g2, [%g4] 0x58
	or	%g2, %g3, %g5
	stxa	%g5, [%g0] 0x5c
	stxa	%g2, [%g4] 0x50
	stxa	%g5, [%g0] 0x54
	.endm

	.globl	_start
	.ifdef	NEXT_KERNEL
_start:
	setx	ARGUMENT, %g1, %g2
	cmp	%o4, %g2
	bne,pn	%xcc, stay
	nop
	say	text
stay:	ba,pt	%xcc, stay
	nop
text:
	.else
	! Where the processor starts, without any mapping.
	.org	0x20
_start:
	wrpr	%g0, 0, %tl
	wrpr	%g0, 0x04, %pstate
	wrpr	%g0, 15, %pil
	wrpr	%g0, 0, %cwp
	wrpr	%g0, 6, %cansave
	wrpr	%g0, 0, %canrestore
	wrpr	%g0, 0, %otherwin
	wrpr	%g0, 7, %cleanwin
	! Valid, 4 MiB, locked, cacheable, privileged, writable; the UART's page has a side effect instead.
	setx	0xe000000000000066, %g1, %g3
	setx	0x1fff0000000, %g1, %g2
	map
	clr	%g2
	set	0x400000, %g6
	mov	20, %g7
1:	map
	deccc	%g7
	bne	1b
	add	%g2, %g6, %g2
	setx	0xe00000000000004e, %g1, %g3
	setx	0x1fe02000000, %g1, %g2
	map
	! Translation of data and of instructions, with both caches.
	mov	0xf, %g1
	stxa	%g1, [%g0] 0x45
	flush	%g0
	say	entering
	setx	BASE, %g1, %g2
	jmp	%g2
	nop
entering:
	.asciz	"ENTERING\n"
	.endif
