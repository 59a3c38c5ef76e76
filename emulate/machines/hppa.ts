import { type EmulatedFamily, numbered } from '../machine.ts';

export const hppa: EmulatedFamily = {
  hppa: {
    // Unicorn lacks it.
    unicorn: undefined,
    // Behind the general registers, of which the first is always 0: the shift amount, then front and back of the queue
    // of instruction addresses with the space of each. The lowest bits of an address are the privilege level.
    qemu: { pc: 33, nextPc: 35, pcFlags: 3n, registers: new Map(numbered('r', 1, 31, 1)) },
  },
};
