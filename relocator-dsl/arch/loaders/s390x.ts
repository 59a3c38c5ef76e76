/** Who else relocates s390x. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

const RELOC_C = 'NONE 8 12 16 20 32 64 GLOB_DAT JMP_SLOT PC16 PC16DBL PC32DBL PC32 PC64 RELATIVE';

export const LOADERS: readonly LoaderKnowledge[] = [
  knows(
    'kexec-tools',
    { '2.0.3': '8 12 16 20 32 64 PC16 PC16DBL PC32DBL PC32 PC64', '2.0.24': 'PLT32DBL' },
    { source: 'kexec/arch/s390/kexec-elf-rel-s390.c' },
  ),
  knows(
    'linux',
    {
      '4.17': 'NONE 8 12 16 20 32 64 PC16 PC16DBL PC32DBL PC32 PC64',
      '5.2': 'GLOB_DAT JMP_SLOT RELATIVE',
      '5.17': 'PLT32DBL',
    },
    {
      source: 'arch/s390/kernel/machine_kexec_reloc.c',
      unchecked: 'ranges, and whether distances are even',
      notes: { PLT32DBL: 'stable releases of 5.15 have it since 5.15.15' },
    },
  ),
  knows(
    'linux-modules',
    {
      '5.10':
        'NONE 8 12 16 20 32 64 PC16 PC16DBL PC32DBL PC32 PC64 GOT12 GOT16 GOT20 GOT32 GOT64 GOTENT GOTPLT12 GOTPLT16 ' +
        'GOTPLT20 GOTPLT32 GOTPLT64 GOTPLTENT PLT16DBL PLT32DBL PLT32 PLT64 PLTOFF16 PLTOFF32 PLTOFF64 GOTOFF16 ' +
        'GOTOFF32 GOTOFF64 GOTPC GOTPCDBL',
    },
    { source: 'arch/s390/kernel/module.c' },
  ),
  knows(
    'linux-relocs',
    { '6.12': 'NONE PC32 PC64 PC16DBL PC32DBL PLT32DBL GOTENT GOTPCDBL GOTOFF64 64' },
    {
      source: 'arch/s390/tools/relocs.c',
      unknown: 'refused by number',
      unknownHow: 'ends with the number of the type',
    },
  ),
  knows(
    'linux-boot',
    { '5.10': RELOC_C },
    {
      until: { '6.12': RELOC_C },
      source: 'arch/s390/boot/startup.c',
      unknown: 'refused by number',
      unknownHow: 'stops the boot',
      undefinedSymbols: 'taken for 0',
      unchecked: 'ranges; distances are taken from place 0; later kernels have the list of linux-relocs',
    },
  ),
  knows('musl', { '1.1.16': 'RELATIVE' }),
  knows('zig', { '0.15': 'RELATIVE' }),
];
