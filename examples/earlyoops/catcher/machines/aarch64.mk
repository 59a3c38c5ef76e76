# SPDX-License-Identifier: GPL-2.0-only
# With the MMU off all memory is a device's, where what is not aligned faults.
MACHINE_CFLAGS := -mgeneral-regs-only -mstrict-align
