/** How many files an audit was of, by machine, with findings, and passed over. */
import type { Report } from './report.ts';

/** A text with how often it occurs. */
export interface Tally {
  readonly name: string;
  readonly files: number;
}

export interface Summary {
  readonly files: number;
  /** Those that could be audited, by machine. */
  readonly machines: readonly Tally[];
  /** Files that could not be audited. */
  readonly notAudited: number;
  /** Files with findings. */
  readonly withFindings: number;
  readonly findings: number;
  /** Findings that the baseline has. */
  readonly known: number;
  /** What stands in directories and archives and was not audited, by what it is. */
  readonly passedOver: readonly Tally[];
}

export function summaryOf({ files, passedOver }: Report): Summary {
  const audited = files.flatMap(({ audit }) => (audit ? [audit.arch] : []));
  return {
    files: files.length,
    machines: tally(audited),
    notAudited: files.length - audited.length,
    withFindings: files.filter(({ findings }) => findings.length > 0).length,
    findings: files.reduce((sum, { findings }) => sum + findings.length, 0),
    known: files.reduce((sum, { known }) => sum + known.length, 0),
    passedOver: tally(passedOver.map(({ why }) => why)),
  };
}

/** Whether there is more than one file, or one that nobody named. */
export function isSummed({ files, passedOver }: Report): boolean {
  return files.length > 1 || passedOver.length > 0 || files.some(({ found }) => found);
}

/** In one line: the files, by machine; those with findings; what was passed over, by reason. */
export function summaryText(report: Report): string {
  const { files, machines, notAudited, withFindings, passedOver } = summaryOf(report);
  const audited = [...machines, ...(notAudited === 0 ? [] : [{ name: 'not audited', files: notAudited }])];
  return [
    `${files} ${files === 1 ? 'file' : 'files'}: ${talliesText(audited)}`,
    `${withFindings === 0 ? 'none' : withFindings} with findings`,
    ...(passedOver.length === 0 ? [] : [`passed over: ${talliesText(passedOver)}`]),
  ].join('; ');
}

function talliesText(tallies: readonly Tally[]): string {
  return tallies.map(({ name, files }) => `${files} ${name}`).join(', ');
}

/** Each text with how often it occurs, most frequent first, then by the text. */
function tally(texts: readonly string[]): Tally[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const tallies = [...counts].map(([name, files]) => ({ name, files }));
  return tallies.sort((a, b) => b.files - a.files || (a.name < b.name ? -1 : 1));
}
