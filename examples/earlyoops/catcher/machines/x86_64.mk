# SPDX-License-Identifier: GPL-2.0-only
MACHINE_CFLAGS := -fcf-protection=none -mgeneral-regs-only -mno-red-zone
