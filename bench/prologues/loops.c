/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a C programmer would write: the relocation loop of each format, by its
 * name, without finding itself, without a guard against being entered again,
 * without a jump.
 */
#include <stddef.h>
#include <stdint.h>

typedef uintptr_t word;

/*
 * What decides whether a loop goes on; where it was just loaded is hidden from
 * compilers that would drop the test.
 */
static inline word decides(word value)
{
#if defined(HIDE_LOADS)
	__asm__("" : "+r"(value));
#endif
	return value;
}

void chain(unsigned char *base, const uint32_t *table)
{
	for (word at = *table; decides(at);) {
		word *slot = (word *)(base + at);

		at = *slot >> (sizeof(word) * 4);
		*slot = (*slot & (((word)1 << (sizeof(word) * 4)) - 1)) + (word)base;
	}
}

void delta(unsigned char *base, const unsigned char *table)
{
	unsigned char *at = base;

	for (;;) {
		uint32_t distance = 0;
		unsigned char digit;

		do {
			digit = *table++;
			distance = distance << 7 | (digit & 127);
		} while (digit & 128);
		if (!decides(distance))
			return;
		at += distance;
		*(word *)at += (word)base;
	}
}

void relr(unsigned char *base, const word *table)
{
	word *at = 0;

	for (word entry; decides(entry = *table++);) {
		if (!(entry & 1)) {
			at = (word *)(base + entry);
			*at++ += (word)base;
			continue;
		}
		word *place = at;

		for (; entry >>= 1; place++)
			if (entry & 1)
				*place += (word)base;
		at += sizeof(word) * 8 - 1;
	}
}

struct rela {
	word offset, info, addend;
};

void rela(unsigned char *base, const struct rela *table)
{
	for (; decides(table->offset); table++)
		*(word *)(base + table->offset) = (word)base + table->addend;
}
