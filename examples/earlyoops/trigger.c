// SPDX-License-Identifier: GPL-2.0-only
/*
 * For tests, on the command line:
 *   earlyoops_crash=[panic:|bug:]PLACE   crashes at a place that was given to earlyoops_setup(), or an initcall below
 *   earlyoops_damage=carried|loaded|fixups   flips a bit of what is carried or was loaded, or empties the list of fixups
 *   earlyoops_nonotes   leaves crash_notes as they are
 */
#include <linux/bug.h>
#include <linux/earlyoops.h>
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "earlyoops.h"

bool earlyoops_without_notes __initdata;
static char crash[32] __initdata, damaged[16] __initdata;

static int __init crash_param(char *value)
{
	strscpy(crash, value ?: "", sizeof(crash));
	return 0;
}
early_param("earlyoops_crash", crash_param);

static int __init damage_param(char *value)
{
	strscpy(damaged, value ?: "", sizeof(damaged));
	return 0;
}
early_param("earlyoops_damage", damage_param);

static int __init nonotes_param(char *value)
{
	earlyoops_without_notes = true;
	return 0;
}
early_param("earlyoops_nonotes", nonotes_param);

void __init earlyoops_damage(const char *what, u8 *bytes, size_t size)
{
	if (strcmp(damaged, what))
		return;
	if (!strcmp(what, "fixups"))
		memset(bytes, 0, size);
	else
		bytes[size / 2] ^= 1;
}

void __init earlyoops_trigger(const char *place)
{
	const char *at = strchr(crash, ':');

	if (strcmp(at ? at + 1 : crash, place))
		return;
	pr_info("earlyoops: crashes at %s, as asked\n", place);
	if (!at)
		WRITE_ONCE(*(int *)0x10, 0);
	if (strstarts(crash, "panic:"))
		panic("earlyoops: a panic at %s, as asked", place);
	if (strstarts(crash, "bug:"))
		BUG();
}

#define TRIGGER(level) \
	static int __init trigger_at_##level(void) { earlyoops_trigger(#level); return 0; } \
	level(trigger_at_##level)

TRIGGER(early_initcall);
TRIGGER(core_initcall);
TRIGGER(device_initcall);
TRIGGER(late_initcall);
