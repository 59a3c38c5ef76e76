// SPDX-License-Identifier: GPL-2.0-only
/* The purgatory, as `relocator build --emit c` writes it. */
#include "purgatory.c"
