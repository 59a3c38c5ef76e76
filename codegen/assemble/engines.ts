/**
 * What assembles and disassembles each architecture: the Keystone and Capstone engines, by the names of their
 * constants, or an encoder of our own where Keystone lacks the machine.
 */
import type { Encoder } from './own.ts';

type Mode = 'MODE_64' | 'MODE_32' | 'MODE_LITTLE_ENDIAN' | 'MODE_BIG_ENDIAN';

export interface Engines {
  readonly keystone: { readonly arch: 'ARCH_X86' | 'ARCH_ARM64' | 'ARCH_SYSTEMZ'; readonly mode: Mode };
  readonly capstone: { readonly arch: 'ARCH_X86' | 'ARCH_ARM64' | 'ARCH_SYSZ'; readonly mode: Mode };
  /** Both read and write AT&T syntax, as GNU as does on x86. */
  readonly attSyntax: boolean;
  /** Keystone stores `target / 2 - pc` in PC-relative operands where `(target - pc) / 2` belongs. */
  readonly halvesTargets?: boolean;
}

const x86 = (mode: 'MODE_64' | 'MODE_32'): Engines => ({
  keystone: { arch: 'ARCH_X86', mode: mode },
  capstone: { arch: 'ARCH_X86', mode: mode },
  attSyntax: true,
});

const engines: Readonly<Record<string, Engines>> = {
  x86_64: x86('MODE_64'),
  i386: x86('MODE_32'),
  aarch64: {
    keystone: { arch: 'ARCH_ARM64', mode: 'MODE_LITTLE_ENDIAN' },
    capstone: { arch: 'ARCH_ARM64', mode: 'MODE_LITTLE_ENDIAN' },
    attSyntax: false,
  },
  s390x: {
    keystone: { arch: 'ARCH_SYSTEMZ', mode: 'MODE_BIG_ENDIAN' },
    capstone: { arch: 'ARCH_SYSZ', mode: 'MODE_BIG_ENDIAN' },
    attSyntax: false,
    halvesTargets: true,
  },
};

/** Machines that Keystone lacks. */
const encoders: Readonly<Record<string, Encoder>> = {};

/** The encoder of our own for the architecture, if it has one. */
export function encoderFor(arch: string): Encoder | undefined {
  return encoders[arch];
}

/** @throws RangeError for an architecture that has no assembler */
export function enginesFor(arch: string): Engines {
  const found = engines[arch];
  if (!found) throw new RangeError(`no assembler for ${arch}`);
  return found;
}
