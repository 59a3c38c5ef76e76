/* SPDX-License-Identifier: GPL-2.0-only */
/* An image with words that move, whose entry returns. */
	.text
	.globl	purgatory_start
purgatory_start:
	ret
	.data
	.balign	8
	.quad	purgatory_start, .data + 0x1234, far - 1
	.skip	4992
far:	.quad	far
