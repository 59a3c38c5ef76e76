// Generated from relocator-dsl/arch/index.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** All reference models, by architecture name. */
import { model as aarch64 } from './aarch64.ts';
import { model as alpha } from './alpha.ts';
import { model as arm } from './arm.ts';
import { model as hppa } from './hppa.ts';
import { model as i386 } from './i386.ts';
import { model as ia64 } from './ia64.ts';
import { model as loongarch64 } from './loongarch64.ts';
import { model as m68k } from './m68k.ts';
import { model as mips } from './mips.ts';
import { model as mips64 } from './mips64.ts';
import { model as mips64el } from './mips64el.ts';
import { model as mipsel } from './mipsel.ts';
import { model as ppc } from './ppc.ts';
import { model as ppc64 } from './ppc64.ts';
import { model as ppc64le } from './ppc64le.ts';
import { model as riscv32 } from './riscv32.ts';
import { model as riscv64 } from './riscv64.ts';
import { model as s390x } from './s390x.ts';
import { model as sh } from './sh.ts';
import { model as sheb } from './sheb.ts';
import { model as sparc64 } from './sparc64.ts';
import type { ReferenceModel } from './types.ts';
import { model as x86_64 } from './x86_64.ts';

const all = [
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

export const models: ReadonlyMap<string, ReferenceModel> = new Map(all.map((model) => [model.arch, model]));
