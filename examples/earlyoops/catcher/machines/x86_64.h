/* SPDX-License-Identifier: GPL-2.0-only */
/* A PC: a serial line that is a port of an 8250, and a reset that leaves memory as it is. */
#include <stdint.h>

static inline void out(uint16_t port, uint8_t value)
{
	__asm__ volatile("outb %b0, %w1" : : "a"(value), "Nd"(port));
}

static inline uint8_t in(uint16_t port)
{
	uint8_t value;

	__asm__ volatile("inb %w1, %b0" : "=a"(value) : "Nd"(port));
	return value;
}

static inline void machine_put(uint64_t serial, char c)
{
	int spins = 0x10000;

	while (!(in((uint16_t)(serial + 5)) & 0x20) && --spins)
		;
	out((uint16_t)serial, (uint8_t)c);
}

/* Caches are as they were. */
static inline void machine_see(uint64_t at, uint64_t size)
{
	(void)at;
	(void)size;
}

/* By the chipset's register, the keyboard controller, and at last an interrupt for which there is no table. */
static inline void machine_reset(uint64_t how)
{
	static const struct {
		uint16_t limit;
		uint64_t base;
	} __attribute__((packed)) no_table = { 0, 0 };

	(void)how;
	__asm__ volatile("wbinvd" : : : "memory");
	out(0xcf9, 0x02);
	out(0xcf9, 0x06);
	out(0x64, 0xfe);
	__asm__ volatile("lidt %0; int3" : : "m"(no_table));
}
