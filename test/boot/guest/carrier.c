/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A program that carries its purgatory, as a kernel would: the example loader
 * places it at BASE. boot-values.h has what else is in memory.
 */
#include <stddef.h>

#include "../../../examples/loader.c"
#include "boot-values.h"

static const struct sha256_region regions[] = REGIONS;
static const unsigned char digest[] = DIGEST;

/* Compilers may call this even in freestanding code. */
void *memset(void *to, int c, size_t n)
{
	volatile unsigned char *d = to;

	while (n--)
		*d++ = (unsigned char)c;
	return to;
}

uint64_t carry(void)
{
	const struct boot boot = { KERNEL_ENTRY, ARGUMENT, regions, sizeof(regions) / sizeof(regions[0]), digest };

	return purgatory_place((unsigned char *)BASE, BASE, &boot);
}

__asm__(".section .text.start, \"ax\"\n"
	".globl _start\n_start:\n"
	"mov x0, #(3 << 20)\nmsr cpacr_el1, x0\nisb\n"
	"ldr x0, =stack_end\nmov sp, x0\n"
	"bl carry\n"
	"1: cbz x0, 1b\n"
	"br x0\n"
	".ltorg\n"
	".bss\n.balign 16\n.skip 4096\nstack_end:\n");
