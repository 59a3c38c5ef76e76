# elfv2-c-entry.c by powerpc64-linux-gnu-gcc-12 -O2 -fPIE -ffreestanding
	.section	".text"
	.align 2
	.p2align 4,,15
	.globl purgatory_start
	.section	".opd","aw"
	.align 3
purgatory_start:
	.quad	.L.purgatory_start,.TOC.@tocbase,0
	.previous
	.type	purgatory_start, @function
.L.purgatory_start:
	addis 9,2,.LANCHOR1@toc@ha
	ld 9,.LANCHOR1@toc@l(9)
	addis 10,2,.LANCHOR0@toc@ha
	lwz 9,0(9)
	addi 9,9,1
	stw 9,.LANCHOR0@toc@l(10)
.L2:
	b .L2
	.size	purgatory_start,.-.L.purgatory_start
	.globl pg
	.globl g
	.section	".data"
	.align 2
	.set	.LANCHOR0,. + 0
	.type	g, @object
	.size	g, 4
g:
	.long	7
	.section	.data.rel.local,"aw"
	.align 3
	.set	.LANCHOR1,. + 0
	.type	pg, @object
	.size	pg, 8
pg:
	.quad	g
