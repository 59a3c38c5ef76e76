import type { BenchFamily, BenchMachine } from '../machine.ts';

const machine: BenchMachine = {
  call: ({ arguments: [a0, a1], start: t9, returnTo: ra }) => ({ a0, a1, t9, ra }),
  options: ['-mno-abicalls'],
};

export const mips: BenchFamily = { mips: machine, mipsel: machine, mips64: machine, mips64el: machine };
