import type { DebianFacts } from '../../support/debian-facts.ts';
import { KEXEC_TOOLS } from '../../support/purgatory-run.ts';

export const debian: DebianFacts = {
  s390x: {
    bytes: 4,
    settled: true,
    // It is called for the check alone, and returns.
    run: {
      ...KEXEC_TOOLS,
      words: [],
      registers: { r14: 'kernel', r2: 0n },
      says: { register: 'r2', value: 0n },
    },
  },
};
