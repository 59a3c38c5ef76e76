// SPDX-License-Identifier: GPL-2.0-only
/*
 * A small purgatory: checks the SHA-256 digest of the loaded regions, then
 * returns to the entry assembly, which jumps to the next kernel. If a check
 * fails it never returns.
 *
 * The words below are written by the loader before the jump. They live in
 * .data, not .bss, so that they have bytes in the file.
 */
#include <stddef.h>
#include <stdint.h>

#include "sha256.h"

#define REGIONS 16
#define LOADER_WORD __attribute__((section(".data")))

struct sha256_region {
	uint64_t start;
	uint64_t len; /* zero: no region here */
};

LOADER_WORD struct sha256_region sha256_regions[REGIONS] = { { 0, 0 } };
LOADER_WORD uint8_t sha256_digest[SHA256_DIGEST_SIZE] = { 0 };
LOADER_WORD int skip_checks = 0;

/* Where to jump, and the argument: boot_params on x86, the device tree on arm64 and RISC-V. */
LOADER_WORD unsigned long purgatory_kernel_entry = 0;
LOADER_WORD unsigned long purgatory_argument = 0;

/* Where messages go; silent unless the loader sets it. */
enum console_kind {
	CONSOLE_NONE,
	CONSOLE_8250_PORT, /* x86 only: address is the I/O port */
	CONSOLE_8250_MMIO8,
	CONSOLE_8250_MMIO32,
	CONSOLE_PL011,
	CONSOLE_MEMORY, /* bytes stored at address, which then advances */
};

struct console {
	uint32_t kind;
	uint32_t reserved;
	uint64_t address;
};

LOADER_WORD struct console purgatory_console = { CONSOLE_NONE, 0, 0 };

/* Compilers may call these even in freestanding code. */
void *memcpy(void *to, const void *from, size_t n)
{
	volatile uint8_t *d = to;
	const uint8_t *s = from;

	while (n--)
		*d++ = *s++;
	return to;
}

void *memset(void *to, int c, size_t n)
{
	volatile uint8_t *d = to;

	while (n--)
		*d++ = (uint8_t)c;
	return to;
}

int memcmp(const void *a, const void *b, size_t n)
{
	const volatile uint8_t *x = a;
	const volatile uint8_t *y = b;

	for (; n--; x++, y++) {
		int d = *x - *y;

		if (d)
			return d;
	}
	return 0;
}

#if (defined(__riscv) && __riscv_xlen == 32) || (defined(__mips__) && !defined(__mips64)) || defined(__sh__) || \
	defined(__m68k__)
/* gcc calls this to shift 64 bits by a variable. */
uint64_t __lshrdi3(uint64_t value, int by)
{
	uint32_t low = (uint32_t)value;
	uint32_t high = (uint32_t)(value >> 32);

	if (by >= 32)
		return high >> (by - 32);
	if (by == 0)
		return value;
	return (uint64_t)(high >> by) << 32 | (low >> by | high << (32 - by));
}
#endif

#define SPINS 0x10000 /* give up on a UART that never becomes ready */

static void put_char(char c)
{
	uintptr_t at = (uintptr_t)purgatory_console.address;
	int spins = SPINS;

	switch (purgatory_console.kind) {
	case CONSOLE_NONE:
		break;
	case CONSOLE_8250_PORT: {
#if defined(__x86_64__) || defined(__i386__)
		uint8_t status;

		do
			__asm__ volatile("inb %w1, %b0" : "=a"(status) : "Nd"((uint16_t)(at + 5)));
		while (!(status & 0x20) && --spins);
		__asm__ volatile("outb %b0, %w1" : : "a"(c), "Nd"((uint16_t)at));
#endif
		break;
	}
	case CONSOLE_8250_MMIO8: {
		volatile uint8_t *uart = (volatile uint8_t *)at;

		while (!(uart[5] & 0x20) && --spins)
			;
		uart[0] = (uint8_t)c;
		break;
	}
	case CONSOLE_8250_MMIO32: {
		volatile uint32_t *uart = (volatile uint32_t *)at;

		while (!(uart[5] & 0x20) && --spins)
			;
		uart[0] = (uint8_t)c;
		break;
	}
	case CONSOLE_PL011: {
		volatile uint32_t *uart = (volatile uint32_t *)at;

		while ((uart[0x18 / 4] & 0x20) && --spins)
			;
		uart[0] = (uint8_t)c;
		break;
	}
	case CONSOLE_MEMORY:
		*(volatile uint8_t *)at = (uint8_t)c;
		purgatory_console.address++;
		break;
	default:
		purgatory_console.kind = CONSOLE_NONE;
		break;
	}
}

static void put_string(const char *s)
{
	while (*s)
		put_char(*s++);
}

static int check_console(void)
{
	return purgatory_console.reserved == 0;
}

static int check_entry(void)
{
	return purgatory_kernel_entry != 0;
}

static int check_digest(void)
{
	const struct sha256_region *region = sha256_regions;
	const struct sha256_region *end = sha256_regions + REGIONS;
	uint8_t digest[SHA256_DIGEST_SIZE];
	struct sha256 sha;

	sha256_init(&sha);
	for (; region < end; region++)
		sha256_update(&sha, (const uint8_t *)(uintptr_t)region->start, region->len);
	sha256_final(&sha, digest);
	return memcmp(digest, sha256_digest, sizeof(digest)) == 0;
}

/* Absolute pointers to code and to strings: what a relocation must move. */
struct check {
	int (*passes)(void);
	const char *name;
};

static const struct check checks[] = {
	{ check_console, "console" },
	{ check_entry, "kernel entry" },
	{ check_digest, "sha256 digest" },
};

/* Global and writable, so that its use is a load and not folded away. */
const struct check *purgatory_checks = checks;

static void halt(void)
{
	for (;;) {
#if defined(__x86_64__) || defined(__i386__)
		__asm__ volatile("hlt");
#elif defined(__aarch64__) || defined(__riscv)
		__asm__ volatile("wfi");
#elif defined(__loongarch__)
		__asm__ volatile("idle 0");
#endif
	}
}

void purgatory(void)
{
	const struct check *check = purgatory_checks;
	const struct check *end = check + sizeof(checks) / sizeof(checks[0]);

	put_string("purgatory\n");
	if (skip_checks)
		return;
	for (; check < end; check++) {
		if (check->passes())
			continue;
		put_string("purgatory: check failed: ");
		put_string(check->name);
		put_string("\n");
		halt();
	}
}

#ifdef __s390x__
/* The kernel asks for the verdict first and goes on itself if it is not 0. */
int purgatory_verify(void)
{
	const struct check *check = purgatory_checks;
	const struct check *end = check + sizeof(checks) / sizeof(checks[0]);

	if (skip_checks)
		return 0;
	for (; check < end; check++)
		if (!check->passes())
			return 1;
	return 0;
}
#endif
