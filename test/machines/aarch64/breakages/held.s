// A word with an addend of its own, which holds something else than zeros.
	.globl	purgatory_start, sink
	.text
purgatory_start:
	b	.
	.data
	.balign	8
sink:
	.reloc	., R_AARCH64_ABS64, purgatory_start
	.quad	0x1000
	.reloc	., R_AARCH64_PREL32, purgatory_start
	.word	0x20
