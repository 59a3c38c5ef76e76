/* SPDX-License-Identifier: GPL-2.0-only */
/* arm64 with the MMU off: a serial line that is a PL011, and a reset by firmware (PSCI), which leaves memory as it is. */
#include <stdint.h>

static inline void machine_put(uint64_t serial, char c)
{
	volatile uint32_t *uart = (volatile uint32_t *)serial;
	int spins = 0x10000;

	while ((uart[0x18 / 4] & 0x20) && --spins)
		;
	uart[0] = (uint8_t)c;
}

/* What is in caches only is not seen with the MMU off: it goes to memory, line by line. */
static inline void machine_see(uint64_t at, uint64_t size)
{
	uint64_t type, line;

	__asm__ volatile("mrs %0, ctr_el0" : "=r"(type));
	line = (uint64_t)4 << (type >> 16 & 15);
	for (uint64_t next = at & ~(line - 1); next < at + size; next += line)
		__asm__ volatile("dc civac, %0" : : "r"(next) : "memory");
	__asm__ volatile("dsb sy" : : : "memory");
}

/* SYSTEM_RESET, by the call that the device tree names: 1 is hvc, everything else smc. */
static inline void machine_reset(uint64_t how)
{
	register uint64_t function __asm__("x0") = 0x84000009;

	if (how == 1)
		__asm__ volatile("hvc #0" : "+r"(function) : : "memory");
	else
		__asm__ volatile("smc #0" : "+r"(function) : : "memory");
}
