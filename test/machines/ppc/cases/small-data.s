# Small data as gcc-12 -meabi -msdata=eabi and -msdata=sysv have it; an entry in front of it may set the pointers.
	.globl purgatory_start, finish, result
	.ifdef SETS
purgatory_start:
	lis 13, _SDA_BASE_@ha
	addi 13, 13, _SDA_BASE_@l
	lis 2, _SDA2_BASE_@ha
	addi 2, 2, _SDA2_BASE_@l
	.else
purgatory_start:
	.endif
loads:
	lwz 3, a@sda21(0)
	lwz 4, b@sda21(0)
	lwz 5, c@sda21(0)
	lwz 6, d@sda21(0)
	lwz 7, e@sda21(0)
	lwz 8, a@sdarel(13)
	lwz 9, b@sda2rel(2)
	li 10, b@sda21
ends:
	lwz 10, 0(10)
	stw 3, result@sda21(0)
	add 3, 3, 4
	add 3, 3, 5
	add 3, 3, 6
	add 3, 3, 7
	add 3, 3, 8
	add 3, 3, 9
	add 3, 3, 10
	stw 3, result@sda21(0)
finish:	b .

	.globl loads, a, b, c, d, e
	.section .sdata, "aw"
	.balign 4
	.long 0
a:	.long 1
	.section .sdata.own, "aw"
	.balign 4
d:	.long 0x1000
	.section .sdata2, "a"
	.balign 4
	.long 0, 0
b:	.long 0x10
	.section .sdata2.own, "a"
	.balign 4
e:	.long 0x10000
	.section .sbss, "aw", @nobits
	.balign 4
	.space 4
c:	.long 0
result:	.long 0
	.data
	.long a
