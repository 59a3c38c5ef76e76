/* SPDX-License-Identifier: GPL-2.0-only */
/* RISC-V with translation off: a serial line that is an 8250 with registers of a byte, and a reset by firmware (SBI), which leaves memory as it is. */
#include <stdint.h>

static inline void machine_put(uint64_t serial, char c)
{
	volatile uint8_t *uart = (volatile uint8_t *)serial;
	int spins = 0x10000;

	while (!(uart[5] & 0x20) && --spins)
		;
	uart[0] = (uint8_t)c;
}

/* Caches are as they were. */
static inline void machine_see(uint64_t at, uint64_t size)
{
	(void)at;
	(void)size;
}

/* System Reset Extension: warm, and cold where that is not there. */
static inline void machine_reset(uint64_t how)
{
	(void)how;
	__asm__ volatile("fence rw, rw" : : : "memory");
	for (uint64_t type = 2; type >= 1; type--) {
		register uint64_t a0 __asm__("a0") = type;
		register uint64_t a1 __asm__("a1") = 0;
		register uint64_t a6 __asm__("a6") = 0;
		register uint64_t a7 __asm__("a7") = 0x53525354;

		__asm__ volatile("ecall" : "+r"(a0), "+r"(a1) : "r"(a6), "r"(a7) : "memory");
	}
}
