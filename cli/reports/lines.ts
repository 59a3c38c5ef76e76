/** Reports of one line for a finding: GitHub's annotations, and Markdown for a comment. */
import { printable } from '../../image/trouble/printable.ts';
import { type FileReport, findingText, type Report } from './report.ts';
import { isSummed, summaryText } from './summary.ts';

/** Annotations as GitHub's runners read them from the output of a step. */
export function githubReport({ files }: Report): string {
  return files
    .flatMap(({ file, findings }) =>
      findings.map(
        (finding) =>
          `::error file=${property(file)},title=${property(`relocator: ${finding.rule}`)}::${data(findingText(finding))}`,
      ),
    )
    .join('\n');
}

/** What would end a command's text, as the runner wants it escaped. */
function data(text: string): string {
  return printable(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** One comment; the mark in its first line is for whoever looks for the last one to replace it. */
export function markdownReport(report: Report): string {
  const { files } = report;
  const count = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const head = [
    '<!-- relocator audit -->',
    `### relocator: ${count === 0 ? 'nothing found' : `${count} found`}`,
    '',
    ...(isSummed(report) ? [cell(summaryText(report)), ''] : []),
  ];
  // Of files that were not named, those are told of which there is something to say.
  const told = files.filter(({ found, findings }) => !found || findings.length > 0);
  return [...head, ...told.flatMap(fileLines)].join('\n').trimEnd();
}

function fileLines({ file, audit, findings, known }: FileReport): string[] {
  const before = known > 0 ? `, ${known} known before` : '';
  const title = `**${cell(file)}**${audit ? ` (${audit.arch})` : ''}: ${findings.length} found${before}`;
  if (findings.length === 0) return [title, ''];
  const rows = findings.map((finding) => `| ${cell(finding.rule)} | ${cell(findingText(finding))} |`);
  return [title, '', '| rule | what |', '| --- | --- |', ...rows, ''];
}

/** Text that no Markdown or HTML is read into, in a cell of a table. */
function cell(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~#@]/g, (character) => `&#${character.charCodeAt(0)};`);
}
