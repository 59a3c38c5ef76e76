/* SPDX-License-Identifier: GPL-2.0-only */
/* r7 may be the frame pointer, which does not matter any more. */
static inline __attribute__((noreturn)) void finish(int code)
{
	register int argument __asm__("r0") = code;
	for (;;)
		__asm__ volatile("movs r7, #248\n\tsvc 0" : : "r"(argument) : "memory");
}
