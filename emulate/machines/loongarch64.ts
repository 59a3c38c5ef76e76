import { type EmulatedFamily, numbered } from '../machine.ts';

export const loongarch64: EmulatedFamily = {
  loongarch64: {
    // Unicorn lacks it.
    unicorn: undefined,
    qemu: {
      pc: 33,
      // The stub reads nothing for the one in front of it, orig_a0, and so takes that place for the program counter's.
      pcWritten: [32, 33],
      // The first is always 0.
      registers: new Map([
        ['ra', 1],
        ['tp', 2],
        ['sp', 3],
        ...numbered('a', 0, 7, 4),
        ...numbered('t', 0, 8, 12),
        ['r21', 21],
        ['fp', 22],
        ...numbered('s', 0, 8, 23),
      ]),
    },
    page: 0x4000n,
  },
};
