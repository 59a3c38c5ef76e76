import type { BenchMachine } from '../machine.ts';

export const aarch64: BenchMachine = {
  arch: 'aarch64',
  clang: ['--target=aarch64-linux-gnu', '-mgeneral-regs-only'],
  call: ({ arguments: [x0, x1], returnTo: x30 }) => ({ x0, x1, x30 }),
};
