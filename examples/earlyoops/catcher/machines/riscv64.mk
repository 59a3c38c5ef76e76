# SPDX-License-Identifier: GPL-2.0-only
# As purgatories are compiled: nothing that a processor may not have, and accesses that are aligned.
MACHINE_CFLAGS := -march=rv64imac -mabi=lp64 -mcmodel=medany -mstrict-align -msmall-data-limit=0
entry := $(here)../../../purgatory/machines/riscv/entry.S
