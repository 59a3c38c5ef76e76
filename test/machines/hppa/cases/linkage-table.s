# gcc -fPIC: addresses by slots that code counts from the linkage table pointer, %r19 or a copy of it.
	.level 1.1
	.text
	.globl purgatory_start
purgatory_start:
	addil LT'first, %r19
	ldw RT'first(%r1), %r20
	addil LT'second, %r4
	ldw RT'second(%r1), %r21
	addil LT'first, %r3
	ldw RT'first(%r1), %r22
	ldw T'second(%r19), %r23
	addil LT'function, %r19
	ldw RT'function(%r1), %r24
	addil LT'hook, %r19
	ldw RT'hook(%r1), %r25
	addil LT'second+4, %r19
	ldw RT'second+4(%r1), %r26
	bv %r0(%r2)
	nop
function:
	bv %r0(%r2)
	nop
	.weak hook
	.data
	.word 7
first:	.word 1
second:	.word 2
