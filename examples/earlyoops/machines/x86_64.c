// SPDX-License-Identifier: GPL-2.0-only
/* The way out of this kernel, into the purgatory. */
#include <linux/init.h>
#include <linux/memblock.h>
#include <linux/mm.h>
#include <linux/pgtable.h>
#include <linux/sizes.h>
#include <asm/init.h>
#include <asm/kexec.h>
#include <asm/reboot.h>

#include "earlyoops.h"

u64 __init earlyoops_reset(void)
{
	return 0;	/* there is one way */
}

/*
 * Until the local APIC is mapped, native_machine_crash_shutdown() faults on
 * it; and while only this processor runs there is nothing to shut down.
 */
static void early_crash_shutdown(struct pt_regs *regs)
{
	local_irq_disable();
}

static int __init restore_crash_shutdown(void)
{
	if (machine_ops.crash_shutdown == early_crash_shutdown)
		machine_ops.crash_shutdown = native_machine_crash_shutdown;
	return 0;
}
console_initcall(restore_crash_shutdown);

struct pages {
	phys_addr_t next, end;
};

static void *__init take_page(void *pages)
{
	struct pages *p = pages;
	void *page;

	if (p->next >= p->end)
		return NULL;
	page = __va(p->next);
	p->next += PAGE_SIZE;
	clear_page(page);
	return page;
}

/*
 * machine_kexec() turns to these tables while it runs in the kernel's own
 * text: there they have the copy of relocate_kernel that it made.
 */
static int __init map_way_out(u64 *table, phys_addr_t code, struct pages *pages)
{
	unsigned long at = (unsigned long)relocate_kernel;
	int shift;

	for (shift = pgtable_l5_enabled() ? 48 : 39; shift > PAGE_SHIFT; shift -= 9) {
		u64 *entry = table + ((at >> shift) & (PTRS_PER_PTE - 1));

		if (!(*entry & _PAGE_PRESENT)) {
			void *page = take_page(pages);

			if (!page)
				return -ENOMEM;
			*entry = __pa(page) | _KERNPG_TABLE_NOENC;
		}
		table = __va(*entry & PTE_PFN_MASK);
	}
	table[(at >> PAGE_SHIFT) & (PTRS_PER_PTE - 1)] = code | pgprot_val(PAGE_KERNEL_EXEC_NOENC);
	return 0;
}

/* The log may be anywhere: the ring of printk is allocated anew later. */
static int __init map_for_catcher(const struct earlyoops *e, struct x86_mapping_info *info, pgd_t *pgd)
{
	phys_addr_t start, end;
	int error;
	u64 i;

	if (!e->zone_end)
		return 0;
	for_each_mem_range(i, &start, &end) {
		error = kernel_ident_mapping_init(info, pgd, start, end);
		if (error)
			return error;
	}
	return kernel_ident_mapping_init(info, pgd, e->zone, e->zone_end);
}

/*
 * What machine_kexec_prepare() would do, with pages of the reserved memory:
 * it takes some by get_zeroed_page(), and there is no page allocator yet.
 */
int __init earlyoops_prepare_jump(const struct earlyoops *e, struct kimage *image)
{
	struct pages pages = { e->tables, e->tables_end };
	struct x86_mapping_info info = {
		.alloc_pgt_page = take_page, .context = &pages,
		.page_flag = __PAGE_KERNEL_LARGE_EXEC, .kernpg_flag = _KERNPG_TABLE_NOENC,
	};
	phys_addr_t code = e->control + KEXEC_CONTROL_PAGE_SIZE - PAGE_SIZE;
	pgd_t *pgd;
	int error;

#if KEXEC_CONTROL_PAGE_SIZE > PAGE_SIZE
	/* The uppermost table is in front of the code. */
	pgd = __va(e->control);
	clear_page(pgd);
#else
	pgd = take_page(&pages);
	image->arch.pgd = pgd;
#endif
	/* The second kernel looks into low memory before it has tables of its own. */
	error = kernel_ident_mapping_init(&info, pgd, 0, SZ_1M) ?:
		kernel_ident_mapping_init(&info, pgd, e->start, e->end) ?:
		map_for_catcher(e, &info, pgd) ?:
		map_way_out((u64 *)pgd, code, &pages);
	if (!error && early_boot_irqs_disabled)
		machine_ops.crash_shutdown = early_crash_shutdown;
	return error;
}
