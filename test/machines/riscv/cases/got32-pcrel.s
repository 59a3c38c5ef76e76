# A word with the distance from itself to a GOT slot. GNU as does not know R_RISCV_GOT32_PCREL: the test changes the type.
	.globl	purgatory_start
purgatory_start: nop
	.data
	.balign	8
	.globl	obj
obj:	.8byte	0
w:	.4byte	0
	.reloc	w, R_RISCV_32_PCREL, obj
