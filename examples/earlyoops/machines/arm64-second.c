// SPDX-License-Identifier: GPL-2.0-only
/* An Image and a device tree in the reserved memory, by the Linux/arm64 boot protocol. */
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/libfdt.h>
#include <linux/mm.h>
#include <linux/of_fdt.h>
#include <linux/sizes.h>
#include <asm/image.h>

#include "earlyoops.h"
#include "purgatory.h"

static phys_addr_t uart __initdata;
static size_t tree_size __initdata;

/* earlyoops_uart=ADDRESS: where the purgatory writes characters to say what it finds wrong, the data register of a PL011. */
static int __init uart_param(char *value)
{
	return value ? kstrtoull(value, 0, &uart) : -EINVAL;
}
early_param("earlyoops_uart", uart_param);

int __init earlyoops_plan(struct earlyoops *e)
{
	const struct arm64_image_header *header = (const void *)earlyoops_kernel;
	size_t size = earlyoops_kernel_end - earlyoops_kernel, initrd_size = earlyoops_initrd_end - earlyoops_initrd;

	if (size < sizeof(*header) || memcmp(&header->magic, ARM64_IMAGE_MAGIC, 4))
		return -ENOEXEC;
	/* Room for what is said of the second kernel. */
	tree_size = PAGE_ALIGN(fdt_totalsize(initial_boot_params)) + PAGE_SIZE;
	e->entry = earlyoops_place(e, earlyoops_kernel, size, max_t(size_t, le64_to_cpu(header->image_size), size),
				   SZ_2M, true);
	e->initrd = earlyoops_place(e, earlyoops_initrd, initrd_size, initrd_size, PAGE_SIZE, true);
	/* Neither over a boundary of 2 MiB, nor in more of them than one. */
	e->argument = earlyoops_place(e, NULL, tree_size, tree_size, roundup_pow_of_two(tree_size), true);
	return tree_size > SZ_2M ? -E2BIG : 0;
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

void __init earlyoops_tell(const struct earlyoops *e, u8 *blob)
{
	purgatory_set_arm64_kernel_entry(blob, e->entry);
	purgatory_set_arm64_dtb_addr(blob, e->argument);
	purgatory_set_arm64_sink(blob, uart);
}
