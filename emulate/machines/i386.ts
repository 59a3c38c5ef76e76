import { type EmulatedFamily, inOrder } from '../machine.ts';

export const i386: EmulatedFamily = {
  i386: {
    unicorn: {
      arch: 4,
      mode: 4,
      pc: 26,
      registers: new Map([
        ['eax', 19],
        ['ecx', 22],
        ['edx', 24],
        ['ebx', 21],
        ['esp', 30],
        ['ebp', 20],
        ['esi', 29],
        ['edi', 23],
      ]),
    },
    qemu: { pc: 8, registers: inOrder('eax', 'ecx', 'edx', 'ebx', 'esp', 'ebp', 'esi', 'edi') },
  },
};
