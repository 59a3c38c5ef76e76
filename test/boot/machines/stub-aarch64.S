/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a bootloader must do: let EL1 use the SIMD registers, as purgatories
 * built with them expect, and enter the blob at BASE. With TWICE the blob
 * returns and is entered again, and a mark goes to the serial line.
 */
	.text
	.globl	_start
_start:
	mov	x0, #(3 << 20)
	msr	cpacr_el1, x0
	isb
	ldr	x20, =BASE
	blr	x20
#ifdef TWICE
	blr	x20
	mov	x0, #0x9000000
	mov	w1, #'2'
	str	w1, [x0]
#endif
1:	wfi
	b	1b
	.ltorg
