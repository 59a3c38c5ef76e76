import type { Breakages } from '../breakages/breakage.ts';
import type { SelfChecks } from '../selfcheck/plan.ts';
import type { DebianFacts } from './debian-facts.ts';
import type { LinkerDifferences } from './differences.ts';
import type { OtherNames } from './other-names.ts';
import type { Program } from './programs.ts';
import type { PsabiTable } from './psabi-table.ts';
import type { PurgatoryRun } from './purgatory-run.ts';
import type { Toolchains } from './toolchain.ts';

/** What tests know of the machines of one psABI: all that a folder of test/machines contributes. */
export interface Family {
  readonly toolchains: Toolchains;
  readonly differences: LinkerDifferences;
  /** The psABI's tables, written down a second time, by machine. */
  readonly psabi: readonly PsabiTable[];
  /** Names and numbers of types in which others and the psABI differ. */
  readonly names?: OtherNames;
  /** Images of programs that check themselves; missing where there is no prologue. */
  readonly selfChecks?: SelfChecks;
  /** What broke loaders of its machines. */
  readonly breakages?: Breakages;
  /** Debian's purgatories. */
  readonly debian?: DebianFacts;
  /** How the purgatories of Linux's own are run, by machine. */
  readonly linux?: Readonly<Record<string, PurgatoryRun>>;
  /** Small programs that emulators must run as processors do, by machine. */
  readonly programs?: Readonly<Record<string, Program>>;
  /** Objects with relocations of every rule, for machines of which Debian has no purgatory, by machine. */
  readonly wholeObjects?: Readonly<Record<string, WholeObject>>;
  /** What stands in an object with every kind of section and symbol beside what is the same everywhere, by machine. */
  readonly sections?: Readonly<Record<string, SectionsProgram>>;
}

export interface SectionsProgram {
  /** Calls a function. */
  readonly call: string;
  /** Instructions that reach `shared`, `target`, `second`, `hot`, and the constants `console` and `byte`. */
  readonly text: string;
  /** Data narrower than a word, and distances. */
  readonly data: string;
}

export interface WholeObject {
  /** Assembly with a purgatory_start. */
  readonly source: string;
  /** Rules of which GNU as makes no relocation of any source here. */
  readonly notThere: readonly string[];
  /** Rules that leave an address in instructions, which only a prologue can finish. */
  readonly inInstructions: readonly string[];
}
