// SPDX-License-Identifier: GPL-2.0-only
/* The oops catcher in the memory of crashkernel=: catcher/ has its source. It needs no second kernel. */
#define pr_fmt(fmt) "earlyoops: " fmt

#include <linux/init.h>
#include <linux/io.h>
#include <linux/kexec.h>
#include <linux/log2.h>
#include <linux/memblock.h>
#include <linux/mm.h>
#include <linux/sizes.h>
#include <crypto/sha2.h>
#include <asm/sections.h>

#include "catcher.h"
#include "earlyoops.h"
#include "purgatory.h"

static phys_addr_t zone __initdata, info_at __initdata;
static u64 zone_size __initdata, serial __initdata;

static int __init zone_param(char *value)
{
	zone_size = memparse(value ?: "", &value);
	if (!value || *value++ != '@')
		return -EINVAL;
	zone = memparse(value, &value);
	return 0;
}
early_param("earlyoops_zone", zone_param);

static int __init serial_param(char *value)
{
	return kstrtoull(value ?: "", 0, &serial);
}
early_param("earlyoops_serial", serial_param);

/* The catcher as it was when it was built. */
static bool __init catcher_intact(void)
{
	u8 digest[SHA256_DIGEST_SIZE];

	sha256(purgatory_blob, PURGATORY_SIZE, digest);
	if (!memcmp(digest, purgatory_info.sha256, sizeof(digest)))
		return true;
	pr_err("refused: SHA-256 of the catcher is %*phN, but was %*phN when it was built\n",
	       SHA256_DIGEST_SIZE, digest, SHA256_DIGEST_SIZE, purgatory_info.sha256);
	return false;
}

/* As ramoops will find it at the next boot, which does the same; nothing else may have that memory until then. */
static bool __init take_zone(struct earlyoops *e)
{
	if (zone_size < PAGE_SIZE || !is_power_of_2(zone_size) || zone % PAGE_SIZE) {
		pr_err("refused: earlyoops_zone=SIZE@ADDRESS needs a power of two, one page at least, and where a page begins\n");
		return false;
	}
	if (memblock_is_region_reserved(zone, zone_size)) {
		pr_err("refused: the zone at %pa is used otherwise\n", &zone);
		return false;
	}
	e->zone = zone;
	e->zone_end = zone + zone_size;
	return !memblock_reserve(zone, zone_size);
}

bool __init earlyoops_begin(struct earlyoops *e)
{
	u64 needed;

	if (!crashk_res.end) {
		pr_err("refused: there is no memory of crashkernel=\n");
		return false;
	}
	e->start = crashk_res.start;
	e->end = crashk_res.end + 1;
	e->next = e->start;
	earlyoops_damage("carried", (u8 *)purgatory_blob, PURGATORY_SIZE);
	if (!catcher_intact() || !take_zone(e))
		return false;
	info_at = earlyoops_place(e, NULL, PAGE_SIZE, PAGE_SIZE, PAGE_SIZE, false);
	earlyoops_place_blob(e);
	needed = e->next - e->start;
	if (needed <= e->end - e->start)
		return true;
	pr_err("refused: crashkernel= reserves %llu KiB, and %llu KiB are needed\n",
	       (e->end - e->start) / SZ_1K, needed / SZ_1K);
	return false;
}

bool __init earlyoops_finish(const struct earlyoops *e, u8 *blob)
{
	phys_addr_t start = memblock_start_of_DRAM();
	union {
		struct catcher_told told;
		u8 bytes[PURGATORY_catcher_told_SIZE];
	} words = { .told = {
		.vmcoreinfo = info_at,
		.vmcoreinfo_size = earlyoops_vmcoreinfo(__va(info_at)),
		.zone = e->zone,
		.zone_size = zone_size,
		.serial = serial,
		.reset = earlyoops_reset(),
		.maps = {
			{ (u64)_text, __pa_symbol(_text), _end - _text },
			{ (u64)__va(start), start, memblock_end_of_DRAM() - start },
		},
	} };

	BUILD_BUG_ON(sizeof(words) != sizeof(struct catcher_told));
	purgatory_set_catcher_told(blob, (const u8 (*)[PURGATORY_catcher_told_SIZE])&words.bytes);
	return true;
}
