/** How purgatories of others are run: what they are told, and what becomes of it. */
import type { Emulator } from '../../emulate/index.ts';
import type { Family } from '../../relocator-dsl/told.ts';

/** A value to put somewhere: a number, where the next kernel is, the end of a stack, or the image's TOC pointer. */
export type Value = bigint | 'kernel' | 'stack' | 'toc';

/** How a purgatory is told what it is to do. */
export interface PurgatoryRun {
  /** Symbols: regions of 64-bit addresses and sizes, and the SHA-256 of what is in them. */
  readonly regions: string;
  readonly digest: string;
  /** Words of 8 bytes or as many as are told, in symbols, so many bytes behind their beginning. */
  readonly words: readonly {
    readonly symbol: string;
    readonly at?: number;
    readonly bytes?: number;
    readonly value: Value;
  }[];
  /** A structure of what its family is told, whose members are registers: each gets a value, and must have it at the kernel. */
  readonly loads?: { readonly symbol: string; readonly family: Family };
  /** Registers at the entry. */
  readonly registers?: Readonly<Record<string, Value>>;
  /** Where the run ends instead of at the kernel: the first instruction behind the checks that only a system may run. */
  readonly until?: { readonly symbol: string; readonly at: number };
  /** Where others cannot: it has instructions that only a system may run. */
  readonly emulator?: Emulator;
  /** What a register has when the kernel is reached, if the purgatory goes there with either digest. */
  readonly says?: { readonly register: string; readonly value: bigint };
}

/** What kexec-tools' and Linux's purgatories call their regions and digest. */
export const KEXEC_TOOLS = { regions: 'sha256_regions', digest: 'sha256_digest' } as const;
export const LINUX = { regions: 'purgatory_sha_regions', digest: 'purgatory_sha256_digest' } as const;
