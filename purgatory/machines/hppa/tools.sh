# SPDX-License-Identifier: GPL-2.0-only
# Calls through pointers are libgcc's $$dyncall.
MACHINES="hppa"
AS="hppa-linux-gnu-as"
LD="hppa-linux-gnu-ld -m hppalinux"
GCC="hppa-linux-gnu-gcc"
STRIP="hppa-linux-gnu-strip"
FLAGS="-mdisable-fpregs"
LIBGCC="yes"
MODEL_longcalls="-mlong-calls -fno-pic -DLONG_CALLS"
MODEL_pa20="-march=2.0 -fno-pic"
OBJECTS="gcc-nopic-Os gcc-longcalls-Os gcc-pa20-Os gcc-nopic-O2 gcc-nopic-O0"
PACKAGED="gcc-nopic-Os"
GCC_VERSIONS="12"
