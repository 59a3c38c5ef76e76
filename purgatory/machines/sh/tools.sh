# SPDX-License-Identifier: GPL-2.0-only
MACHINES="sh sheb"
GCC="sh4-linux-gnu-gcc"
STRIP="sh4-linux-gnu-strip"
OBJECTS="gcc-nopic-Os gcc-nopic-O2 gcc-nopic-O0 gcc-pic-Os gcc-pic-O2 gcc-pichidden-Os"
PACKAGED="gcc-nopic-Os"

sh_AS="sh4-linux-gnu-as -little"
sh_LD="sh4-linux-gnu-ld -EL"
sh_FLAGS="-ml -m4-nofpu"
sh_PIE="gcc sh4-linux-gnu-ld -EL"

sheb_AS="sh4-linux-gnu-as -big"
sheb_LD="sh4-linux-gnu-ld -EB"
sheb_FLAGS="-mb -m4-nofpu"
sheb_PIE="gcc sh4-linux-gnu-ld -EB"
GCC_VERSIONS="12"
