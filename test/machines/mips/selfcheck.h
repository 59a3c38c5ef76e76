/* SPDX-License-Identifier: GPL-2.0-only */
#ifdef __mips64
#define EXIT_GROUP 5205
#else
#define EXIT_GROUP 4246
#endif

#ifdef __mips16
#define CONVENTIONAL __attribute__((nomips16, noinline))
#else
#define CONVENTIONAL
#endif

CONVENTIONAL static inline __attribute__((noreturn)) void finish(int code)
{
	register long number __asm__("$2") = EXIT_GROUP, argument __asm__("$4") = code;
	for (;;)
		__asm__ volatile("syscall" : : "r"(number), "r"(argument) : "memory");
}

/* Small data is counted from $gp, which code that is not PIC never sets. */
#ifdef __mips64
#define ADDRESS "dla"
#else
#define ADDRESS "la"
#endif
#if defined(__mips_abicalls) && !defined(__PIC__) && !defined(__PIE__)
#define PIC0 ".option pic0\n\t"
#else
#define PIC0
#endif
#if defined(__PIC__) || defined(__PIE__)
#ifdef __mips64
#define POINTER "bal 1f\n1:\t.cpsetup $31, $16, 1b\n\t"
#else
#define POINTER ".set noreorder\n\tbal 1f\n\tnop\n1:\tlui $28, %hi(_gp_disp)\n\taddiu $28, $28, %lo(_gp_disp)\n\t" \
		"addu $28, $28, $31\n\t.set reorder\n\t"
#endif
#else
#define POINTER ADDRESS " $28, _gp\n\t"
#endif
#define ENTRY_CODE \
	".set nomips16\n\t.set nomicromips\n\t" PIC0 \
	".globl purgatory_start\n\t.type purgatory_start, @function\n\t.ent purgatory_start\npurgatory_start:\n\t" \
	".set reorder\n\t" POINTER ADDRESS " $25, check_addresses\n\tjr $25\n\t.end purgatory_start"
