/** Who else relocates Alpha. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

export const LOADERS: readonly LoaderKnowledge[] = [
  knows(
    'linux-modules',
    {
      '5.10':
        'NONE REFLONG REFQUAD GPREL32 LITERAL LITUSE GPDISP BRSGP BRADDR HINT SREL32 SREL64 GPRELHIGH GPRELLOW GPREL16',
    },
    { source: 'arch/alpha/kernel/module.c' },
  ),
  knows('zig', { '0.15': 'RELATIVE' }),
];
