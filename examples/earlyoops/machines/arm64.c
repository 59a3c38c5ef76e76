// SPDX-License-Identifier: GPL-2.0-only
/* The way out of this kernel, into the purgatory. */
#include <linux/crash_core.h>
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/libfdt.h>
#include <linux/mm.h>
#include <linux/of_fdt.h>
#if __has_include(<linux/vmcore_info.h>)
#include <linux/vmcore_info.h>	/* since 6.9 */
#endif
#include <asm/cacheflush.h>
#include <asm/sysreg.h>

#include "earlyoops.h"

/* 1: firmware is called by hvc, 2: by smc. */
u64 __init earlyoops_reset(void)
{
	int node = fdt_path_offset(initial_boot_params, "/psci");
	const char *method = node < 0 ? NULL : fdt_getprop(initial_boot_params, node, "method", NULL);

	return method && !strcmp(method, "hvc") ? 1 : 2;
}

/*
 * Since 6.12 arch_crash_save_vmcoreinfo() asks for a capability that is not
 * final before smp_cpus_done(), and ends in BUG() there. What readers need to
 * find their way in memory is this.
 */
void __init earlyoops_machine_vmcoreinfo(void)
{
	VMCOREINFO_NUMBER(VA_BITS);
	vmcoreinfo_append_str("NUMBER(kimage_voffset)=%#llx\n", kimage_voffset);
	vmcoreinfo_append_str("NUMBER(PHYS_OFFSET)=%#llx\n", PHYS_OFFSET);
	vmcoreinfo_append_str("KERNELOFFSET=%lx\n", kaslr_offset());
}

/*
 * With IND_DONE as the only entry of its list machine_kexec() turns the MMU
 * off and jumps; that what was loaded is in memory, and not in caches alone,
 * kexec_load(2) sees to when it loads.
 *
 * kexec-tools' purgatory saves floating-point registers, and since 6.12 they
 * are off until this processor's capabilities are known.
 */
int __init earlyoops_prepare_jump(const struct earlyoops *e, struct kimage *image)
{
	unsigned int i;

	sysreg_clear_set(cpacr_el1, 0, CPACR_EL1_FPEN_EL1EN);
	isb();
	for (i = 0; i < image->nr_segments; i++) {
		unsigned long start = (unsigned long)__va(image->segment[i].mem);

		icache_inval_pou(start, start + image->segment[i].memsz);
		dcache_clean_inval_poc(start, start + image->segment[i].memsz);
	}
	return 0;
}
