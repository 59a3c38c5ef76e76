/** Who else relocates 32-bit PowerPC. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

const BINDING = 'the value of the symbol is taken unless it is local';

export const LOADERS: readonly LoaderKnowledge[] = [
  knows(
    'kexec-tools',
    { '2.0.0': 'ADDR32 ADDR16_LO ADDR16_HA REL24 REL32', '2.0.2': 'ADDR16_HI' },
    { source: 'kexec/arch/ppc/kexec-elf-rel-ppc.c', notes: { REL24: 'refused from 16 MiB on' } },
  ),
  knows(
    'linux-modules',
    { '5.10': 'ADDR32 ADDR16_LO ADDR16_HI ADDR16_HA REL24 REL32' },
    { source: 'arch/powerpc/kernel/module_32.c' },
  ),
  knows(
    'linux-boot',
    { '5.10': 'RELATIVE ADDR16_HI ADDR16_HA ADDR16_LO' },
    {
      source: 'arch/powerpc/kernel/reloc_32.S',
      notes: { ADDR16_HI: BINDING, ADDR16_HA: BINDING, ADDR16_LO: BINDING },
    },
  ),
  knows('musl', { '1.1.16': 'RELATIVE' }),
  knows('zig', { '0.15': 'RELATIVE' }),
];
