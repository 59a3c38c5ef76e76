// SPDX-License-Identifier: GPL-2.0-only
// Addresses that C++ makes: tables of virtual functions, thunks, constructors, references, pointers to members.
#include "check.hh"

#ifdef RTTI
namespace std {
class type_info {
      public:
	virtual ~type_info();
	const char *text;
};
type_info::~type_info() {}
}
#endif

namespace {

struct Square : Shape {
	int side;
	explicit Square(int s) : side(s) {}
	int area() const override
	{
		return side * side + other_zero;
	}
	const char *name() const override
	{
		return "4";
	}
};

// Two tables, and thunks from the second.
struct Both : Square, Named {
	Both(int s, int n) : Square(s), Named(n) {}
	int named() const override
	{
		return number + side * 100;
	}
	int area() const override
	{
		return side + 5;
	}
};

// A table of tables.
struct Left : virtual Named {
	Left() : Named(1) {}
	int named() const override
	{
		return 1000 + number;
	}
};
struct Right : virtual Named {
	Right() : Named(2) {}
	virtual int right() const
	{
		return 2000 + number;
	}
};
struct Bottom : Left, Right {
	Bottom() : Named(3) {}
	int right() const override
	{
		return 3000 + named();
	}
};

struct Counted {
	int value;
	explicit Counted(int n) : value(n + own()) {}
	~Counted()
	{
		other_zero = value;
	}
	NOINLINE static int own()
	{
		return other_array[4];
	}
};

Square square(hiddenNumber(12));
Both both(hiddenNumber(9), hiddenNumber(8));
Bottom bottom;
Counted counted(hiddenNumber(1));
int &reference = other_word;
const int &toConstant = other_constant;
Shape *const shapes[] = {&square, &both};
Named *const named[] = {&both, &bottom};
int (Named::*const toMember)() const = &Named::named;
int (Right::*const toRight)() const = &Right::right;
int Named::*const toField = &Named::number;
int (*const toTemplate)(int) = Numbered<7>::plus;

int number(const char *text)
{
	int value = 0;
	for (text = HIDDEN(text); *text; text++)
		value = value * 10 + (*text - '0');
	return value;
}

// A cleanup, where exceptions are compiled in.
NOINLINE int cleaned(function f, int n)
{
	Counted once(f(n));
	return f(once.value);
}

NOINLINE int guarded()
{
	static Counted once(HIDDEN(5));
	return once.value;
}

NOINLINE void tables()
{
	CHECK(1, square.side == 12 && both.side == 9 && counted.value == 105);
	const Shape *shape = HIDDEN(shapes[0]);
	CHECK(2, shape->area() == 144 && number(shape->name()) == 4);
	shape = HIDDEN(shapes[1]);
	CHECK(3, shape->area() == 14 && number(shape->name()) == 4);
	const Named *each = HIDDEN(named[0]);
	CHECK(4, each->number == 8 && each->named() == 908);
	each = HIDDEN(named[1]);
	CHECK(5, each->number == 3 && each->named() == 1003);
	const Right *right = HIDDEN(&bottom);
	CHECK(6, right->right() == 4003 && right->number == 3);
	CHECK(7, otherShape().area() == 0x70707 && number(otherShape().name()) == 1);
}

NOINLINE void members()
{
	const Named *each = HIDDEN(named[0]);
	CHECK(8, (each->*toMember)() == 908 && each->*toField == 8);
	const Right *right = HIDDEN(&bottom);
	CHECK(9, (right->*toRight)() == 4003);
	Named plain(HIDDEN(30));
	const Named *hidden = HIDDEN(&plain);
	CHECK(10, (hidden->*toMember)() == 37);
	CHECK(11, reference == 0x1234567 && HIDDEN(&reference) == HIDDEN(&other_word) && toConstant == 0x7654321);
	reference = 99;
	CHECK(12, HIDDEN(other_word) == 99);
}

NOINLINE void templates()
{
	CHECK(13, Numbered<40>::plus(HIDDEN(1)) == 1121 && otherNumber(2) == 2122 && toTemplate(3) == 1024);
	CHECK(14, HIDDEN(otherWord()) == HIDDEN(&Numbered<40>::word) && *otherWord() == 80);
	CHECK(15, HIDDEN(otherShared()) == HIDDEN(&shared) && *otherShared() == 0x5151);
	CHECK(16, cleaned(other_first, HIDDEN(4)) == 2108 && HIDDEN(other_zero) == 1108);
	other_zero = 0;
	CHECK(17, guarded() == 109 && guarded() == 109);
	int captured = HIDDEN(70);
	auto lambda = [&captured](int n) { return captured + other_second(n); };
	CHECK(18, lambda(1) == 2071);
	static int (*const plain)(int) = [](int n) { return other_third(n) + 1; };
	CHECK(19, HIDDEN(plain)(4) == 3005);
#ifdef RTTI
	const Shape *shape = HIDDEN(shapes[1]);
	const char *text = typeid(*shape).text + (*typeid(*shape).text == '*');
	CHECK(20, typeid(*shape).text == typeid(Both).text && text[0] == 'N');
#endif
}

}

extern "C" {
typedef void (*constructor)();
extern HIDDEN_SYMBOL constructor __init_array_start[], __init_array_end[];
ENTRY;
ENTRY
{
	for (const constructor *each = __init_array_start; each < HIDDEN(&__init_array_end[0]); each++)
		(*each)();
	tables();
	members();
	templates();
	finish(GOOD);
}
}
