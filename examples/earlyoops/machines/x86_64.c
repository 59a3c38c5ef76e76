// SPDX-License-Identifier: GPL-2.0-only
/* A bzImage in the reserved memory, by the Linux/x86 boot protocol's 64-bit entry; and the way out of this kernel. */
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/pgtable.h>
#include <linux/sizes.h>
#include <asm/bootparam.h>
#include <asm/e820/types.h>
#include <asm/init.h>
#include <asm/kexec.h>
#include <asm/reboot.h>
#include <asm/setup.h>

#include "earlyoops.h"
#include "purgatory.h"

#define LOW_END 0x9f000		/* of the memory that every kernel with crashkernel= leaves alone */

static phys_addr_t params_at __initdata, line_at __initdata;

static const struct setup_header *__init header(void)
{
	return (const void *)earlyoops_kernel + offsetof(struct boot_params, hdr);
}

int __init earlyoops_plan(struct earlyoops *e)
{
	size_t size = earlyoops_kernel_end - earlyoops_kernel, initrd_size = earlyoops_initrd_end - earlyoops_initrd;
	size_t setup = ((header()->setup_sects ?: 4) + 1) * 512;
	phys_addr_t kernel;

	if (header()->header != 0x53726448 || !(header()->xloadflags & XLF_KERNEL_64) || setup >= size)
		return -ENOEXEC;
	size -= setup;
	params_at = earlyoops_place(e, NULL, sizeof(struct boot_params), sizeof(struct boot_params), PAGE_SIZE, true);
	line_at = earlyoops_place(e, e->command_line, sizeof(e->command_line), PAGE_SIZE, PAGE_SIZE, true);
	e->initrd = earlyoops_place(e, earlyoops_initrd, initrd_size, initrd_size, PAGE_SIZE, true);
	kernel = earlyoops_place(e, earlyoops_kernel + setup, size, max_t(size_t, header()->init_size, size),
				 header()->kernel_alignment, true);
	e->argument = params_at;
	e->entry = kernel + 0x200;
	return 0;
}

static void __init add_memory(struct boot_params *params, u64 start, u64 end, u32 type)
{
	params->e820_table[params->e820_entries++] =
		(struct boot_e820_entry){ .addr = start, .size = end - start, .type = type };
}

int __init earlyoops_fill(const struct earlyoops *e)
{
	struct boot_params *params = __va(params_at);
	int i;

	params->hdr = *header();
	params->hdr.type_of_loader = 0xff;
	params->hdr.ramdisk_image = e->initrd;
	params->ext_ramdisk_image = e->initrd >> 32;
	params->hdr.ramdisk_size = earlyoops_initrd_end - earlyoops_initrd;
	params->hdr.cmd_line_ptr = line_at;
	params->ext_cmd_line_ptr = line_at >> 32;
	params->acpi_rsdp_addr = boot_params.acpi_rsdp_addr;
	add_memory(params, PAGE_SIZE, LOW_END, E820_TYPE_RAM);
	/* The core's header stays out of it: here the second kernel reads it as memory of the first. */
	add_memory(params, e->start, e->core, E820_TYPE_RAM);
	for (i = 0; i < boot_params.e820_entries && params->e820_entries < E820_MAX_ENTRIES_ZEROPAGE; i++)
		if (boot_params.e820_table[i].type != E820_TYPE_RAM && boot_params.e820_table[i].addr >= LOW_END)
			params->e820_table[params->e820_entries++] = boot_params.e820_table[i];
	return 0;
}

/* struct entry64_regs of kexec-tools' purgatory; Linux's own purgatory has rbx behind rdx. */
struct entry64_regs {
	u64 rax, rbx, rcx, rdx, rsi, rdi, rsp, rbp, r8, r9, r10, r11, r12, r13, r14, r15, rip;
};

void __init earlyoops_tell(const struct earlyoops *e, u8 *blob)
{
	union {
		struct entry64_regs registers;
		u8 bytes[PURGATORY_entry64_regs_SIZE];
	} told = { .registers = { .rsi = e->argument, .rip = e->entry } };

	BUILD_BUG_ON(sizeof(told) != sizeof(struct entry64_regs));
	purgatory_set_entry64_regs(blob, (const u8 (*)[PURGATORY_entry64_regs_SIZE])&told.bytes);
	purgatory_set_console_serial(blob, 1);
	purgatory_set_serial_base(blob, 0x3f8);
	purgatory_set_serial_baud(blob, 115200);
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

/*
 * What machine_kexec_prepare() would do, with pages of the reserved memory:
 * it takes some by get_zeroed_page(), and there is no page allocator yet.
 */
int __init earlyoops_prepare_jump(const struct earlyoops *e, struct kimage *image)
{
	struct pages pages = { e->tables, e->tables + EARLYOOPS_TABLES * PAGE_SIZE };
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
		map_way_out((u64 *)pgd, code, &pages);
	if (!error && early_boot_irqs_disabled)
		machine_ops.crash_shutdown = early_crash_shutdown;
	return error;
}
