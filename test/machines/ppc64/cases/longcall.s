# Calls as -mlongcall has them, of functions with and without a TOC pointer: gcc-12 -O2 -mlongcall, and -mcpu=power10 behind it.
	.machine power10
	.abiversion 2
	.globl purgatory_start
	.type purgatory_start, @function
purgatory_start:
0:	addis 2,12,.TOC.-0b@ha
	addi 2,2,.TOC.-0b@l
	.localentry purgatory_start,.-purgatory_start
	bl .Lstack
.Lstack:
	mflr 1
	addi 1,1,stack+256-.Lstack
	addis 12,2,f@plt@ha
	std 2,24(1)
	ld 12,f@plt@l(12)
	.reloc .,R_PPC64_PLTSEQ,f
	mtctr 12
	.reloc .,R_PPC64_PLTCALL,f
	bctrl
	ld 2,24(1)
	addis 12,2,g@plt@ha
	ld 12,g@plt@l(12)
	.reloc .,R_PPC64_PLTSEQ,g
	mtctr 12
	.reloc .,R_PPC64_PLTCALL,g
	bctrl
	ld 2,24(1)
	.reloc .,R_PPC64_PLT_PCREL34_NOTOC,f
	pld 12,0(0),1
	.reloc .,R_PPC64_PLTSEQ,f
	mtctr 12
	.reloc .,R_PPC64_PLTCALL_NOTOC,f
	bctrl
	.globl finish
finish:
	b .
	# One that finds its data by r12, and one that does not keep r2.
	.globl f
	.type f, @function
f:	addis 2,12,.TOC.-f@ha
	addi 2,2,.TOC.-f@l
	.localentry f,.-f
	addis 9,2,count@toc@ha
	lwz 10,count@toc@l(9)
	addi 10,10,1
	stw 10,count@toc@l(9)
	blr
	.type g, @function
g:	.localentry g,1
	li 2,0
	blr
	.section .toc,"aw"
	.quad 0
	.data
	.globl count
count:	.long 5
stack:	.space 256
