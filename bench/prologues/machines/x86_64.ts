import type { BenchFamily } from '../machine.ts';

export const x86_64: BenchFamily = {
  x86_64: {
    call: ({ arguments: [rdi, rsi], returnTo, frame, sp }) => {
      frame.writeBigUInt64LE(returnTo, sp);
      return { rdi, rsi };
    },
  },
};
