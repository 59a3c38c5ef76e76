/* SPDX-License-Identifier: GPL-2.0-only */
static inline __attribute__((noreturn)) void finish(int code)
{
	register long argument __asm__("r26") = code;
	for (;;)
		__asm__ volatile("ble 0x100(%%sr2,%%r0)\n\tldi 222,%%r20" : : "r"(argument) : "r20", "r31", "memory");
}

/* Code that is not PIC counts from %r27, which it never sets. */
#define ENTRY_CODE \
	".globl purgatory_start\n\t.type purgatory_start, @function\npurgatory_start:\n\t" \
	"ldil LR'$global$, %r27\n\tldo RR'$global$(%r27), %r27\n\t" \
	"ldil LR'check_addresses, %r1\n\tbe RR'check_addresses(%sr4, %r1)\n\tnop"
