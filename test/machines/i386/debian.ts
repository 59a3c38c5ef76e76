import type { DebianFacts } from '../../support/debian-facts.ts';
import { KEXEC_TOOLS } from '../../support/purgatory-run.ts';

export const debian: DebianFacts = {
  i386: {
    bytes: 44,
    overwritten: true,
    run: {
      ...KEXEC_TOOLS,
      loads: { symbol: 'entry32_regs', family: 'kexec-tools' },
      words: [{ symbol: 'entry32_regs', at: 32, bytes: 4, value: 'kernel' }],
      registers: { esp: 'stack' },
      // It loads a table of segments.
      emulator: 'unicorn',
    },
  },
};
