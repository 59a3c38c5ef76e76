// SPDX-License-Identifier: GPL-2.0-only
// What check.c reaches in another file.
#include "check.h"

int other_word = 0x1234567;
short other_half = -1234;
signed char other_byte = -77;
const int other_constant = 0x7654321;
int other_zero;
int other_array[16] = {100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115};
int *other_pointer = &other_array[7];
int other_far[FAR / 4];
int other_hidden = 0x2468ace;
extern int other_alias __attribute__((alias("other_word")));

int other_first(int n)
{
	return 1000 + n;
}

int other_second(int n)
{
	return 2000 + n + (other_zero & 1);
}

int other_third(int n)
{
	return 3000 + n - (other_word == 0);
}

int other_hidden_function(int n)
{
	return 4000 + n + other_hidden - 0x2468ace;
}

int other_aliased(int) __attribute__((alias("other_first")));

int other_calls_back(function f, int n)
{
	return f(n) + 1;
}

// Declared weak where they are used; only this one is there.
int weak_kept(int n)
{
	return 5000 + n;
}

int weak_kept_word = 0x3333;

// check.c has weak ones of these names.
int weak_replaced(int n)
{
	return 6000 + n;
}

int weak_replaced_word = 0x4444;

// Compilers make calls of these by themselves.
void *memcpy(void *to, const void *from, __SIZE_TYPE__ size)
{
	volatile char *t = to;
	const char *f = from;
	while (size--)
		*t++ = *f++;
	return to;
}

void *memmove(void *to, const void *from, __SIZE_TYPE__ size)
{
	volatile char *t = to;
	const volatile char *f = from;
	if ((address)t < (address)f)
		return memcpy(to, from, size);
	while (size--)
		t[size] = f[size];
	return to;
}

void *memset(void *to, int value, __SIZE_TYPE__ size)
{
	volatile char *t = to;
	while (size--)
		*t++ = (char)value;
	return to;
}

int memcmp(const void *left, const void *right, __SIZE_TYPE__ size)
{
	const volatile unsigned char *l = left, *r = right;
	for (; size; size--, l++, r++)
		if (*l != *r)
			return *l - *r;
	return 0;
}

int bcmp(const void *left, const void *right, __SIZE_TYPE__ size)
{
	return memcmp(left, right, size);
}

void abort(void)
{
	finish(110);
}

// libgcc calls it for a division by 0.
int raise(int signal)
{
	return signal;
}
