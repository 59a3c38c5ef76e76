import { BIG_ENDIAN, type EmulatedFamily, numbered } from '../machine.ts';

/** The number of the first register of each set, and of those with a use: %o6, and %o7 as it is not always behind it. */
interface Numbers {
  readonly g: number;
  readonly o: number;
  readonly l: number;
  readonly i: number;
  readonly sp: number;
  readonly o7: number;
}

/** The general registers but %g0, which is always 0. */
function registers({ g, o, l, i, sp, o7 }: Numbers): ReadonlyMap<string, number> {
  return new Map([
    ...numbered('g', 1, 7, g + 1),
    ...numbered('o', 0, 5, o),
    ['sp', sp],
    ['o7', o7],
    ...numbered('l', 0, 7, l),
    ...numbered('i', 0, 7, i),
  ]);
}

export const sparc64: EmulatedFamily = {
  sparc64: {
    unicorn: {
      arch: 6,
      mode: 8 + BIG_ENDIAN,
      pc: 88,
      registers: registers({ g: 53, o: 78, l: 70, i: 61, sp: 84, o7: 85 }),
      staysInFront: true,
      fragile: true,
    },
    // Behind the general ones: 32 floating-point registers of half a word, and 16 whole ones.
    qemu: { pc: 64, nextPc: 65, registers: registers({ g: 0, o: 8, l: 16, i: 24, sp: 14, o7: 15 }) },
    page: 0x2000n,
    // What Unicorn has of physical addresses.
    addressBits: 41,
  },
};
