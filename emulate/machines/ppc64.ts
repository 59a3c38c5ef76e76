import { BIG_ENDIAN, type EmulatedFamily, type EmulatedMachine, numbered } from '../machine.ts';

/** SF, 64-bit addresses, and HV, without which real mode ends below them; LE. */
const MSR_REAL = 0x9000_0000_0000_0000n;

/** The engine opens as big-endian only, and changes over by the machine state register. */
function machine(order: 'little' | 'big'): EmulatedMachine {
  return {
    unicorn: {
      arch: 5,
      mode: 8 + BIG_ENDIAN,
      pc: 1,
      registers: new Map(numbered('r', 0, 31, 2)),
      state: {
        register: 77,
        marker: 0x8000_0001_0280_ff36n,
        stored: MSR_REAL,
        written: order === 'little' ? MSR_REAL + 1n : MSR_REAL,
      },
    },
    qemu: {
      pc: 32,
      registers: new Map(numbered('r', 0, 31, 0)),
      elfFlags: 2,
      // The first with instructions of 8 bytes.
      options: ['-cpu', 'power10'],
    },
  };
}

export const ppc64: EmulatedFamily = { ppc64le: machine('little'), ppc64: machine('big') };
