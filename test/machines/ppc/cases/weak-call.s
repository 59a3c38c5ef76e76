# Calls of a function that nobody defines, behind the test that compilers make.
	.weak wf
	.globl purgatory_start
purgatory_start:
	lis 9,wf@ha
	la 9,wf@l(9)
	cmpwi 0,9,0
	beq 0,.L2
	bl wf
	bl wf@plt
	bl wf+32768@plt
	bl wf@local
	b wf
.L2:
	beq wf
	b .
