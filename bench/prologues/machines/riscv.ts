import type { BenchFamily, BenchMachine } from '../machine.ts';

const machine: BenchMachine = { call: ({ arguments: [a0, a1], returnTo: ra }) => ({ a0, a1, ra }) };

export const riscv: BenchFamily = { riscv64: machine, riscv32: machine };
