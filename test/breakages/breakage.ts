/** What there is to tell of a purgatory that a loader could not load, or loaded wrong. */
import type { FindingKind } from '../../index.ts';

/** One event, in the life of one loader. */
export interface Told {
  readonly title: string;
  /** When it was mended, or found. */
  readonly when: string;
  /** What broke, and who was hit. Of some lines, which are one paragraph. */
  readonly what: string;
  /** Commits and reports that are public. */
  readonly references: readonly string[];
}

/** What the audit is to find, asked about the release that broke: fault with a relocation, or with the file. */
export type Finds = FindsPlace | FindsFile;

export interface FindsFile {
  readonly kind: 'loader';
  /** What the message has, what to do included. */
  readonly says: readonly string[];
}

export interface FindsPlace {
  readonly kind: FindingKind;
  readonly type: string;
  readonly symbol: string;
  readonly section: string;
  readonly offset: bigint;
  /** What the remedy names: an option of compilers, or a release. */
  readonly remedy: readonly string[];
}

/** What broke, as an object. */
export interface Breakage extends Told {
  /** The source, of the folder `breakages` beside this list; its name is that of the object that is kept. */
  readonly source: string;
  readonly arch: string;
  /** What makes the object of it: a program, and options. */
  readonly by: string;
  readonly loader: string;
  /** The last release that broke; the loader's last one, if none has mended it. */
  readonly broke: string;
  /** The first release that takes it. */
  readonly learnt?: string;
  readonly finds: Finds;
  /** What else is to be said of what the audit says. */
  readonly says?: string;
}

/** What cannot be made into an object that an audit finds fault with, and why. */
export interface NoObject extends Told {
  readonly why: string;
}

/** Of the machines of one psABI. */
export interface Breakages {
  readonly objects: readonly Breakage[];
  readonly noObjects?: readonly NoObject[];
}
