// SPDX-License-Identifier: GPL-2.0-only
/* The way out of this kernel, into the purgatory. */
#include <linux/init.h>
#include <linux/kexec.h>

#include "earlyoops.h"

/* There is one way to reset: the System Reset Extension of SBI. */
u64 __init earlyoops_reset(void)
{
	return 0;
}

/*
 * For a crash machine_kexec() copies nothing: riscv_kexec_norelocate turns
 * address translation off, and jumps with the hart's number and the device
 * tree that kexec_load(2) would have looked for among the segments.
 */
int __init earlyoops_prepare_jump(const struct earlyoops *e, struct kimage *image)
{
	image->arch.fdt_addr = e->argument;
	return 0;
}
