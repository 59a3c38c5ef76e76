import type { DebianFacts } from '../../support/debian-facts.ts';
import { KEXEC_TOOLS } from '../../support/purgatory-run.ts';

export const debian: DebianFacts = {
  ppc64el: {
    bytes: 200,
    linkedBelow: 0x8000_0000n,
    run: {
      ...KEXEC_TOOLS,
      words: [
        { symbol: 'kernel', value: 'kernel' },
        { symbol: 'stack', value: 'stack' },
        { symbol: 'my_toc', value: 'toc' },
        { symbol: 'dt_offset', value: 'kernel' },
      ],
      // Unicorn ends a run at the isync that it begins with.
      emulator: 'qemu-user',
      // mfmsr
      until: { symbol: 'purgatory_start', at: 0x1f8 },
    },
  },
};
