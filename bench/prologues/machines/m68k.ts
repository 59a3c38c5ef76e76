import type { BenchFamily } from '../machine.ts';

export const m68k: BenchFamily = {
  m68k: {
    call: ({ arguments: both, returnTo, frame, sp }) => {
      for (const [index, value] of [returnTo, ...both].entries())
        frame.writeUInt32BE(Number(value), sp + 4 * index);
      return {};
    },
  },
};
