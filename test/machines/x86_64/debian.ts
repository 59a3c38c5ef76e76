import type { DebianFacts } from '../../support/debian-facts.ts';
import { KEXEC_TOOLS } from '../../support/purgatory-run.ts';

export const debian: DebianFacts = {
  amd64: {
    bytes: 44,
    overwritten: true,
    run: {
      ...KEXEC_TOOLS,
      loads: { symbol: 'entry64_regs', family: 'kexec-tools' },
      words: [{ symbol: 'entry64_regs', at: 128, value: 'kernel' }],
      registers: { rsp: 'stack' },
      // It loads a table of segments.
      emulator: 'unicorn',
    },
  },
};
