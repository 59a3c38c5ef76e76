import type { PurgatoryRun } from './purgatory-run.ts';

/** What is particular to a purgatory of Debian's. */
export interface DebianFact {
  /** So many bytes at most stand in front of the image because of relocation. */
  readonly bytes: number;
  /** Assembly that defines what it lacks: the entry, which goes on to `purgatory`, and functions that return. */
  readonly completion?: string;
  /** Some fields show a part of an address only, which leaves no room for a chain. */
  readonly delta?: true;
  /** kexec-tools writes what holds addresses of the purgatory itself. */
  readonly overwritten?: true;
  /** It reaches everything by distances: nothing moves. */
  readonly settled?: true;
  /** GNU ld links it only so far up; relocator turns its addresses into distances. */
  readonly linkedBelow?: bigint;
  /** How it is run, if it is entered at its own entry. */
  readonly run?: PurgatoryRun;
}

/** … of a psABI's machines, by Debian's names of them. */
export type DebianFacts = Readonly<Record<string, DebianFact>>;
