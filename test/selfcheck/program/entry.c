// SPDX-License-Identifier: GPL-2.0-only
// The entry in assembly, where the code model wants pointers that no function sets.
#include "check.h"

#ifdef ENTRY_CODE
__asm__(".text\n" ENTRY_CODE "\n");
#endif
