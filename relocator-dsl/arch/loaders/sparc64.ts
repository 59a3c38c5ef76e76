/** Who else relocates 64-bit SPARC. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

export const LOADERS: readonly LoaderKnowledge[] = [
  knows(
    'linux-modules',
    { '5.10': 'DISP32 32 UA32 WDISP30 WDISP22 LO10 HI22 64 WDISP19 OLO10', '6.1': 'UA64' },
    { source: 'arch/sparc/kernel/module.c', unchecked: 'offsets and ranges' },
  ),
  knows('zig', { '0.15': 'RELATIVE' }),
];
