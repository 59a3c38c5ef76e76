import type { BenchFamily } from '../machine.ts';

export const s390x: BenchFamily = {
  s390x: { call: ({ arguments: [r2, r3], returnTo: r14 }) => ({ r2, r3, r14 }) },
};
