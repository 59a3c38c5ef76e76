# Calls of a function that nobody defines, behind the tests that compilers make.
	.machine power10
	.abiversion 2
	.weak wf
	.globl purgatory_start
purgatory_start:
	addis 9,2,.LC0@toc@ha
	ld 9,.LC0@toc@l(9)
	cmpdi 0,9,0
	beq 0,.L2
	bl wf
	nop
	bl wf@notoc
	b wf
.L2:
	beq wf
	b .
	.section .toc,"aw"
.LC0:
	.quad wf
