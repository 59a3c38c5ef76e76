# SPDX-License-Identifier: GPL-2.0-only
# Compilers call libgcc for shifts of 64 bits and, with -Os, to save registers.
MACHINES="ppc"
AS="powerpc-linux-gnu-as -a32 -mbig"
LD="powerpc-linux-gnu-ld -m elf32ppclinux"
LLD="ld.lld-16 -m elf32ppc"
LLVM="ppc32"
GCC="powerpc-linux-gnu-gcc"
CLANG="clang-16 --target=powerpc-linux-gnu -fno-addrsig"
STRIP="powerpc-linux-gnu-strip"
FLAGS="-msoft-float"
LIBGCC="yes"
OBJECTS="gcc-nopic-Os gcc-pic-Os gcc-bigpic-Os gcc-pichidden-Os gcc-nopic-O0 clang-nopic-Os clang-pic-Os clang-bigpic-Os clang-nopic-O0"
PIE="gcc powerpc-linux-gnu-ld"
