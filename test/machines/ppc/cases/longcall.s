# Calls as gcc-12 -mlongcall has them: with -fno-pic, with -fPIC, and with -fpic.
	.globl purgatory_start, finish, count, f, g
	.weak nobody
	.macro longcall of, base, addend
	addis 11, \base, \of+\addend@plt@ha
	lwz 11, \of+\addend@plt@l(11)
	.reloc ., R_PPC_PLTSEQ, \of+\addend
	mtctr 11
	.reloc ., R_PPC_PLTCALL, \of+\addend
	bctrl
	.endm
purgatory_start:
	lis 11, nobody@plt@ha
	lwz 11, nobody@plt@l(11)
	cmpwi 11, 0
	beq 1f
	.reloc ., R_PPC_PLTSEQ, nobody
	mtctr 11
	.reloc ., R_PPC_PLTCALL, nobody
	bctrl
1:	lis 11, f@plt@ha
	lwz 11, f@plt@l(11)
	.reloc ., R_PPC_PLTSEQ, f
	mtctr 11
	.reloc ., R_PPC_PLTCALL, f
	bctrl
	longcall f, 30, 0x8000
	longcall g, 30, 0
	longcall g, 30, 0x8004
finish:	b .
	.type f, @function
f:	lis 9, count@ha
	lwz 10, count@l(9)
	addi 10, 10, 1
	stw 10, count@l(9)
	blr
	.type g, @function
g:	lis 9, count@ha
	lwz 10, count@l(9)
	addi 10, 10, 16
	stw 10, count@l(9)
	blr
	.data
	.balign 4
count:	.long 0x500
	.section .got2, "aw"
	.long count
