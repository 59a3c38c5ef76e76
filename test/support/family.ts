import type { DebianFacts } from './debian-facts.ts';
import type { LinkerDifferences } from './differences.ts';
import type { PsabiTable } from './psabi-table.ts';
import type { Toolchains } from './toolchain.ts';

/** What tests know of the machines of one psABI: all that a folder of test/machines contributes. */
export interface Family {
  readonly toolchains: Toolchains;
  readonly differences: LinkerDifferences;
  /** The psABI's tables, written down a second time, by machine. */
  readonly psabi: readonly PsabiTable[];
  /** Names that only glibc's elf.h has, and what the psABI calls the type; null: the number is another's now. */
  readonly glibcNames?: Readonly<Record<string, string | null>>;
  /** Debian's purgatories. */
  readonly debian?: DebianFacts;
}
