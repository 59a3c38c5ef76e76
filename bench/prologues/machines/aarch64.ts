import type { BenchFamily } from '../machine.ts';

export const aarch64: BenchFamily = {
  aarch64: { call: ({ arguments: [x0, x1], returnTo: x30 }) => ({ x0, x1, x30 }) },
};
