import type { BenchFamily } from '../machine.ts';

export const i386: BenchFamily = {
  i386: {
    call: ({ arguments: both, returnTo, frame, sp }) => {
      for (const [index, value] of [returnTo, ...both].entries())
        frame.writeUInt32LE(Number(value), sp + 4 * index);
      return {};
    },
  },
};
