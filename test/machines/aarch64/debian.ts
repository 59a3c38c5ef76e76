import type { DebianFacts } from '../../support/debian-facts.ts';
import { KEXEC_TOOLS } from '../../support/purgatory-run.ts';

export const debian: DebianFacts = {
  arm64: { bytes: 52, run: { ...KEXEC_TOOLS, words: [{ symbol: 'arm64_kernel_entry', value: 'kernel' }] } },
};
