/** What `relocator audit` reports, and the forms it can be reported in. */
import type { Audit, Finding } from '../../index.ts';

/** What there is to say about one input. */
export interface FileReport {
  readonly file: string;
  /** Absent when the input could not be audited; the findings say why. */
  readonly audit?: Audit;
  readonly findings: readonly Finding[];
  /** Findings that the baseline has, and so do not count. */
  readonly known: number;
}

export interface Report {
  readonly version: string;
  readonly files: readonly FileReport[];
  /** Every place, not only the first of each kind. */
  readonly all: boolean;
}

export type Reporter = (report: Report) => string;

/** Names a place as reports do. */
export function whereText({ place, offsets }: Finding): string {
  if (!place) return '';
  const { type, symbol, section, file } = place;
  const target = symbol === '' ? '' : ` against ${symbol}`;
  const more = offsets.length > 1 ? ` (and ${offsets.length - 1} more)` : '';
  const of = file === undefined ? '' : ` of ${file}`;
  return `${type}${target} in ${section}${of} at 0x${(offsets[0] ?? 0n).toString(16)}${more}`;
}

/** A finding in one sentence: where, what, and what to do. */
export function findingText(finding: Finding): string {
  const where = whereText(finding);
  const remedy = finding.remedy === '' ? '' : `; ${finding.remedy}`;
  return `${where === '' ? '' : `${where}: `}${finding.message}${remedy}`;
}
