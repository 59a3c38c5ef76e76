/** A report as JUnit's XML: a test suite for each file, and a test case for each type, or for what is wrong. */
import { printable } from '../../image/trouble/printable.ts';
import { type FileReport, findingText, type Report } from './report.ts';

export function junitReport({ files }: Report): string {
  const failures = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const suites = files.map(suite);
  const tests = suites.reduce((sum, { count }) => sum + count, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="relocator audit" tests="${tests}" failures="${failures}">`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
  ].join('\n');
}

function suite({ file, audit, findings }: FileReport): {
  readonly lines: readonly string[];
  readonly count: number;
} {
  const faulty = new Set(findings.map(({ place }) => place?.type));
  const sound = [...new Set(audit?.entries.map(({ name }) => name))].filter((name) => !faulty.has(name));
  const name = escaped(file);
  const count = sound.length + findings.length;
  return {
    count,
    lines: [
      `  <testsuite name="${name}" tests="${count}" failures="${findings.length}">`,
      ...sound.map((type) => `    <testcase classname="${name}" name="${escaped(type)}"/>`),
      ...findings.flatMap((finding) => [
        `    <testcase classname="${name}" name="${escaped(`${finding.rule}: ${finding.place?.type ?? 'file'}`)}">`,
        `      <failure type="${escaped(finding.rule)}" message="${escaped(finding.message)}">${escaped(findingText(finding))}</failure>`,
        '    </testcase>',
      ]),
      '  </testsuite>',
    ],
  };
}

/** Text as XML has it; characters that no XML may have are written out. */
function escaped(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
