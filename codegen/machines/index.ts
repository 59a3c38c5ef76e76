/** The machines for which prologues are generated. */
import type { Assembler } from '../assemble/engines.ts';
import type { Target } from '../machine.ts';
import { aarch64 } from './aarch64/prologue.ts';
import { alpha } from './alpha/prologue.ts';
import { arm } from './arm/prologue.ts';
import { hppa } from './hppa/prologue.ts';
import { i386 } from './i386/prologue.ts';
import { loongarch64 } from './loongarch64/prologue.ts';
import { m68k } from './m68k/prologue.ts';
import { mips, mips64, mips64el, mipsel } from './mips/prologue.ts';
import { ppc } from './ppc/prologue.ts';
import { ppc64, ppc64le } from './ppc64/prologue.ts';
import { riscv32, riscv64 } from './riscv/prologue.ts';
import { s390x } from './s390x/prologue.ts';
import { sh, sheb } from './sh/prologue.ts';
import { sparc64 } from './sparc64/prologue.ts';
import { x86_64 } from './x86_64/prologue.ts';

const targets: Readonly<Record<string, Target>> = {
  x86_64,
  i386,
  aarch64,
  arm,
  s390x,
  riscv64,
  riscv32,
  loongarch64,
  ppc64le,
  ppc64,
  ppc,
  mips,
  mipsel,
  mips64,
  mips64el,
  sh,
  sheb,
  m68k,
  sparc64,
  alpha,
  hppa,
};

/** False for an architecture that has rules only. */
export function hasPrologue(arch: string): boolean {
  return targets[arch] !== undefined;
}

/** @throws RangeError for an architecture without prologue code generation */
export function targetFor(arch: string): Target {
  const target = targets[arch];
  if (!target) throw new RangeError(`no prologue can be generated for ${arch}`);
  return target;
}

/** @throws RangeError for an architecture that has no assembler */
export function assemblerOf(arch: string): Assembler {
  const found = targets[arch]?.assembler;
  if (!found) throw new RangeError(`no assembler for ${arch}`);
  return found;
}
