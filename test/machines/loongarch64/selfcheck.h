/* SPDX-License-Identifier: GPL-2.0-only */
static inline __attribute__((noreturn)) void finish(int code)
{
	register long number __asm__("$a7") = 94, argument __asm__("$a0") = code;
	for (;;)
		__asm__ volatile("syscall 0" : : "r"(number), "r"(argument) : "memory");
}
