import type { BenchFamily, BenchMachine } from '../machine.ts';

const machine: BenchMachine = {
  call: ({ arguments: [r3, r4], start: r12 }) => ({ r3, r4, r12 }),
  // The link register is none of the general ones, which are those that runs set.
  returnsTo: 0n,
};

export const ppc64: BenchFamily = { ppc64le: machine, ppc64: machine };
