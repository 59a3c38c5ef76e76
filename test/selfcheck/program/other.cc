// SPDX-License-Identifier: GPL-2.0-only
// What check.cc reaches in another file.
#include "check.hh"

const char *Shape::name() const
{
	return "1";
}

Shape::~Shape()
{
	other_word++;
}

int Named::named() const
{
	return number + 7;
}

int hiddenNumber(int n)
{
	return HIDDEN(n);
}

int otherNumber(int n)
{
	return Numbered<40>::plus(n);
}

int *otherWord()
{
	return &Numbered<40>::word;
}

int *otherShared()
{
	return &shared;
}

namespace {
struct Point final : Shape {
	int area() const override
	{
		return 0x70707;
	}
};
const Point point;
}

const Shape &otherShape()
{
	return point;
}

// What compilers count on.
extern "C" {
void __cxa_pure_virtual()
{
	finish(100);
}

int __cxa_atexit(void (*)(void *), void *, void *)
{
	return 0;
}

int __cxa_guard_acquire(char *guard)
{
	return !*guard;
}

void __cxa_guard_release(char *guard)
{
	*guard = 1;
}

void __cxa_guard_abort(char *) {}

int __gxx_personality_v0()
{
	finish(101);
}

void _Unwind_Resume(void *)
{
	finish(102);
}

void __cxa_end_cleanup()
{
	finish(103);
}

void *__cxa_begin_catch(void *)
{
	finish(104);
}

void __cxa_bad_typeid()
{
	finish(108);
}

void __aeabi_unwind_cpp_pr0() {}
void __aeabi_unwind_cpp_pr1() {}

int __aeabi_atexit(void *, void (*)(void *), void *)
{
	return 0;
}

__attribute__((visibility("hidden"))) void *__dso_handle;

#ifdef RTTI
// The tables of type_info's own classes are of the library; only their addresses are asked for.
void *_ZTVN10__cxxabiv117__class_type_infoE[8], *_ZTVN10__cxxabiv120__si_class_type_infoE[8],
	*_ZTVN10__cxxabiv121__vmi_class_type_infoE[8];
#endif
}

namespace std {
[[noreturn]] void terminate() noexcept
{
	finish(105);
}
}

void operator delete(void *) noexcept
{
	finish(106);
}

void operator delete(void *, __SIZE_TYPE__) noexcept
{
	finish(107);
}
