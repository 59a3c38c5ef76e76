import type { BenchMachine } from '../machine.ts';

export const s390x: BenchMachine = {
  arch: 's390x',
  clang: ['--target=s390x-linux-gnu', '-march=z10', '-msoft-float'],
  call: ({ arguments: [r2, r3], returnTo: r14 }) => ({ r2, r3, r14 }),
};
