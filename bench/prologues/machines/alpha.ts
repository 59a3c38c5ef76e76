import type { BenchFamily } from '../machine.ts';

export const alpha: BenchFamily = {
  alpha: {
    call: ({ arguments: [$16, $17], start: $27, returnTo: $26 }) => ({ $16, $17, $26, $27 }),
  },
};
