/** All architectures. Who imports them has them loaded. */
import type { Architecture } from '../architecture.ts';
import { addArchitectures } from '../architectures.ts';
import { aarch64 } from './aarch64.ts';
import { alpha } from './alpha.ts';
import { arm } from './arm.ts';
import { hppa } from './hppa.ts';
import { i386 } from './i386.ts';
import { ia64 } from './ia64.ts';
import { loongarch64 } from './loongarch64.ts';
import { m68k } from './m68k.ts';
import { mips, mips64, mips64el, mipsel } from './mips.ts';
import { ppc } from './ppc.ts';
import { ppc64, ppc64le } from './ppc64.ts';
import { riscv32, riscv64 } from './riscv.ts';
import { s390x } from './s390x.ts';
import { sh, sheb } from './sh.ts';
import { sparc64 } from './sparc64.ts';
import { x86_64 } from './x86_64.ts';

export { architectureForElf, architectureNamed } from '../architectures.ts';

export const architectures: readonly Architecture[] = [
  x86_64,
  i386,
  aarch64,
  s390x,
  riscv64,
  riscv32,
  alpha,
  arm,
  hppa,
  ia64,
  loongarch64,
  m68k,
  sh,
  sheb,
  sparc64,
  ppc64,
  ppc64le,
  ppc,
  mips,
  mipsel,
  mips64,
  mips64el,
];

addArchitectures(architectures);
