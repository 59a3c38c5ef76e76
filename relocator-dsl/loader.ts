/** What there is to say of a program that relocates with a list of types of its own, and of what it knows of one machine. */

import type { Family } from './told.ts';

/** What becomes of a relocation whose type a loader does not know. */
export type Fate =
  | 'refused by name'
  | 'refused by number'
  | 'stops without a word'
  | 'skipped with a warning'
  | 'skipped in silence'
  | 'taken for RELATIVE';

/** Those with which the loader goes on, as if nothing were wrong. */
const GOES_ON: readonly Fate[] = ['skipped with a warning', 'skipped in silence', 'taken for RELATIVE'];

export function goesOn(fate: Fate): boolean {
  return GOES_ON.includes(fate);
}

/** What the file is relocated for. */
export type LoaderTask = 'loads purgatories' | 'loads modules' | 'converts linked files' | 'relocates itself';

/** Files with the relocations that it reads: of sections in objects, dynamic ones, and those of sections in what is linked. */
export type Takes = 'objects' | 'static PIEs' | 'files with --emit-relocs';

/** Packed words (DT_RELR): since when they are relocated, if ever, and what becomes of them otherwise. */
export interface RelrHabit {
  readonly since?: string;
  readonly otherwise: 'refused' | 'left as they are, in silence';
}

/** What a loader does with any type; on one machine it may be otherwise. */
export interface Habits {
  readonly takes: Takes;
  readonly unknown: Fate;
  /** What it does then, as in "it …". */
  readonly unknownHow: string;
  /** What becomes of a symbol that is neither defined nor weak. */
  readonly undefinedSymbols: 'refused' | 'taken for 0' | 'looked up' | 'skipped in silence' | 'not looked at';
  /** What becomes of a COMMON symbol. */
  readonly commonSymbols: 'refused' | 'placed' | 'not looked at';
  /** For those that take static PIEs. */
  readonly relr?: RelrHabit;
  /** What it does not look at, in a sentence. */
  readonly unchecked: string;
}

/** A file with more than one executable section in which its entry may lie. */
export interface EntryFlaw {
  /** The first release that does it right. */
  readonly until: string;
  /** What it does before, as in "it …". */
  readonly how: string;
}

/** A program that relocates with a list of types of its own. */
export interface Loader extends Habits {
  /** As it is asked for. */
  readonly name: string;
  readonly title: string;
  /** The project whose releases are counted. */
  readonly releases: string;
  /** The first release that was looked at, and the last. */
  readonly seen: readonly [first: string, last: string];
  /** What was looked at, where that is not each release that changed a list. */
  readonly looked?: string;
  /** The file of its source that has its list of types, where one serves all machines. */
  readonly source?: string;
  readonly does: LoaderTask;
  /** Whose purgatories it writes symbols of, once they are relocated; it takes none among zeros, nor of another size. */
  readonly writes?: Family;
  readonly entryFlaw?: EntryFlaw;
}

/** Types by the release with which something begins, by name without what all of the machine's begin with, blanks between. */
export type TypesByRelease = Readonly<Record<string, string>>;

/** Relocations of types that a loader applies, and gets wrong. */
export interface Flaw {
  /** The types, by name as above, blanks between. */
  readonly types: string;
  /** Which of them: those whose field is not 0 before, or those to a function whose local entry is not its global one. */
  readonly of: 'fields that hold something' | 'functions with a local entry';
  /** The first release that does it right. */
  readonly until: string;
  /** What it does before, as in "it …". */
  readonly how: string;
}

/** What a loader knows of one machine. */
export interface LoaderKnowledge extends Partial<Habits> {
  /** Its name in the list of loaders. */
  readonly loader: string;
  /** The file of its source that has its list of types, if it is not that of all machines. */
  readonly source?: string;
  /** The types it applies, by the first release looked at that has them. */
  readonly types: TypesByRelease;
  /** Types that it applied once, by the first release looked at that has them no more. */
  readonly until?: TypesByRelease;
  /** Types that it applies to entries without a symbol only. */
  readonly withoutSymbol?: string;
  readonly flaws?: readonly Flaw[];
  /** What it does otherwise than the psABI says, by types as above. */
  readonly notes?: Readonly<Record<string, string>>;
}

/** Knowledge of a loader, in one line where there is no more to say. */
export function knows(
  loader: string,
  types: TypesByRelease,
  more: Omit<LoaderKnowledge, 'loader' | 'types'> = {},
): LoaderKnowledge {
  return { loader, types, ...more };
}

/** The names in a list of `TypesByRelease`. */
export function typeNames(list: string): string[] {
  return list.split(/\s+/).filter((name) => name !== '');
}
