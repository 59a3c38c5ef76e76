/** What tests must know of each machine, its cross tools first: an index of `machines/`, one file for each psABI. */
import { aarch64 } from './machines/aarch64.ts';
import { alpha } from './machines/alpha.ts';
import { arm } from './machines/arm.ts';
import { hppa } from './machines/hppa.ts';
import { ia64 } from './machines/ia64.ts';
import { loongarch } from './machines/loongarch.ts';
import { m68k } from './machines/m68k.ts';
import { mips } from './machines/mips.ts';
import { ppc } from './machines/ppc.ts';
import { ppc64 } from './machines/ppc64.ts';
import { riscv } from './machines/riscv.ts';
import { s390x } from './machines/s390x.ts';
import { sh } from './machines/sh.ts';
import { sparc64 } from './machines/sparc64.ts';
import type { Family, Toolchain } from './machines/types.ts';
import { x86 } from './machines/x86.ts';

export type { Toolchain } from './machines/types.ts';

export const TOOLCHAINS = {
  ...x86,
  ...aarch64,
  ...arm,
  ...s390x,
  ...riscv,
  ...alpha,
  ...hppa,
  ...loongarch,
  ...m68k,
  ...ia64,
  ...ppc64,
  ...ppc,
  ...sh,
  ...sparc64,
  ...mips,
} as const satisfies Family;

export type ToolArch = keyof typeof TOOLCHAINS;

/** @throws Error for an architecture without tools */
export function toolchainOf(arch: string): Toolchain {
  const all: Family = TOOLCHAINS;
  const found = all[arch];
  if (!found) throw new Error(`test/support/machines has no tools for ${arch}`);
  return found;
}
