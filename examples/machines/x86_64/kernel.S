/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * What stands for a kernel where a purgatory is tried out: says on the first
 * serial port in what mode it is, 32 or 64, and the text that %esi or %rsi
 * points to; then it resets the machine. Its bytes can be run in either mode.
 *
 *   cc -c kernel.S && objcopy -O binary kernel.o kernel
 */
	.text
	.globl	_start
_start:
	cld
	movw	$0x3f8, %dx
	xorl	%eax, %eax
	.byte	0x40 /* incl %eax; in long mode a prefix that changes nothing */
	nop
	testl	%eax, %eax
	movw	$'6' | '4' << 8, %ax
	jz	1f
	movw	$'3' | '2' << 8, %ax
1:	outb	%al, %dx
	movb	%ah, %al
	outb	%al, %dx
	movb	$' ', %al
1:	outb	%al, %dx
	lodsb
	testb	%al, %al
	jnz	1b
	movb	$0xfe, %al
	outb	%al, $0x64
2:	hlt
	jmp	2b

	.section .note.GNU-stack, "", @progbits
