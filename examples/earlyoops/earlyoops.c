// SPDX-License-Identifier: GPL-2.0-only
/*
 * Saves oopses of early boot: loads what a crash is to enter without userspace
 * and without any allocator. There is no relocation here: the purgatory
 * relocates itself, wherever it was put, when the crash enters it.
 */
#define pr_fmt(fmt) "earlyoops: " fmt

#include <linux/earlyoops.h>
#include <linux/init.h>
#include <linux/io.h>
#include <linux/kexec.h>
#include <linux/memblock.h>
#include <linux/mm.h>
#include <linux/percpu.h>
#include <linux/sizes.h>
#include <linux/slab.h>

#include "earlyoops.h"
#include "purgatory.h"

static struct kimage early_image;	/* until there is a kmalloc */
static bool off __initdata;

/*
 * crash_save_cpu() tests for no crash_notes after it added the processor's
 * offset, so that it would write somewhere until crash_notes_memory_init().
 */
static DEFINE_PER_CPU(note_buf_t, early_notes);

static int __init earlyoops_param(char *value)
{
	off = value && !strcmp(value, "off");
	return 0;
}
early_param("earlyoops", earlyoops_param);

phys_addr_t __init earlyoops_place(struct earlyoops *e, const void *data, size_t size, size_t memsz, size_t align,
				   bool hashed)
{
	struct earlyoops_part *part = &e->parts[e->count++];

	if (WARN_ON(e->count > ARRAY_SIZE(e->parts)))
		panic("earlyoops: more parts than kexec has segments");
	*part = (struct earlyoops_part){
		.at = ALIGN(e->next, align), .data = data, .size = size, .memsz = PAGE_ALIGN(memsz), .hashed = hashed,
	};
	e->next = part->at + part->memsz;
	return part->at;
}

void __init earlyoops_place_blob(struct earlyoops *e)
{
	e->control = ALIGN(e->next, KEXEC_CONTROL_PAGE_SIZE);
	e->tables = e->control + KEXEC_CONTROL_PAGE_SIZE;
	/* A page maps a GiB in pages of 2 MiB, on the machines that need tables for it. */
	e->tables_end = e->tables + EARLYOOPS_TABLES * PAGE_SIZE;
	if (e->zone_end)
		e->tables_end += DIV_ROUND_UP(max(memblock_end_of_DRAM(), e->zone_end), SZ_1G) * PAGE_SIZE;
	e->next = e->tables_end;
	e->blob = earlyoops_place(e, purgatory_blob, PURGATORY_SIZE, PURGATORY_MEMSZ, PURGATORY_LOAD_ALIGN, false);
}

static void __init copy_parts(const struct earlyoops *e, struct kimage *image)
{
	unsigned int i;

	for (i = 0; i < e->count; i++) {
		const struct earlyoops_part *part = &e->parts[i];
		u8 *to = __va(part->at);

		if (part->data) {
			memcpy(to, part->data, part->size);
			memset(to + part->size, 0, part->memsz - part->size);
		} else {
			memset(to, 0, part->memsz);
		}
		image->segment[i].mem = part->at;
		image->segment[i].memsz = part->memsz;
	}
	image->nr_segments = e->count;
}

static void __init start_image(struct kimage *image)
{
	image->entry = image->last_entry = &image->head;
	INIT_LIST_HEAD(&image->control_pages);
	INIT_LIST_HEAD(&image->dest_pages);
	INIT_LIST_HEAD(&image->unusable_pages);
}

void __init earlyoops_setup(const char *place)
{
	static struct earlyoops e __initdata;
	static bool tried __initdata;
	u8 *blob;

	if (off || tried)
		goto trigger;
	tried = true;
	if (!earlyoops_begin(&e))
		goto trigger;
	if (!purgatory_fits(e.blob)) {
		pr_err("refused: the purgatory cannot run at %pa\n", &e.blob);
		goto trigger;
	}
	start_image(&early_image);
	early_image.head = IND_DONE;	/* nothing is copied at the crash: all is where it belongs */
	early_image.type = KEXEC_TYPE_CRASH;
	early_image.control_page = e.start;
	early_image.control_code_page = pfn_to_page(PHYS_PFN(e.control));
	early_image.start = e.blob;	/* the prologue */
	copy_parts(&e, &early_image);
	blob = __va(e.blob);
	if (!earlyoops_finish(&e, blob))
		goto trigger;
	earlyoops_damage("fixups", blob + PURGATORY_TABLE_OFFSET, PURGATORY_TABLE_SIZE);
	if (earlyoops_prepare_jump(&e, &early_image)) {
		pr_err("refused: the jump cannot be prepared\n");
		goto trigger;
	}
	if (!crash_notes && !earlyoops_without_notes)
		crash_notes = &early_notes;
	kexec_crash_image = &early_image;
	pr_info("ready at %s: blob %*phN at %#llx, memory %#llx to %#llx\n", place, 32, purgatory_info.sha256,
		(u64)e.blob, (u64)e.start, (u64)e.end);
trigger:
	earlyoops_trigger(place);
}

/* kexec_load(2) frees the image that it replaces: give it one that can be freed. */
static int __init earlyoops_core_initcall(void)
{
	struct kimage *image;

	if (kexec_crash_image != &early_image)
		return 0;
	image = kmemdup(&early_image, sizeof(early_image), GFP_KERNEL);
	if (!image)
		return -ENOMEM;
	start_image(image);
	kexec_crash_image = image;
	return 0;
}
core_initcall(earlyoops_core_initcall);
