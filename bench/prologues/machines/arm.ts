import type { BenchFamily } from '../machine.ts';

export const arm: BenchFamily = {
  arm: {
    call: ({ arguments: [r0, r1], returnTo: lr }) => ({ r0, r1, lr }),
    // As prologues are, which are entered in Arm state.
    options: ['-marm'],
  },
};
