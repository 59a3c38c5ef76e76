@ SPDX-License-Identifier: GPL-2.0-only
@ Before the blob: supervisor mode, MMU and data cache off, unaligned accesses trapped, no interrupts. Behind it, with
@ NEXT_KERNEL: says its text if machine number and argument came through.
	.equ	MACHINE, 0x5a
	.equ	UART, 0x09000000

	.macro	say text
	adr	r3, \text
	ldr	r4, =UART
1:	ldrb	r5, [r3], #1
	cmp	r5, #0
	strne	r5, [r4]
	bne	1b
	.endm

	.arm
	.globl	_start
_start:
	.ifdef	NEXT_KERNEL
	@ As a kernel is entered: r0 = 0, r1 = the machine's number, r2 = the device tree.
	ldr	r3, =ARGUMENT
	cmp	r0, #0
	cmpeq	r1, #MACHINE
	cmpeq	r2, r3
	bne	stay
	say	text
stay:	wfi
	b	stay
	.ltorg
text:
	.else
	msr	cpsr_c, #0xd3
	mrc	p15, 0, r0, c1, c0, 0
	bic	r0, r0, #0x1000
	bic	r0, r0, #0x0005
	orr	r0, r0, #0x0002
	mcr	p15, 0, r0, c1, c0, 0
	mov	r0, #0
	mcr	p15, 0, r0, c7, c5, 0
	mcr	p15, 0, r0, c7, c5, 6
	dsb
	isb
	say	entering
	mov	r1, #MACHINE
	ldr	r3, =BASE
	bx	r3
	.ltorg
entering:
	.asciz	"ENTERING\n"
	.endif
