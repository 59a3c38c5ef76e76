/** The machines that are entered bare. */
import type { BareMachine } from '../machine.ts';
import { arm } from './arm/index.ts';
import { loongarch64 } from './loongarch64/index.ts';
import { mips } from './mips/index.ts';
import { riscv } from './riscv/index.ts';

export const BARE_MACHINES: readonly BareMachine[] = [...arm, ...riscv, ...loongarch64, ...mips];
