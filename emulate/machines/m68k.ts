import { BIG_ENDIAN, type EmulatedFamily, numbered } from '../machine.ts';

function registers(data: number, address: number): ReadonlyMap<string, number> {
  return new Map([...numbered('d', 0, 7, data), ...numbered('a', 0, 6, address), ['sp', address + 7]]);
}

export const m68k: EmulatedFamily = {
  m68k: {
    unicorn: {
      arch: 7,
      mode: BIG_ENDIAN,
      // A 68040; the usual one is a ColdFire.
      model: 3,
      fragile: true,
      pc: 18,
      registers: registers(9, 1),
      // The status register: supervisor, interrupts masked.
      initial: new Map([[17, 0x2700n]]),
    },
    qemu: {
      pc: 17,
      registers: registers(0, 8),
      privileged: [
        // movec with %cacr
        { bytes: 4, mask: 0xfffe_0fff, value: 0x4e7a_0002 },
        // cpusha
        { bytes: 2, mask: 0xff38, value: 0xf438 },
      ],
    },
  },
};
