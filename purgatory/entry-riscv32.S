/* SPDX-License-Identifier: GPL-2.0-only */
#include "entry-riscv64.S"
