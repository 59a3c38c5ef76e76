/** Who else relocates ia64. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

export const LOADERS: readonly LoaderKnowledge[] = [
  knows(
    'kexec-tools',
    {
      '2.0.0': 'NONE SEGREL64LSB DIR64LSB DIR32LSB IMM64 IMM22 PCREL21B PCREL64LSB GPREL22 LTOFF22X LDXMOV',
    },
    {
      source: 'kexec/arch/ia64/kexec-elf-rel-ia64.c',
      notes: {
        SEGREL64LSB: 'it stores the address itself',
        LTOFF22X: 'it rewrites the instruction to do without the GOT',
        LDXMOV: 'it rewrites the load as a move',
      },
    },
  ),
];
