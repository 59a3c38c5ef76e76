import type { BenchFamily, BenchMachine } from '../machine.ts';

const machine: BenchMachine = {
  call: ({ arguments: [r4, r5], returnTo: pr }) => ({ r4, r5, pr }),
  // gcc 12's pass sh_treg_combine drops the test between a load and a branch, as in `while (*p) p++`.
  options: ['-DHIDE_LOADS'],
};

export const sh: BenchFamily = { sh: machine, sheb: machine };
