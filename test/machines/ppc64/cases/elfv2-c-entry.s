# elfv2-c-entry.c by powerpc64le-linux-gnu-gcc-12 -O2 -fPIC -ffreestanding
	.abiversion 2
	.section	".text"
	.section	".toc","aw"
	.align 3
.LC0:
	.quad	g
.LC1:
	.quad	pg
	.section	".text"
	.align 2
	.p2align 4,,15
	.globl purgatory_start
	.type	purgatory_start, @function
purgatory_start:
.LCF0:
0:	addis 2,12,.TOC.-.LCF0@ha
	addi 2,2,.TOC.-.LCF0@l
	.localentry	purgatory_start,.-purgatory_start
	addis 9,2,.LC1@toc@ha
	ld 9,.LC1@toc@l(9)
	addis 10,2,.LC0@toc@ha
	ld 10,.LC0@toc@l(10)
	ld 9,0(9)
	lwz 9,0(9)
	addi 9,9,1
	stw 9,0(10)
.L2:
	b .L2
	.size	purgatory_start,.-purgatory_start
	.globl pg
	.globl g
	.section	".data"
	.align 2
	.type	g, @object
	.size	g, 4
g:
	.long	7
	.section	.data.rel,"aw"
	.align 3
	.type	pg, @object
	.size	pg, 8
pg:
	.quad	g
