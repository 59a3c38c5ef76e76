/** How the purgatory of Linux's own is run. */
import { LINUX, type PurgatoryRun } from '../../support/purgatory-run.ts';

export const linux: Readonly<Record<string, PurgatoryRun>> = {
  x86_64: {
    ...LINUX,
    loads: { symbol: 'entry64_regs', family: 'linux' },
    words: [{ symbol: 'entry64_regs', at: 128, value: 'kernel' }],
    // It loads a table of segments.
    emulator: 'unicorn',
  },
};
