/** A report as annotations: commands of a workflow, which GitHub's runners read from the output of a step. */
import { printable } from '../../image/trouble/printable.ts';
import { findingText, type Report } from './report.ts';
import { SENTENCE, shown } from './shown.ts';

export function githubReport({ files, all }: Report): string {
  return files
    .flatMap(({ file, findings }) =>
      findings.map((finding) => {
        const text = shown(findingText(finding, all), all ? Number.POSITIVE_INFINITY : SENTENCE);
        return `::error file=${property(printable(file))},title=${property(`relocator: ${finding.rule}`)}::${data(text)}`;
      }),
    )
    .join('\n');
}

/** What would end a command's text, as the runner wants it escaped. */
function data(text: string): string {
  return text.replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
