import type { BenchFamily } from '../machine.ts';

export const ppc: BenchFamily = {
  // The link register is none of the general ones, which are those that runs set.
  ppc: { call: ({ arguments: [r3, r4] }) => ({ r3, r4 }), returnsTo: 0n },
};
