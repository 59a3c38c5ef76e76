/** The machines for which prologues are generated; each is read when it is asked for. */
import type { Assembler } from '../assemble/engines.ts';
import type { Target } from '../machine.ts';

const TARGETS: Readonly<Record<string, () => Promise<Target>>> = {
  x86_64: async () => (await import('./x86_64/prologue.ts')).x86_64,
  i386: async () => (await import('./i386/prologue.ts')).i386,
  aarch64: async () => (await import('./aarch64/prologue.ts')).aarch64,
  arm: async () => (await import('./arm/prologue.ts')).arm,
  s390x: async () => (await import('./s390x/prologue.ts')).s390x,
  riscv64: async () => (await import('./riscv/prologue.ts')).riscv64,
  riscv32: async () => (await import('./riscv/prologue.ts')).riscv32,
  loongarch64: async () => (await import('./loongarch64/prologue.ts')).loongarch64,
  ppc64le: async () => (await import('./ppc64/prologue.ts')).ppc64le,
  ppc64: async () => (await import('./ppc64/prologue.ts')).ppc64,
  ppc: async () => (await import('./ppc/prologue.ts')).ppc,
  mips: async () => (await import('./mips/prologue.ts')).mips,
  mipsel: async () => (await import('./mips/prologue.ts')).mipsel,
  mips64: async () => (await import('./mips/prologue.ts')).mips64,
  mips64el: async () => (await import('./mips/prologue.ts')).mips64el,
  sh: async () => (await import('./sh/prologue.ts')).sh,
  sheb: async () => (await import('./sh/prologue.ts')).sheb,
  m68k: async () => (await import('./m68k/prologue.ts')).m68k,
  sparc64: async () => (await import('./sparc64/prologue.ts')).sparc64,
  alpha: async () => (await import('./alpha/prologue.ts')).alpha,
  hppa: async () => (await import('./hppa/prologue.ts')).hppa,
};

/** False for an architecture that has rules only. */
export function hasPrologue(arch: string): boolean {
  return Object.hasOwn(TARGETS, arch);
}

/** @throws RangeError for an architecture without prologue code generation */
export async function targetFor(arch: string): Promise<Target> {
  const read = hasPrologue(arch) ? TARGETS[arch] : undefined;
  if (!read) throw new RangeError(`no prologue can be generated for ${arch}`);
  return read();
}

/** @throws RangeError for an architecture that has no assembler */
export async function assemblerOf(arch: string): Promise<Assembler> {
  return (await targetFor(arch)).assembler;
}
