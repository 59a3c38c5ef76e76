/** The machines that are entered bare. */
import type { BareMachine } from '../machine.ts';
import { alpha } from './alpha/index.ts';
import { arm } from './arm/index.ts';
import { hppa } from './hppa/index.ts';
import { loongarch64 } from './loongarch64/index.ts';
import { m68k } from './m68k/index.ts';
import { mips } from './mips/index.ts';
import { ppc } from './ppc/index.ts';
import { ppc64 } from './ppc64/index.ts';
import { riscv } from './riscv/index.ts';
import { sh } from './sh/index.ts';
import { sparc64 } from './sparc64/index.ts';

export const BARE_MACHINES: readonly BareMachine[] = [
  ...arm,
  ...riscv,
  ...loongarch64,
  ...mips,
  ...alpha,
  ...hppa,
  ...m68k,
  ...sh,
  ...sparc64,
  ...ppc,
  ...ppc64,
];
