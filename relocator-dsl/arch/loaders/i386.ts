/** Who else relocates i386. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

export const LOADERS: readonly LoaderKnowledge[] = [
  knows('kexec-tools', { '2.0.0': '32 PC32' }, { source: 'kexec/arch/i386/kexec-elf-rel-x86.c' }),
  knows(
    'linux-modules',
    { '5.10': '32 PC32 PLT32' },
    { source: 'arch/x86/kernel/module.c', unchecked: 'offsets and ranges' },
  ),
  knows(
    'linux-relocs',
    { '5.10': 'NONE PC32 PC16 PC8 PLT32 32 16' },
    {
      source: 'arch/x86/tools/relocs.c',
      notes: { '16': 'only with --realmode, of symbols that are segments' },
    },
  ),
  knows(
    'genfw',
    { vUDK2017: 'NONE 32 PC32' },
    {
      source: 'BaseTools/Source/C/GenFw/Elf32Convert.c',
      undefinedSymbols: 'skipped in silence',
      unchecked: 'undefined and absolute symbols since edk2-stable202108, ranges, offsets in the section',
    },
  ),
  knows('systemd-elf2efi', { '254': 'NONE RELATIVE' }),
  knows('ipxe-elf2efi', { 'v1.0.0': 'NONE 32 PC32' }),
  knows('rmodtool', { '4.1': '32 PC32' }),
  knows(
    'u-boot',
    { 'v2026.10-rc2': 'RELATIVE' },
    {
      source: 'arch/x86/lib/relocate.c',
      unknown: 'skipped with a warning',
      unknownHow: 'prints the number of the type, and goes on',
      unchecked:
        'entries that are not in the order of their places, and values outside the image: both are left as they are',
    },
  ),
  knows('musl', { '1.1.16': 'RELATIVE' }),
  knows('gnu-efi', { '3.0.5': 'NONE RELATIVE' }, { source: 'gnuefi/reloc_ia32.c' }),
  knows('zig', { '0.15': 'RELATIVE' }),
  knows('origin', { '0.13.15': 'RELATIVE' }),
];
