// SPDX-License-Identifier: GPL-2.0-only
// What the two files in C++ share.
extern "C" {
#include "check.h"
}

// Both files have these; the linker keeps one of each.
template <int Number> struct Numbered {
	static int word;
	NOINLINE static int plus(int n)
	{
		static int calls;
		calls++;
		return Number + n + calls * 1000 + word;
	}
};
template <int Number> int Numbered<Number>::word = Number * 2;

inline int shared = 0x5151;

struct Shape {
	virtual int area() const = 0;
	virtual const char *name() const;
	virtual ~Shape();
};

struct Named {
	int number;
	explicit Named(int n) : number(n) {}
	virtual int named() const;
};

int hiddenNumber(int n);
int otherNumber(int n);
int *otherWord();
int *otherShared();
const Shape &otherShape();
