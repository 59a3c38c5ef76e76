/** Who else relocates SuperH. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

export const LOADERS: readonly LoaderKnowledge[] = [
  knows(
    'kexec-tools',
    { '2.0.1': 'DIR32 REL32' },
    {
      source: 'kexec/arch/sh/kexec-elf-rel-sh.c',
      notes: {
        REL32: 'it subtracts the address of its own buffer in place of the address the purgatory gets',
      },
    },
  ),
  knows(
    'linux-modules',
    { '5.10': 'NONE DIR32 REL32 IMM_LOW16 IMM_MEDLOW16 IMM_LOW16_PCREL IMM_MEDLOW16_PCREL' },
    { source: 'arch/sh/kernel/module.c' },
  ),
  knows('musl', { '1.1.16': 'RELATIVE' }),
  knows('zig', { '0.15': 'RELATIVE' }),
];
