/** The machines whose prologues are set beside C: all that have one. */
import type { BenchMachine } from '../machine.ts';
import { aarch64 } from './aarch64.ts';
import { alpha } from './alpha.ts';
import { arm } from './arm.ts';
import { hppa } from './hppa.ts';
import { i386 } from './i386.ts';
import { loongarch64 } from './loongarch64.ts';
import { m68k } from './m68k.ts';
import { mips } from './mips.ts';
import { ppc } from './ppc.ts';
import { ppc64 } from './ppc64.ts';
import { riscv } from './riscv.ts';
import { s390x } from './s390x.ts';
import { sh } from './sh.ts';
import { sparc64 } from './sparc64.ts';
import { x86_64 } from './x86_64.ts';

const MACHINES: ReadonlyMap<string, BenchMachine> = new Map(
  [
    aarch64,
    alpha,
    arm,
    hppa,
    i386,
    loongarch64,
    m68k,
    mips,
    ppc,
    ppc64,
    riscv,
    s390x,
    sh,
    sparc64,
    x86_64,
  ].flatMap((family) => Object.entries(family)),
);

/** undefined for a machine of which is not known how its C functions are called. */
export function benchMachine(arch: string): BenchMachine | undefined {
  return MACHINES.get(arch);
}
