/* SPDX-License-Identifier: GPL-2.0-only */
static inline __attribute__((noreturn)) void finish(int code)
{
	register long argument __asm__("r2") = code;
	for (;;)
		__asm__ volatile("svc 248" : : "r"(argument) : "memory");
}
