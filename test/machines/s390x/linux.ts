/** How the purgatory of Linux's own is run. */
import { LINUX, type PurgatoryRun } from '../../support/purgatory-run.ts';

export const linux: Readonly<Record<string, PurgatoryRun>> = {
  s390x: {
    ...LINUX,
    // KEXEC_TYPE_CRASH, and to be called for the check alone: it returns.
    words: [{ symbol: 'kernel_type', value: 1n }],
    registers: { r14: 'kernel', r2: 0n },
    says: { register: 'r2', value: 0n },
    // It signals its own processor.
    emulator: 'unicorn',
  },
};
