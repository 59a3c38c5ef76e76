/** How the purgatory of Linux's own is run. */
import { LINUX, type PurgatoryRun } from '../../support/purgatory-run.ts';

export const linux: Readonly<Record<string, PurgatoryRun>> = {
  riscv64: { ...LINUX, words: [{ symbol: 'riscv_kernel_entry', value: 'kernel' }] },
};
