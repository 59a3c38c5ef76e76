/** A report as one comment in Markdown, which the next one may replace. */
import { type FileReport, FULL, findingText, placeText, type Report } from './report.ts';
import { SENTENCE, shown } from './shown.ts';
import { isSummed, summaryOf, summaryText } from './summary.ts';

/** GitHub's comments have 65,536 characters at most; this leaves room for the line that tells what is left out. */
const MOST = 65_000;

/** Most characters of a name in a row: two of them leave room in a sentence for what is to be done. */
const NAME = 400;

/** The mark in the first line is for whoever looks for the last comment to replace it. */
export function markdownReport(report: Report): string {
  const { files } = report;
  const { findings } = summaryOf(report);
  const head = [
    '<!-- relocator audit -->',
    `### relocator: ${findings === 0 ? 'nothing found' : `${findings} found`}`,
    '',
    ...(isSummed(report) ? [cell(summaryText(report), SENTENCE), ''] : []),
  ];
  // Of files that were not named, those are told of which there is something to say.
  const told = files.filter(({ found, findings }) => report.all || !found || findings.length > 0);
  const lines = [...head, ...told.flatMap((file) => fileLines(file, report.all)), ...passedOverLines(report)];
  return fitting(lines).join('\n').trimEnd();
}

/** As many of the lines as a comment may have. */
function fitting(lines: readonly string[]): readonly string[] {
  let length = 0;
  let count = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > MOST) break;
    count++;
  }
  if (count === lines.length) return lines;
  const kept = lines.slice(0, count);
  const close = kept.lastIndexOf(OPEN) > kept.lastIndexOf(CLOSE) ? ['', CLOSE] : [];
  const rest = lines.length - count;
  return [...kept, ...close, '', `${rest} more lines do not fit into a comment; --format json has all of it`];
}

const OPEN = '<details>';
const CLOSE = '</details>';

function fileLines({ file, audit, findings, known }: FileReport, all: boolean): string[] {
  const before = known.length > 0 ? `, ${known.length} known before` : '';
  const title = `**${cell(file)}**${audit ? ` (${audit.arch})` : ''}: ${findings.length} found${before}`;
  const found = findings.map((finding) => [
    cell(finding.rule),
    cell(findingText(finding, all, NAME), SENTENCE),
  ]);
  const places = (audit?.places ?? []).map((place) => [
    place.class,
    cell(place.type),
    cell(placeText(place, NAME), FULL),
  ]);
  return [
    title,
    '',
    ...tableLines(['rule', 'what'], found),
    ...folded(`${places.length} relocations`, tableLines(['class', 'type', 'place'], places)),
  ];
}

function passedOverLines({ passedOver, all }: Report): string[] {
  if (!all) return [];
  const rows = passedOver.map(({ path, why }) => [cell(path), cell(why)]);
  return folded(`${rows.length} passed over`, tableLines(['passed over', 'why'], rows));
}

function folded(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [OPEN, `<summary>${title}</summary>`, '', ...lines, CLOSE, ''];
}

function tableLines(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line), ''];
}

/** Text that no Markdown or HTML is read into, in a cell of a table. */
function cell(text: string, longest?: number): string {
  return shown(text, longest)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~#@:]/g, (character) => `&#${character.charCodeAt(0)};`);
}
