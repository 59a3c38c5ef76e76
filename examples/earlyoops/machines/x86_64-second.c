// SPDX-License-Identifier: GPL-2.0-only
/* A bzImage in the reserved memory, by the Linux/x86 boot protocol's 64-bit entry. */
#include <linux/init.h>
#include <linux/kernel.h>
#include <asm/bootparam.h>
#include <asm/e820/types.h>
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

/* The registers stand in one order in kexec-tools' purgatory, and in another in Linux's own: each has a type. */
#ifdef PURGATORY_purgatory_sha_regions_SIZE
#define told_regs purgatory_linux_entry64_regs
#else
#define told_regs purgatory_kexec_tools_entry64_regs
#endif

void __init earlyoops_tell(const struct earlyoops *e, u8 *blob)
{
	const struct told_regs registers = { .rsi = e->argument, .rip = e->entry };

	purgatory_fill_entry64_regs(blob, &registers);
#ifdef PURGATORY_console_serial_SIZE
	purgatory_set_console_serial(blob, 1);
	purgatory_set_serial_base(blob, 0x3f8);
	purgatory_set_serial_baud(blob, 115200);
#endif
}
