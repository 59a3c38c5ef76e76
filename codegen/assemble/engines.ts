/** How an architecture is assembled and disassembled. */
import type { Encoder } from './own.ts';

type Mode =
  | 'MODE_64'
  | 'MODE_32'
  | 'MODE_ARM'
  | 'MODE_MIPS32'
  | 'MODE_MIPS64'
  | 'MODE_LITTLE_ENDIAN'
  | 'MODE_BIG_ENDIAN';
type KeystoneArch = 'ARCH_X86' | 'ARCH_ARM64' | 'ARCH_ARM' | 'ARCH_SYSTEMZ' | 'ARCH_PPC' | 'ARCH_MIPS';
type CapstoneArch =
  | 'ARCH_X86'
  | 'ARCH_ARM64'
  | 'ARCH_ARM'
  | 'ARCH_SYSZ'
  | 'ARCH_RISCV'
  | 'ARCH_PPC'
  | 'ARCH_MIPS'
  | 'ARCH_M68K';
type CapstoneMode = Mode | 'MODE_RISCV32' | 'MODE_RISCV64' | 'MODE_RISCVC' | 'MODE_M68K_040';

interface Engine<Arch, Modes> {
  readonly arch: Arch;
  readonly mode: Modes;
  /** Modes that are added to the first. */
  readonly extensions?: readonly Modes[];
}

/** What is said of a machine's sources, whoever assembles them. */
interface Syntax {
  /** Start of a comment that runs to the end of the line; a space stands behind it. */
  readonly comment: string;
}

/** The Keystone and Capstone engines, by the names of their constants. */
export interface Engines extends Syntax {
  readonly keystone: Engine<KeystoneArch, Mode>;
  readonly capstone: Engine<CapstoneArch, CapstoneMode>;
  /** Both read and write AT&T syntax, as GNU as does on x86. */
  readonly attSyntax?: boolean;
  /** Keystone stores `target / 2 - pc` in PC-relative operands where `(target - pc) / 2` belongs. */
  readonly halvesTargets?: boolean;
}

/** An encoder of our own, for machines that Keystone lacks. */
export interface OwnAssembler extends Syntax {
  readonly encoder: Encoder;
  /** Capstone, if it has the machine; listings show the source's instructions otherwise. */
  readonly capstone: Engines['capstone'] | undefined;
}

/** The modes of an engine in one number. */
export function modesOf<Modes extends string>(
  constants: Readonly<Record<Modes, number>>,
  { mode, extensions = [] }: Engine<string, Modes>,
): number {
  return [mode, ...extensions].reduce((sum, each) => sum + constants[each], 0);
}

export type Assembler = Engines | OwnAssembler;
