/** Who else writes down names and numbers of relocation types. */
export const WITNESSES = ['binutils', 'LLVM', 'glibc'] as const;
export type Witness = (typeof WITNESSES)[number];

/** A name that somebody has with a number, and that the psABI has not, or with another number. */
export interface OtherName {
  readonly who: Witness;
  readonly name: string;
  readonly type: number;
  readonly why: string;
}

/** Types that none of them knows. */
export interface UnknownElsewhere {
  readonly names: RegExp;
  /** Who has them. */
  readonly source: string;
}

export interface OtherNames {
  readonly others?: readonly OtherName[];
  readonly unknownElsewhere?: readonly UnknownElsewhere[];
}
