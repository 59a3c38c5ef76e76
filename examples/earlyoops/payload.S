/* SPDX-License-Identifier: GPL-2.0-only */
/* Second kernel and initramfs: copied while booting, then freed with the rest of init. */
	.section .init.rodata, "a"
	.balign 16
	.globl earlyoops_kernel, earlyoops_kernel_end, earlyoops_initrd, earlyoops_initrd_end, earlyoops_payload_digest
earlyoops_kernel:
	.incbin "vmlinuz"
earlyoops_kernel_end:
	.balign 16
earlyoops_initrd:
	.incbin "initrd.img"
earlyoops_initrd_end:
earlyoops_payload_digest:
	.incbin "payload.sha256"
