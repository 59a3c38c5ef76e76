# SPDX-License-Identifier: GPL-2.0-only
# Rules only: no prologue, no purgatory.
MACHINES="ia64"
AS="ia64-linux-gnu-as"
LD="ia64-linux-gnu-ld -m elf64_ia64"
