// SPDX-License-Identifier: GPL-2.0-only
// What check.rs needs that differs from machine to machine.
#include "check.h"

int check_addresses_of_rust(void);

__attribute__((noreturn)) void finish_with(int code)
{
	finish(code);
}

// Tables for unwinding name them.
void __aeabi_unwind_cpp_pr0(void) {}
void __aeabi_unwind_cpp_pr1(void) {}

ENTRY;
ENTRY
{
	finish(check_addresses_of_rust());
}
