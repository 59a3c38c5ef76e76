/* SPDX-License-Identifier: GPL-2.0-only */
/* What the files of the program share. The machine's header (test/machines/<psABI>/selfcheck.h) comes first. */
#ifndef CHECK_H
#define CHECK_H

/* The program ends with this when every address it holds was right; else with the code of the first that was not. */
#define GOOD 42

#define CHECK(code, condition)   \
	do {                     \
		if (!(condition)) \
			finish(code); \
	} while (0)

/* The value, of which the compiler knows nothing any more. */
#ifdef __cplusplus
extern "C++" template <typename Value> __attribute__((always_inline)) inline Value hidden_(Value value)
{
	__asm__ volatile("" : "+r"(value));
	return value;
}
#define HIDDEN(value) hidden_(value)
#else
#define HIDDEN(value)                                          \
	({                                                     \
		__typeof__((value) + 0) hidden_ = (value);          \
		__asm__ volatile("" : "+r"(hidden_));          \
		hidden_;                                       \
	})

#endif

#define NOINLINE __attribute__((noinline))
#define WEAK __attribute__((weak))
#define HIDDEN_SYMBOL __attribute__((visibility("hidden")))

/* The function that is entered. */
#ifndef ENTRY_ATTRIBUTES
#define ENTRY_ATTRIBUTES
#endif
#if defined(ASM_ENTRY) && defined(ENTRY_CODE)
#define ENTRY __attribute__((noreturn)) void check_addresses(void)
#else
#define ENTRY __attribute__((noreturn)) ENTRY_ATTRIBUTES void purgatory_start(void)
#endif

/* How far things are from each other, in bytes. */
#ifdef NEAR
#define FAR 0x1800
#else
#define FAR 0x18000
#endif

typedef __UINTPTR_TYPE__ address;
typedef int (*function)(int);

extern int other_word;
extern short other_half;
extern signed char other_byte;
extern const int other_constant;
extern int other_zero;
extern int other_array[16];
extern int *other_pointer;
extern int other_far[FAR / 4];
extern HIDDEN_SYMBOL int other_hidden;
extern int other_alias;

/* Each gives its number plus what it is given. */
int other_first(int);
int other_second(int);
int other_third(int);
HIDDEN_SYMBOL int other_hidden_function(int);
int other_aliased(int);
int other_calls_back(function, int);

#endif
