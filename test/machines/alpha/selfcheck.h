/* SPDX-License-Identifier: GPL-2.0-only */
static inline __attribute__((noreturn)) void finish(int code)
{
	register long number __asm__("$0") = 405, argument __asm__("$16") = code;
	for (;;)
		__asm__ volatile("call_pal 0x83" : : "r"(number), "r"(argument) : "memory");
}

#define ENTRY_CODE \
	".globl purgatory_start\n\t.ent purgatory_start\npurgatory_start:\n\t" \
	"br $27, 1f\n1:\tldgp $29, 0($27)\n\tlda $27, check_addresses\n\tjmp $31, ($27)\n\t.end purgatory_start"
