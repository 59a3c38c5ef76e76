/* SPDX-License-Identifier: GPL-2.0-only */
/* An image with words that move, whose entry returns. */
	.text
	.globl	purgatory_start
purgatory_start:
	ret
	.data
	.byte	0
	.quad	purgatory_start, .data + 0x1234, far - 1
	.skip	5000
far:	.quad	far
