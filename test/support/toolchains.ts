/** What tests must know of each machine besides its tools: an index of test/machines/, one folder for each psABI. */
import { aarch64 } from '../machines/aarch64/toolchain.ts';
import { alpha } from '../machines/alpha/toolchain.ts';
import { arm } from '../machines/arm/toolchain.ts';
import { hppa } from '../machines/hppa/toolchain.ts';
import { ia64 } from '../machines/ia64/toolchain.ts';
import { loongarch } from '../machines/loongarch64/toolchain.ts';
import { m68k } from '../machines/m68k/toolchain.ts';
import { mips } from '../machines/mips/toolchain.ts';
import { ppc } from '../machines/ppc/toolchain.ts';
import { ppc64 } from '../machines/ppc64/toolchain.ts';
import { riscv } from '../machines/riscv/toolchain.ts';
import { s390x } from '../machines/s390x/toolchain.ts';
import { sh } from '../machines/sh/toolchain.ts';
import { sparc64 } from '../machines/sparc64/toolchain.ts';
import { x86 } from '../machines/x86-common/toolchain.ts';
import type { Family, Toolchain } from './toolchain.ts';
import { toolsOf } from './tools.ts';

export type { Toolchain } from './toolchain.ts';

const TOOLCHAINS = {
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

/** The tools of a machine and what tests know of it. @throws Error for one of which they know nothing */
export function toolchainOf(arch: string): Toolchain {
  const all: Family = TOOLCHAINS;
  const found = all[arch];
  if (!found) throw new Error(`test/machines knows nothing of ${arch}`);
  return { ...toolsOf(arch), ...found };
}
