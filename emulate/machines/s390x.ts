import { BIG_ENDIAN, type EmulatedFamily, numbered } from '../machine.ts';

export const s390x: EmulatedFamily = {
  s390x: {
    unicorn: {
      arch: 9,
      mode: BIG_ENDIAN,
      pc: 65,
      registers: new Map(numbered('r', 0, 15, 1)),
      // The PSW's mask: 64-bit addresses.
      initial: new Map([[66, 0x1_8000_0000n]]),
    },
    qemu: { pc: 1, registers: new Map(numbered('r', 0, 15, 2)) },
  },
};
