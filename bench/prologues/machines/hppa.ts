import type { BenchFamily } from '../machine.ts';

export const hppa: BenchFamily = {
  hppa: { call: ({ arguments: [r26, r25], returnTo: r2 }) => ({ r26, r25, r2 }) },
};
