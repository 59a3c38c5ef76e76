// SPDX-License-Identifier: GPL-2.0-only
/* An Image and a device tree in the reserved memory, by the boot protocol of Linux on RISC-V. */
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/libfdt.h>
#include <linux/mm.h>
#include <linux/of_fdt.h>
#include <linux/sizes.h>
#include <asm/image.h>

#include "earlyoops.h"
#include "purgatory.h"

/* CONSOLE_8250_MMIO8 of relocator's own purgatory. */
#define UART_8250 2

static u64 uart __initdata;
static size_t tree_size __initdata;

/* earlyoops_uart=ADDRESS: where the purgatory writes characters to say what it finds wrong, an 8250 with registers of a byte. */
static int __init uart_param(char *value)
{
	return value ? kstrtoull(value, 0, &uart) : -EINVAL;
}
early_param("earlyoops_uart", uart_param);

int __init earlyoops_plan(struct earlyoops *e)
{
	const struct riscv_image_header *header = (const void *)earlyoops_kernel;
	size_t size = earlyoops_kernel_end - earlyoops_kernel, initrd_size = earlyoops_initrd_end - earlyoops_initrd;

	if (size < sizeof(*header) || memcmp(&header->magic2, RISCV_IMAGE_MAGIC2, 4))
		return -ENOEXEC;
	/* Room for what is said of the second kernel. */
	tree_size = PAGE_ALIGN(fdt_totalsize(initial_boot_params)) + PAGE_SIZE;
	/* The first of all parts: a kernel does not use memory in front of it. */
	e->entry = earlyoops_place(e, earlyoops_kernel, size, max_t(size_t, le64_to_cpu(header->image_size), size),
				   SZ_2M, true);
	e->initrd = earlyoops_place(e, earlyoops_initrd, initrd_size, initrd_size, PAGE_SIZE, true);
	e->argument = earlyoops_place(e, NULL, tree_size, tree_size, PAGE_SIZE, true);
	return 0;
}

static int __init set_range(void *tree, int node, const char *name, u64 start, u64 size)
{
	__be64 range[2] = { cpu_to_be64(start), cpu_to_be64(size) };

	return fdt_setprop(tree, node, name, range, sizeof(range));
}

int __init earlyoops_fill(const struct earlyoops *e)
{
	void *tree = __va(e->argument);
	int node;

	if (fdt_open_into(initial_boot_params, tree, tree_size))
		return -ENOSPC;
	node = fdt_path_offset(tree, "/chosen");
	if (node < 0)
		node = fdt_add_subnode(tree, 0, "chosen");
	/* The second kernel keeps the core's header out of its memory by itself, but wants it there. */
	if (node < 0 || fdt_setprop_string(tree, node, "bootargs", e->command_line) ||
	    fdt_setprop_u64(tree, node, "linux,initrd-start", e->initrd) ||
	    fdt_setprop_u64(tree, node, "linux,initrd-end", e->initrd + (earlyoops_initrd_end - earlyoops_initrd)) ||
	    set_range(tree, node, "linux,elfcorehdr", e->core, e->end - e->core) ||
	    set_range(tree, node, "linux,usable-memory-range", e->start, e->end - e->start))
		return -ENOSPC;
	return 0;
}

#ifdef PURGATORY_riscv_kernel_entry_SIZE
/* Linux's own purgatory hands over what it was entered with: the hart, and the device tree. It prints nothing. */
void __init earlyoops_tell(const struct earlyoops *e, u8 *blob)
{
	purgatory_set_riscv_kernel_entry(blob, e->entry);
}
#else
void __init earlyoops_tell(const struct earlyoops *e, u8 *blob)
{
	const struct purgatory_relocator_console console = { .kind = uart ? UART_8250 : 0, .address = uart };

	purgatory_set_purgatory_kernel_entry(blob, e->entry);
	purgatory_set_purgatory_argument(blob, e->argument);
	purgatory_fill_purgatory_console(blob, &console);
}
#endif
