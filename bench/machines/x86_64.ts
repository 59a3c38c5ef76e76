import type { BenchMachine } from '../machine.ts';

export const x86_64: BenchMachine = {
  arch: 'x86_64',
  clang: ['--target=x86_64-linux-gnu', '-mno-sse'],
  call: ({ arguments: [rdi, rsi], returnTo, frame, sp }) => {
    frame.writeBigUInt64LE(returnTo, sp);
    return { rdi, rsi };
  },
};
