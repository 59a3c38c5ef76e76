# What -mcpu=power10 makes of an access to a symbol that may be elsewhere, with and without a mark that joins it.
	.machine power10
	.abiversion 2
	.text
	.globl purgatory_start
purgatory_start:
	.localentry purgatory_start,1
	pld 9,debug@got@pcrel
	lwz 9,0(9)
	pld 10,debug@got@pcrel
.Lpcrel:
	.reloc .Lpcrel-8,R_PPC64_PCREL_OPT,.-(.Lpcrel-8)
	stw 9,0(10)
	b .
	.data
	.long 0
	.globl debug
debug:	.long 0x1234
