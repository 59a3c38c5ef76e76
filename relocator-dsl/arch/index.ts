/** All architectures, by name and by ELF header. */
import type { Architecture } from '../architecture.ts';
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

/** The architecture the command line calls `name`. */
export function architectureNamed(name: string): Architecture | undefined {
  return architectures.find(({ machine }) => machine.arch === name);
}

/** The architecture of an ELF file with this e_machine, class and byte order. */
export function architectureForElf(
  elfMachine: number,
  wordBits: 32 | 64,
  byteOrder: 'little' | 'big',
): Architecture | undefined {
  return architectures.find(
    ({ machine }) =>
      machine.elfMachine === elfMachine && machine.wordBits === wordBits && machine.dataOrder === byteOrder,
  );
}
