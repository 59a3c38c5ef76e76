// Generated from relocator-dsl/arch/index.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** How each reference model is read by itself, by architecture name. */
import type { ReferenceModel } from './types.ts';

export const EACH_MODEL: Readonly<Record<string, () => Promise<ReferenceModel>>> = {
  x86_64: async () => (await import('./x86_64.ts')).model,
  i386: async () => (await import('./i386.ts')).model,
  aarch64: async () => (await import('./aarch64.ts')).model,
  s390x: async () => (await import('./s390x.ts')).model,
  riscv64: async () => (await import('./riscv64.ts')).model,
  riscv32: async () => (await import('./riscv32.ts')).model,
  alpha: async () => (await import('./alpha.ts')).model,
  arm: async () => (await import('./arm.ts')).model,
  hppa: async () => (await import('./hppa.ts')).model,
  ia64: async () => (await import('./ia64.ts')).model,
  loongarch64: async () => (await import('./loongarch64.ts')).model,
  m68k: async () => (await import('./m68k.ts')).model,
  sh: async () => (await import('./sh.ts')).model,
  sheb: async () => (await import('./sheb.ts')).model,
  sparc64: async () => (await import('./sparc64.ts')).model,
  ppc64: async () => (await import('./ppc64.ts')).model,
  ppc64le: async () => (await import('./ppc64le.ts')).model,
  ppc: async () => (await import('./ppc.ts')).model,
  mips: async () => (await import('./mips.ts')).model,
  mipsel: async () => (await import('./mipsel.ts')).model,
  mips64: async () => (await import('./mips64.ts')).model,
  mips64el: async () => (await import('./mips64el.ts')).model,
};
