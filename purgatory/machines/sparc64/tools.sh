# SPDX-License-Identifier: GPL-2.0-only
# gcc's purgatories have no register windows.
MACHINES="sparc64"
AS="sparc64-linux-gnu-as -Av9v"
LD="sparc64-linux-gnu-ld -m elf64_sparc"
LLD="ld.lld-19 -m elf64_sparc"
LLVM="sparcv9"
GCC="sparc64-linux-gnu-gcc -mflat -mno-app-regs"
CLANG="clang-16 --target=sparc64-linux-gnu -fno-addrsig"
STRIP="sparc64-linux-gnu-strip"
FLAGS="-mcpu=v9 -msoft-float"
OBJECTS="gcc-medlow-Os gcc-medmid-Os gcc-medany-Os gcc-pic-Os gcc-medany-O2 gcc-bigpic-O2 gcc-medlow-O0 clang-small-Os clang-large-Os clang-pic-Os"
PIE="gcc sparc64-linux-gnu-ld"
