/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A multiboot program that does what a bootloader must: long mode with memory
 * mapped at its own addresses, then into the blob at BASE. With TWICE the blob
 * returns and is entered again, and a mark goes to the serial line.
 */
	.text
	.code32
	.balign	4
	.long	0x1badb002, 0, -0x1badb002

	.globl	_start
_start:
	cli
	/* 16 GiB in pages of 2 MiB */
	movl	$pml4, %edi
	movl	$pdpt + 3, (%edi)
	movl	$pdpt, %edi
	movl	$directories + 3, %eax
	movl	$16, %ecx
1:	movl	%eax, (%edi)
	addl	$4096, %eax
	addl	$8, %edi
	loop	1b
	movl	$directories, %edi
	xorl	%edx, %edx
	movl	$0x83, %eax
	movl	$16 * 512, %ecx
2:	movl	%eax, (%edi)
	movl	%edx, 4(%edi)
	addl	$0x200000, %eax
	adcl	$0, %edx
	addl	$8, %edi
	loop	2b
	movl	$pml4, %eax
	movl	%eax, %cr3
	movl	%cr4, %eax
	orl	$0x20, %eax
	movl	%eax, %cr4
	movl	$0xc0000080, %ecx
	rdmsr
	orl	$0x100, %eax
	wrmsr
	movl	%cr0, %eax
	orl	$0x80000001, %eax
	movl	%eax, %cr0
	lgdt	gdtr
	ljmp	$8, $long_mode

	.code64
long_mode:
	xorl	%eax, %eax
	movl	%eax, %ds
	movl	%eax, %es
	movl	%eax, %ss
	movl	$stack_end, %esp
	movabsq	$BASE, %rbp
#ifdef TWICE
	call	*%rbp
	call	*%rbp
	movw	$0x3f8, %dx
	movb	$'2', %al
	outb	%al, %dx
3:	hlt
	jmp	3b
#else
	call	*%rbp
#endif

	.balign	8
gdt:	.quad	0, 0x00209a0000000000
gdtr:	.word	15
	.long	gdt

	.bss
	.balign	4096
pml4:	.skip	4096
pdpt:	.skip	4096
directories:
	.skip	16 * 4096
	.skip	4096
stack_end:
