/** Who else relocates m68k. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

export const LOADERS: readonly LoaderKnowledge[] = [
  knows('kexec-tools', {}, { source: 'kexec/arch/m68k/kexec-elf-rel-m68k.c' }),
  knows('linux-modules', { '5.10': '32 PC32' }, { source: 'arch/m68k/kernel/module.c' }),
  knows('u-boot-relocate-rela', { 'v2024.01': 'NONE 32 GLOB_DAT JMP_SLOT RELATIVE' }),
  knows('u-boot', { 'v2026.10-rc2': '32 RELATIVE' }, { source: 'arch/m68k/cpu/mcf5445x/start.S' }),
  knows('musl', { '1.1.16': 'RELATIVE' }),
  knows('zig', { '0.15': 'RELATIVE' }),
];
