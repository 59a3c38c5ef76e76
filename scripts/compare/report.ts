/** What a comparison found, in words. */

export interface Comparison {
  /** What was compared, and how. */
  readonly what: string;
  /** How many the commit has. */
  readonly all: number;
  /** How many of them are as they were. */
  readonly same: number;
  /** How many the commit does not have. */
  readonly added: number;
  /** What became of the others, one line each. */
  readonly differences: readonly string[];
}

/** More than these are only counted. */
const SHOWN = 20;

export function comparisonText({ what, all, same, added, differences }: Comparison): string {
  const more = differences.length - SHOWN;
  return [
    `${same} of ${all} ${what}${added > 0 ? `, ${added} new` : ''}`,
    ...differences.slice(0, SHOWN).map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n');
}
