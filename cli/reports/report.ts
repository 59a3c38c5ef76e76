/** What `relocator audit` reports, and the forms it can be reported in. */
import type { AuditEntry } from '../../image/audit.ts';
import type { AuditPlace } from '../../image/audit-places.ts';
import type { Finding } from '../../image/gate/findings.ts';
import type { ImageView } from '../../image/view/view.ts';
import type { PassedOver } from '../files/walk.ts';
import { SENTENCE, shown } from './shown.ts';

/** A loader that was asked. */
export interface AskedLoader {
  /** With its release, if that is not the last one looked at. */
  readonly label: string;
  readonly loader: string;
  readonly release: string;
  /** The last release that was looked at, where `release` is later. */
  readonly judgedBy?: string;
  /** It would not end at the file. */
  readonly takes: boolean;
}

/** What reports keep of an audit: of thousands of files, not the places. */
export interface AuditFacts {
  readonly arch: string;
  readonly entries: readonly AuditEntry[];
  readonly loaders: readonly AskedLoader[];
  /** Every relocation, where that is asked for. */
  readonly places?: readonly AuditPlace[];
}

/** Of so many files a page shows the images. */
export const MOST_IMAGES = 24;

/** What there is to say about one input. */
export interface FileReport {
  /** The image that is built of it; why it cannot be; absent when no report shows images. */
  readonly view?: ImageView | { readonly unbuilt: string };
  readonly file: string;
  /** It was found in a directory or an archive, not named. */
  readonly found: boolean;
  /** Absent when the input could not be audited; the findings say why. */
  readonly audit?: AuditFacts;
  readonly findings: readonly Finding[];
  /** Findings that the baseline has, and so do not count. */
  readonly known: readonly Finding[];
}

export interface Report {
  readonly version: string;
  readonly files: readonly FileReport[];
  /** What stands in directories and archives and was not audited. */
  readonly passedOver: readonly PassedOver[];
  /** Every place, not only the first of each kind. */
  readonly all: boolean;
}

export type Reporter = (report: Report) => string;

/** Most characters of a name where programs read. */
export const FULL = Number.POSITIVE_INFINITY;

function whereText({ place, offsets }: Finding, all: boolean, longest: number): string {
  if (!place) return '';
  const name = nameOf(longest);
  const { type, file } = place;
  const symbol = name(place.symbol);
  const section = name(place.section);
  const target = symbol === '' ? '' : ` against ${symbol}`;
  const told = all ? offsets : offsets.slice(0, 1);
  const more = offsets.length > told.length ? ` (and ${offsets.length - told.length} more)` : '';
  const of = file === undefined ? '' : ` of ${name(file)}`;
  return `${type}${target} in ${section}${of} at ${told.map(hex).join(', ')}${more}`;
}

/** Where a relocation is, and what it is against; names of at most so many characters. */
export function placeText(
  { section, file, offset, symbol }: Pick<AuditPlace, 'section' | 'file' | 'offset' | 'symbol'>,
  longest = SENTENCE,
): string {
  const name = nameOf(longest);
  const place = `${name(section)}+${hex(offset)}`;
  return `${file === undefined ? place : `${name(file)}(${place})`}${symbol === '' ? '' : ` ${name(symbol)}`}`;
}

function nameOf(longest: number): (text: string) => string {
  return (text) => (longest === FULL ? text : shown(text, longest));
}

export function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}

/**
 * A finding in one sentence: where, what, and what to do.
 * @param all every place of it is told, not only the first
 * @param longest most characters of a name of the place
 */
export function findingText(finding: Finding, all = false, longest = SENTENCE): string {
  const where = whereText(finding, all, longest);
  const sentence = nameOf(Math.max(longest, SENTENCE));
  const remedy = finding.remedy === '' ? '' : `; ${sentence(finding.remedy)}`;
  return `${where === '' ? '' : `${where}: `}${sentence(finding.message)}${remedy}`;
}
