// SPDX-License-Identifier: GPL-2.0-only
/* A second kernel that this one carries, in the memory of crashkernel=. */
#define pr_fmt(fmt) "earlyoops: " fmt

#include <linux/init.h>
#include <linux/io.h>
#include <linux/kexec.h>
#include <linux/mm.h>
#include <linux/sizes.h>
#include <crypto/sha2.h>

#include "earlyoops.h"
#include "purgatory.h"

/* Each purgatory's regions have a type; Linux's own has other names for the same. */
#if defined(PURGATORY_purgatory_sha_regions_SIZE)
#define told_region purgatory_linux_sha_region
#define PURGATORY_sha256_regions_SIZE PURGATORY_purgatory_sha_regions_SIZE
#define purgatory_fill_sha256_regions purgatory_fill_purgatory_sha_regions
#define purgatory_set_sha256_digest purgatory_set_purgatory_sha256_digest
#elif defined(PURGATORY_purgatory_kernel_entry_SIZE)
#define told_region purgatory_relocator_sha256_region
#else
#define told_region purgatory_kexec_tools_sha256_region
#endif

#define REGIONS (PURGATORY_sha256_regions_SIZE / sizeof(struct told_region))

/* The second kernel and its initramfs as they were when this kernel was built. */
static bool __init payload_intact(void)
{
	static struct sha256_state hash __initdata;
	u8 digest[SHA256_DIGEST_SIZE];

	sha256_init(&hash);
	sha256_update(&hash, earlyoops_kernel, earlyoops_kernel_end - earlyoops_kernel);
	sha256_update(&hash, earlyoops_initrd, earlyoops_initrd_end - earlyoops_initrd);
	sha256_final(&hash, digest);
	if (!memcmp(digest, earlyoops_payload_digest, sizeof(digest)))
		return true;
	pr_err("refused: SHA-256 of the second kernel and its initramfs is %*phN, but was %*phN when they were built in\n",
	       SHA256_DIGEST_SIZE, digest, SHA256_DIGEST_SIZE, earlyoops_payload_digest);
	return false;
}

static bool __init plan(struct earlyoops *e)
{
	u64 size = e->end - e->start, needed;

	e->next = e->start;
	if (earlyoops_plan(e)) {
		pr_err("refused: what is carried is no kernel that this machine can boot\n");
		return false;
	}
	earlyoops_place_blob(e);
	needed = e->next - e->start + EARLYOOPS_CORE_SIZE + CONFIG_EARLYOOPS_ROOM * SZ_1M;
	if (needed > size) {
		pr_err("refused: crashkernel= reserves %llu MiB, and %llu MiB are needed\n",
		       size / SZ_1M, DIV_ROUND_UP(needed, SZ_1M));
		return false;
	}
	return true;
}

bool __init earlyoops_begin(struct earlyoops *e)
{
	if (!crashk_res.end) {
		pr_err("refused: there is no memory of crashkernel=\n");
		return false;
	}
	e->start = crashk_res.start;
	e->end = crashk_res.end + 1;
	e->core = e->end - EARLYOOPS_CORE_SIZE;
	snprintf(e->command_line, sizeof(e->command_line), "%s elfcorehdr=%#llx", CONFIG_EARLYOOPS_COMMAND_LINE,
		 (u64)e->core);
	earlyoops_damage("carried", (u8 *)earlyoops_initrd, earlyoops_initrd_end - earlyoops_initrd);
	if (!payload_intact() || !plan(e))
		return false;
	/* A segment like the others: arm64 flushes it. */
	e->parts[e->count++] = (struct earlyoops_part){
		.at = e->core, .size = PAGE_SIZE, .memsz = EARLYOOPS_CORE_SIZE, .hashed = true,
	};
	return true;
}

/* Tells the purgatory what it has to find intact. */
static void __init tell_digest(const struct earlyoops *e, u8 *blob)
{
	static struct told_region regions[REGIONS] __initdata;
	static struct sha256_state hash __initdata;
	u8 digest[SHA256_DIGEST_SIZE];
	unsigned int i, count = 0;

	sha256_init(&hash);
	for (i = 0; i < e->count; i++) {
		const struct earlyoops_part *part = &e->parts[i];

		if (!part->hashed)
			continue;
		sha256_update(&hash, __va(part->at), part->size);
		regions[count].start = part->at;
		regions[count++].len = part->size;
	}
	sha256_final(&hash, digest);
	purgatory_fill_sha256_regions(blob, &regions);
	purgatory_set_sha256_digest(blob, &digest);
}

bool __init earlyoops_finish(const struct earlyoops *e, u8 *blob)
{
	earlyoops_core_header(e);
	if (earlyoops_fill(e)) {
		pr_err("refused: the second kernel's argument cannot be made\n");
		return false;
	}
	tell_digest(e, blob);
	earlyoops_tell(e, blob);
	earlyoops_damage("loaded", __va(e->initrd), PAGE_SIZE);
	return true;
}
