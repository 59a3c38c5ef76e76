# SPDX-License-Identifier: GPL-2.0-only
# No clang: clang 16 puts moves, which change the flags, between a comparison and its branch.
MACHINES="m68k"
AS="m68k-linux-gnu-as -m68040"
LD="m68k-linux-gnu-ld -m m68kelf"
GCC="m68k-linux-gnu-gcc"
STRIP="m68k-linux-gnu-strip"
FLAGS="-m68020"
OBJECTS="gcc-nopic-Os gcc-pic-Os gcc-bigpic-Os gcc-pichidden-Os gcc-nopic-O2 gcc-nopic-O0"
PACKAGED="gcc-nopic-Os"
PIE="gcc m68k-linux-gnu-ld"
GCC_VERSIONS="12"
