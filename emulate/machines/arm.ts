import { type EmulatedFamily, numbered } from '../machine.ts';

export const arm: EmulatedFamily = {
  arm: {
    unicorn: {
      arch: 1,
      mode: 0,
      pc: 11,
      registers: new Map([...numbered('r', 0, 12, 66), ['sp', 12], ['lr', 10]]),
    },
    qemu: {
      pc: 15,
      registers: new Map([...numbered('r', 0, 12, 0), ['sp', 13], ['lr', 14]]),
      // mcr p15, 0, rN, c7, …
      privileged: [{ bytes: 4, mask: 0x0fff_0f10, value: 0x0e07_0f10 }],
    },
  },
};
