/* SPDX-License-Identifier: GPL-2.0-only */
static inline __attribute__((noreturn)) void finish(int code)
{
	register long number __asm__("r3") = 252, argument __asm__("r4") = code;
	for (;;)
		__asm__ volatile("trapa #0x13" : : "r"(number), "r"(argument) : "memory");
}
