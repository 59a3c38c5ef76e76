import { type EmulatedFamily, type EmulatedMachine, numbered } from '../machine.ts';

/** x1 to x31 by the names of the calling convention, as the entry contract has them; `x0` is the number of x0. */
function registers(x0: number): ReadonlyMap<string, number> {
  return new Map([
    ...['ra', 'sp', 'gp', 'tp'].map((name, index): [string, number] => [name, x0 + 1 + index]),
    ...numbered('t', 0, 2, x0 + 5),
    ...numbered('s', 0, 1, x0 + 8),
    ...numbered('a', 0, 7, x0 + 10),
    ...numbered('s', 2, 11, x0 + 18),
    ...numbered('t', 3, 6, x0 + 28),
  ]);
}

/** UC_MODE_RISCV32, UC_MODE_RISCV64 */
function machine(mode: 4 | 8): EmulatedMachine {
  return {
    unicorn: { arch: 8, mode, pc: 190, registers: registers(1) },
    qemu: { pc: 32, registers: registers(0) },
  };
}

export const riscv: EmulatedFamily = { riscv64: machine(8), riscv32: machine(4) };
