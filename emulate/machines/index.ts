/** The machines that emulators run, by name. */
import { architectureNamed } from '../../relocator-dsl/architectures.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { EmulatedMachine } from '../machine.ts';
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

const MACHINES: ReadonlyMap<string, EmulatedMachine> = new Map(
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

/** How many bits the addresses of a user process have. */
export function addressBits({ arch, wordBits }: Machine): number {
  return MACHINES.get(arch)?.addressBits ?? Math.min(wordBits, 47);
}

/** undefined for an architecture that is not emulated. */
export function emulatedMachine(arch: string): (EmulatedMachine & { readonly machine: Machine }) | undefined {
  const found = MACHINES.get(arch);
  const machine = architectureNamed(arch)?.machine;
  return found && machine && { ...found, machine };
}
