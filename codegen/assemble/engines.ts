/** How an architecture is assembled and disassembled. */
import type { Encoder } from './own.ts';

type Mode = 'MODE_64' | 'MODE_32' | 'MODE_ARM' | 'MODE_LITTLE_ENDIAN' | 'MODE_BIG_ENDIAN';
type CapstoneArch = 'ARCH_X86' | 'ARCH_ARM64' | 'ARCH_ARM' | 'ARCH_SYSZ' | 'ARCH_RISCV';
type CapstoneMode = Mode | 'MODE_RISCV32' | 'MODE_RISCV64' | 'MODE_RISCVC';

/** The Keystone and Capstone engines, by the names of their constants. */
export interface Engines {
  readonly keystone: {
    readonly arch: 'ARCH_X86' | 'ARCH_ARM64' | 'ARCH_ARM' | 'ARCH_SYSTEMZ';
    readonly mode: Mode;
  };
  readonly capstone: {
    readonly arch: CapstoneArch;
    readonly mode: CapstoneMode;
    /** Modes that are added to the first. */
    readonly extensions?: readonly CapstoneMode[];
  };
  /** Both read and write AT&T syntax, as GNU as does on x86. */
  readonly attSyntax?: boolean;
  /** Keystone stores `target / 2 - pc` in PC-relative operands where `(target - pc) / 2` belongs. */
  readonly halvesTargets?: boolean;
}

/** An encoder of our own, for machines that Keystone lacks. */
export interface OwnAssembler {
  readonly encoder: Encoder;
  /** Capstone, if it has the machine; listings show the source's instructions otherwise. */
  readonly capstone: Engines['capstone'] | undefined;
}

export type Assembler = Engines | OwnAssembler;
