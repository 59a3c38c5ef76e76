/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * A purgatory made by hand: from long mode into the 32-bit entry of a kernel,
 * by the Linux/x86 boot protocol (paging off, flat segments 0x10 and 0x18,
 * boot_params in %esi, %ebp, %edi and %ebx 0). No stack, no C, no checks.
 *
 * Addresses are written as if it were linked to a fixed one, as such code is:
 *
 *   cc -c enter32.S && ld -Ttext 0x3000 -N -o enter32.elf enter32.o
 *
 * It must stand below 4 GiB, in memory that is mapped at its own addresses.
 */
	.text
	.code64
	.globl	purgatory_start
	.type	purgatory_start, @function
purgatory_start:
	cli
	lgdt	gdt_pointer
	ljmpl	*leave_long_mode

	.code32
protected:
	movl	$0x18, %eax
	movl	%eax, %ds
	movl	%eax, %es
	movl	%eax, %fs
	movl	%eax, %gs
	movl	%eax, %ss
	/* Long mode ends with paging; then EFER.LME and CR4.PAE may be cleared. */
	movl	%cr0, %eax
	andl	$0x7fffffff, %eax
	movl	%eax, %cr0
	movl	$0xc0000080, %ecx
	rdmsr
	andl	$~0x100, %eax
	wrmsr
	movl	%cr4, %eax
	andl	$~0x20, %eax
	movl	%eax, %cr4
	movl	boot_params, %esi
	xorl	%ebp, %ebp
	xorl	%edi, %edi
	xorl	%ebx, %ebx
	jmp	*kernel_entry
	.size	purgatory_start, . - purgatory_start

	.data
	.balign	8
gdt:
	.quad	0
	.quad	0
	.quad	0x00cf9a000000ffff /* 0x10: code, 32 bits, 0 to 4 GiB */
	.quad	0x00cf92000000ffff /* 0x18: data */
gdt_pointer:
	.word	. - gdt - 1
	.quad	gdt
leave_long_mode:
	.long	protected
	.word	0x10

	/* Written before the jump. */
	.balign	4
	.globl	kernel_entry, boot_params
	.type	kernel_entry, @object
	.type	boot_params, @object
kernel_entry:
	.long	0
	.size	kernel_entry, 4
boot_params:
	.long	0
	.size	boot_params, 4

	.section .note.GNU-stack, "", @progbits
