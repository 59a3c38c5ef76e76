import { BIG_ENDIAN, type EmulatedFamily, type EmulatedMachine } from '../machine.ts';

/** The general registers in the order of their numbers; those from 8 to 15 have other names in each ABI. */
function general(eight: readonly string[]): string[] {
  return [
    ...['zero', 'at', 'v0', 'v1', 'a0', 'a1', 'a2', 'a3'],
    ...eight,
    ...['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 't8', 't9', 'k0', 'k1', 'gp', 'sp', 'fp', 'ra'],
  ];
}

function machine(eight: readonly string[], mode: number | undefined): EmulatedMachine {
  // Register 0 cannot be written.
  const writable = general(eight).flatMap((name, i): [string, number][] => (i === 0 ? [] : [[name, i]]));
  return {
    unicorn:
      mode === undefined
        ? undefined
        : {
            arch: 3,
            mode,
            pc: 1,
            registers: new Map(writable.map(([name, i]) => [name, i + 2])),
            // Elsewhere than behind a branch it ends with the program counter at the instruction before.
            staysInFront: true,
          },
    // Behind the 32 general ones: status, lo, hi, badvaddr, cause.
    qemu: { pc: 37, registers: new Map(writable) },
    // From 2 GiB on addresses are the kernel's.
    ...(mode === undefined ? {} : { addressBits: 31 }),
  };
}

const O32_EIGHT = ['t0', 't1', 't2', 't3', 't4', 't5', 't6', 't7'];
const N64_EIGHT = ['a4', 'a5', 'a6', 'a7', 't0', 't1', 't2', 't3'];

export const mips: EmulatedFamily = {
  mips: machine(O32_EIGHT, 4 + BIG_ENDIAN),
  mipsel: machine(O32_EIGHT, 4),
  // Unicorn 2.0.1 does not run 64-bit code.
  mips64: machine(N64_EIGHT, undefined),
  mips64el: machine(N64_EIGHT, undefined),
};
