import type { BenchFamily } from '../machine.ts';

/** From a call to where its function returns to: behind the delay slot. */
const BEHIND = 8n;
/** What the stack pointer is less than the stack's address. */
const BIAS = 2047n;

export const sparc64: BenchFamily = {
  sparc64: {
    call: ({ arguments: [o0, o1], returnTo, stack }) => ({ o0, o1, o7: returnTo - BEHIND, sp: stack - BIAS }),
    // Functions that call none need neither frame nor window, and may use the registers that prologues do.
    gcc: ['-mno-flat', '-mapp-regs'],
  },
};
