# A call between two functions of one object, as assemblers write it since binutils 2.31.
	.globl	purgatory_start, verify
	.text
purgatory_start:
	call	verify
	jmp	.
verify:
	ret
