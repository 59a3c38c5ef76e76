/* SPDX-License-Identifier: GPL-2.0-only */
static inline __attribute__((noreturn)) void finish(int code)
{
	register long number __asm__("d0") = 247, argument __asm__("d1") = code;
	for (;;)
		__asm__ volatile("trap #0" : : "r"(number), "r"(argument) : "memory");
}
