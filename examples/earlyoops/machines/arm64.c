// SPDX-License-Identifier: GPL-2.0-only
/* The way out of this kernel, into the purgatory. */
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/libfdt.h>
#include <linux/mm.h>
#include <linux/of_fdt.h>
#include <asm/cacheflush.h>

#include "earlyoops.h"

/* 1: firmware is called by hvc, 2: by smc. */
u64 __init earlyoops_reset(void)
{
	int node = fdt_path_offset(initial_boot_params, "/psci");
	const char *method = node < 0 ? NULL : fdt_getprop(initial_boot_params, node, "method", NULL);

	return method && !strcmp(method, "hvc") ? 1 : 2;
}

/*
 * With IND_DONE as the only entry of its list machine_kexec() turns the MMU
 * off and jumps; that what was loaded is in memory, and not in caches alone,
 * kexec_load(2) sees to when it loads.
 */
int __init earlyoops_prepare_jump(const struct earlyoops *e, struct kimage *image)
{
	unsigned int i;

	for (i = 0; i < image->nr_segments; i++) {
		unsigned long start = (unsigned long)__va(image->segment[i].mem);

		icache_inval_pou(start, start + image->segment[i].memsz);
		dcache_clean_inval_poc(start, start + image->segment[i].memsz);
	}
	return 0;
}
