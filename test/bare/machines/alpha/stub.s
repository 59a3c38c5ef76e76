# SPDX-License-Identifier: GPL-2.0-only
# Before the blob: kernel mode under the OSF/1 PALcode, no interrupts, in the region that maps itself. Behind it, with
# NEXT_KERNEL: says its text if the argument and a register that functions keep came through.
	.set	noreorder
	.set	noat
	.arch	ev6
	.equ	KEPT, 0x5a

	# What stands behind `bsr $2` here: to the UART at 0x801fc0003f8, whose bit 43 is bit 40 of addresses of the region.
	.macro	say
	lda	$3, -1($31)
	sll	$3, 2, $3
	addq	$3, 1, $3
	sll	$3, 40, $3
	ldah	$4, 0x1fc0($31)
	sll	$4, 4, $4
	addq	$3, $4, $3
	lda	$3, 0x3f8($3)
1:	ldbu	$4, 0($2)
	beq	$4, 2f
	stb	$4, 0($3)
	addq	$2, 1, $2
	br	$31, 1b
2:
	.endm

	.globl	_start
	.align	3
_start:
	.ifdef	NEXT_KERNEL
	br	$2, 1f
	.long	ARGUMENT
1:	ldl	$3, 0($2)
	cmpeq	$16, $3, $3
	beq	$3, stay
	cmpeq	$14, KEPT, $3
	beq	$3, stay
	br	$31, told
found:	say
stay:	br	$31, stay
told:	br	$2, found
text:
	.else
	lda	$16, 7($31)
	call_pal 0x35
	br	$31, told
found:	say
	lda	$14, KEPT($31)
	call_pal 0x86
	br	$2, 1f
	.long	(BASE) & 0xffffffff, (BASE) >> 32
1:	ldl	$27, 0($2)
	zapnot	$27, 15, $27
	ldl	$2, 4($2)
	sll	$2, 32, $2
	bis	$27, $2, $27
	jmp	$31, ($27)
told:	br	$2, found
entering:
	.asciz	"ENTERING\n"
	.endif
