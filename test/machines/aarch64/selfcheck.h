/* SPDX-License-Identifier: GPL-2.0-only */
static inline __attribute__((noreturn)) void finish(int code)
{
	register long number __asm__("x8") = 94, argument __asm__("x0") = code;
	for (;;)
		__asm__ volatile("svc 0" : : "r"(number), "r"(argument) : "memory");
}
