// SPDX-License-Identifier: GPL-2.0-only
// Linked between the other two: more than 64 KiB between their code, their data and their zeros.
__attribute__((used)) static int far_zeros[0x6000];
__attribute__((used)) static int far_data[0x6000] = {1};

__asm__(".text\n\t.balign 4\n\t.space 0x18000\n");
