/** Who else relocates x86-64. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

const UNCHECKED = 'its range is not checked';

export const LOADERS: readonly LoaderKnowledge[] = [
  knows(
    'kexec-tools',
    { '2.0.0': 'NONE 64 32 32S PC32', '2.0.18': 'PLT32' },
    {
      source: 'kexec/arch/x86_64/kexec-elf-rel-x86_64.c',
      notes: { PC32: UNCHECKED, PLT32: UNCHECKED },
    },
  ),
  knows(
    'linux',
    { '3.17': 'NONE 64 32 32S PC32', '4.16': 'PLT32' },
    {
      source: 'arch/x86/kernel/machine_kexec_64.c',
      unchecked: 'ranges of PC32 and PLT32',
      notes: { PC32: UNCHECKED, PLT32: `${UNCHECKED}; stable releases from 3.18 on have it, too` },
    },
  ),
  knows(
    'linux-modules',
    { '5.10': 'NONE 64 32 32S PC32 PLT32 PC64' },
    {
      source: 'arch/x86/kernel/module.c',
      unchecked: 'offsets, ranges of PC32 and PLT32; fields must hold 0 before',
      notes: { PC32: UNCHECKED, PLT32: UNCHECKED },
    },
  ),
  knows(
    'linux-relocs',
    { '5.10': 'NONE PC32 PLT32 PC64 32 32S 64', '7.2': 'REX_GOTPCRELX' },
    { source: 'arch/x86/tools/relocs.c' },
  ),
  knows(
    'genfw',
    { vUDK2017: 'NONE 64 32 32S PC32 PLT32', 'edk2-stable201808': 'GOTPCREL GOTPCRELX REX_GOTPCRELX' },
    {
      until: { 'edk2-stable201808': '32S' },
      notes: {
        GOTPCREL: 'it finds the slot through the instruction, which must not be relaxed',
        GOTPCRELX: 'it does not see a call or jmp that lld has relaxed without another name for the type',
        REX_GOTPCRELX: 'it sees that lld has relaxed it to lea since edk2-stable202411',
      },
    },
  ),
  knows('systemd-elf2efi', { '254': 'NONE RELATIVE' }),
  knows(
    'ipxe-elf2efi',
    { 'v1.0.0': 'NONE 64 32 PC32', 'v1.20.1': 'PLT32', 'v2.0.0': 'GOTPCRELX REX_GOTPCRELX' },
    {
      until: { 'v1.20.1': '32' },
      notes: {
        '32': 'v2.0.0 leaves it out with --hybrid',
        GOTPCRELX: 'neither the field nor the slot is looked at',
        REX_GOTPCRELX: 'neither the field nor the slot is looked at',
      },
    },
  ),
  knows('rmodtool', { '4.9': '64 32 PC64 PC32 32S', '4.10': 'PLT32' }, { until: { '4.15': '32S' } }),
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
  knows(
    'gnu-efi',
    { '3.0.5': 'NONE RELATIVE' },
    {
      source: 'gnuefi/reloc_x86_64.c',
      notes: {
        RELATIVE: 'before 4.0.0 it added to what the place holds, and the addend of the entry was lost',
      },
    },
  ),
  knows('zig', { '0.15': 'RELATIVE' }),
  knows('origin', { '0.13.15': 'RELATIVE' }),
];
