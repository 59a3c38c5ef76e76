import { type EmulatedFamily, numbered } from '../machine.ts';

export const alpha: EmulatedFamily = {
  alpha: {
    // Unicorn lacks it.
    unicorn: undefined,
    // Behind the general ones: a register that is always 0, the floating-point ones and their control register.
    qemu: { pc: 64, registers: new Map(numbered('$', 0, 30, 0)) },
    // A process has the lower 4 TiB.
    addressBits: 42,
    page: 0x2000n,
  },
};
