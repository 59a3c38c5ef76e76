# What gcc -Os calls to save and restore registers: a function that uses r29 to r31, as compiled.
	.abiversion 2
	.globl purgatory_start, end, result
purgatory_start:
	bcl 20, 31, 1f
1:	mflr 9
	addis 9, 9, (result - 1b)@ha
	addi 9, 9, (result - 1b)@l
	mr 1, 9
	li 29, 0x1111
	li 30, 0x2222
	li 31, 0x3333
	bl uses
	std 29, 0(9)
	std 30, 8(9)
	std 31, 16(9)
end:	b .

uses:
	mflr 0
	bl _savegpr0_29
	stdu 1, -64(1)
	li 29, 1
	li 30, 2
	li 31, 3
	addi 1, 1, 64
	b _restgpr0_29

	.data
	.balign 16
stack:	.fill 32, 8, 0
result:	.quad 0, 0, 0, 0
