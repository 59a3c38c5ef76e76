/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * A loader that carries a purgatory in itself: places the blob at any address
 * and tells where to jump. Nothing is relocated here; the blob does that.
 *
 *   relocator build purgatory.ro --emit c -o purgatory.c --prefix purgatory
 *   cc -c loader.c purgatory.c
 *
 * Freestanding: a bootloader, a kernel or a kexec program can use it as it is,
 * for purgatories of any machine, kexec-tools' among them; what only some of
 * these have (entry64_regs, arm64_sink, kernel, ...) its caller fills in with
 * purgatory_poke().
 */
#include <stdint.h>

#include "purgatory.h"

/* What the purgatory must be told; struct sha256_region is its own. */
struct sha256_region {
	uint64_t start;
	uint64_t len;
};

struct boot {
	uint64_t kernel_entry; /* this and the argument where the purgatory has words for them */
	uint64_t argument; /* boot_params on x86, the device tree on arm64 */
	const struct sha256_region *regions;
	unsigned int region_count;
	const unsigned char *digest;
};

static void copy(unsigned char *to, const void *from, uint64_t size)
{
	const unsigned char *bytes = from;

	while (size--)
		*to++ = *bytes++;
}

/* Writes a number over a symbol of the blob, in as many bytes as the symbol has and in their order. */
void purgatory_poke(unsigned char *memory, uint64_t offset, uint64_t size, uint64_t value)
{
	for (uint64_t i = 0; i < size; i++)
		memory[offset + (PURGATORY_BIG_ENDIAN ? size - 1 - i : i)] = (unsigned char)(value >> (8 * i));
}

/*
 * Lays the purgatory out in `memory`, PURGATORY_MEMSZ bytes that will stand at
 * `base` when it runs. Returns the address to jump to, or 0 if it cannot.
 */
uint64_t purgatory_place(unsigned char *memory, uint64_t base, const struct boot *boot)
{
	uint64_t room = PURGATORY_sha256_regions_SIZE / sizeof(struct sha256_region);

	if (!purgatory_fits(base) || boot->region_count > room)
		return 0;
	copy(memory, purgatory_blob, PURGATORY_SIZE);
	for (uint64_t i = PURGATORY_SIZE; i < PURGATORY_MEMSZ; i++)
		memory[i] = 0;
	for (unsigned int i = 0; i < boot->region_count; i++) {
		uint64_t at = PURGATORY_sha256_regions_OFFSET + i * sizeof(struct sha256_region);

		purgatory_poke(memory, at, 8, boot->regions[i].start);
		purgatory_poke(memory, at + 8, 8, boot->regions[i].len);
	}
	copy(memory + PURGATORY_sha256_digest_OFFSET, boot->digest, PURGATORY_sha256_digest_SIZE);
#ifdef PURGATORY_purgatory_kernel_entry_OFFSET
	purgatory_poke(memory, PURGATORY_purgatory_kernel_entry_OFFSET,
		       PURGATORY_purgatory_kernel_entry_SIZE, boot->kernel_entry);
#endif
#ifdef PURGATORY_purgatory_argument_OFFSET
	purgatory_poke(memory, PURGATORY_purgatory_argument_OFFSET,
		       PURGATORY_purgatory_argument_SIZE, boot->argument);
#endif
	return base; /* not base + PURGATORY_ENTRY: the prologue comes first */
}
