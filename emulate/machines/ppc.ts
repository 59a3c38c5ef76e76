import { BIG_ENDIAN, type EmulatedFamily, numbered } from '../machine.ts';

export const ppc: EmulatedFamily = {
  ppc: {
    unicorn: { arch: 5, mode: 4 + BIG_ENDIAN, pc: 1, registers: new Map(numbered('r', 0, 31, 2)) },
    qemu: { pc: 32, registers: new Map(numbered('r', 0, 31, 0)) },
  },
};
