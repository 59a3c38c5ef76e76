import { type EmulatedFamily, numbered } from '../machine.ts';

export const aarch64: EmulatedFamily = {
  aarch64: {
    unicorn: {
      arch: 2,
      mode: 0,
      pc: 260,
      registers: new Map([...numbered('x', 0, 28, 199), ['x29', 1], ['x30', 2], ['sp', 4]]),
    },
    qemu: { pc: 32, registers: new Map([...numbered('x', 0, 30, 0), ['sp', 31]]) },
  },
};
