/** What tests know of machines: the registry of the folders beside it, one for each psABI. */
import type { Family } from '../support/family.ts';
import type { Toolchain } from '../support/toolchain.ts';
import { toolsOf } from '../support/tools.ts';
import { aarch64 } from './aarch64/index.ts';
import { alpha } from './alpha/index.ts';
import { arm } from './arm/index.ts';
import { hppa } from './hppa/index.ts';
import { i386 } from './i386/index.ts';
import { ia64 } from './ia64/index.ts';
import { loongarch64 } from './loongarch64/index.ts';
import { m68k } from './m68k/index.ts';
import { mips } from './mips/index.ts';
import { ppc } from './ppc/index.ts';
import { ppc64 } from './ppc64/index.ts';
import { riscv } from './riscv/index.ts';
import { s390x } from './s390x/index.ts';
import { sh } from './sh/index.ts';
import { sparc64 } from './sparc64/index.ts';
import { x86_64 } from './x86_64/index.ts';

export const FAMILIES: readonly Family[] = [
  x86_64,
  i386,
  s390x,
  riscv,
  aarch64,
  alpha,
  hppa,
  loongarch64,
  m68k,
  sh,
  sparc64,
  arm,
  ia64,
  ppc64,
  ppc,
  mips,
];

const toolchains = new Map(FAMILIES.flatMap((family) => Object.entries(family.toolchains)));

/** The tools of a machine and what tests know of it. @throws Error for one of which they know nothing */
export function toolchainOf(arch: string): Toolchain {
  const found = toolchains.get(arch);
  if (!found) throw new Error(`test/machines knows nothing of ${arch}`);
  return { ...toolsOf(arch), ...found };
}
