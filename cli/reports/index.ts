/** The forms that a report can have, by name. */
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { githubReport, markdownReport } from './lines.ts';
import type { Reporter } from './report.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

const REPORTERS = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  markdown: markdownReport,
  junit: junitReport,
} as const satisfies Record<string, Reporter>;

export type ReportFormat = keyof typeof REPORTERS;

export const REPORT_FORMATS: readonly ReportFormat[] = [
  'text',
  'json',
  'sarif',
  'github',
  'markdown',
  'junit',
];

export function reporterOf(format: ReportFormat): Reporter {
  return REPORTERS[format];
}
