/** Who else relocates 32-bit PA-RISC. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

export const LOADERS: readonly LoaderKnowledge[] = [
  knows('kexec-tools', {}, { source: 'kexec/arch/hppa/kexec-elf-rel-hppa.c' }),
  knows(
    'linux-modules',
    {
      '5.10': 'PLABEL32 DIR32 DIR21L DIR14R SEGREL32 SECREL32 DPREL21L DPREL14R PCREL17F PCREL22F PCREL32',
    },
    { source: 'arch/parisc/kernel/module.c' },
  ),
];
