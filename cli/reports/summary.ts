/** How many files an audit was of, by machine, with findings, and passed over. */
import type { Report } from './report.ts';

/** Whether there is more than one file, or one that nobody named. */
export function isSummed({ files, passedOver }: Report): boolean {
  return files.length > 1 || passedOver.length > 0 || files.some(({ found }) => found);
}

/** In one line: the files, by machine; those with findings; what was passed over, by reason. */
export function summaryText({ files, passedOver }: Report): string {
  const audited = files.flatMap(({ audit }) => (audit ? [audit.arch] : []));
  const unread = files.length - audited.length;
  const faulty = files.filter(({ findings }) => findings.length > 0).length;
  const machines = [...tally(audited), ...(unread === 0 ? [] : [`${unread} not audited`])].join(', ');
  return [
    `${files.length} ${files.length === 1 ? 'file' : 'files'}: ${machines}`,
    `${faulty === 0 ? 'none' : faulty} with findings`,
    ...(passedOver.length === 0
      ? []
      : [`passed over: ${tally(passedOver.map(({ why }) => why)).join(', ')}`]),
  ].join('; ');
}

/** Each text with how often it occurs, most frequent first, then by the text. */
function tally(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const order = ([a, m]: [string, number], [b, n]: [string, number]): number => n - m || (a < b ? -1 : 1);
  return [...counts].sort(order).map(([text, count]) => `${count} ${text}`);
}
