import type { BenchFamily } from '../machine.ts';

export const loongarch64: BenchFamily = {
  loongarch64: { call: ({ arguments: [a0, a1], returnTo: ra }) => ({ a0, a1, ra }) },
};
