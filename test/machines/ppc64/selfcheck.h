/* SPDX-License-Identifier: GPL-2.0-only */
static inline __attribute__((noreturn)) void finish(int code)
{
	register long number __asm__("r0") = 234, argument __asm__("r3") = code;
	for (;;)
		__asm__ volatile("sc" : : "r"(number), "r"(argument) : "memory");
}

/* A process of ELFv1 starts with a descriptor. */
#if _CALL_ELF == 2
#define ENTRY_CODE \
	".globl purgatory_start\n\t.type purgatory_start, @notype\npurgatory_start:\n\t" \
	"bcl 20, 31, 1f\n1:\tmflr 12\n\taddis 12, 12, (check_addresses - 1b)@ha\n\t" \
	"addi 12, 12, (check_addresses - 1b)@l\n\tmtctr 12\n\tbctr"
#endif
