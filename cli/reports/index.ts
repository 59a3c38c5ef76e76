/** The forms that a report can have, by name; each is read when it is asked for. */
import type { Reporter } from './report.ts';

const REPORTERS = {
  text: async () => (await import('./text.ts')).textReport,
  json: async () => (await import('./json.ts')).jsonReport,
  sarif: async () => (await import('./sarif.ts')).sarifReport,
  github: async () => (await import('./github.ts')).githubReport,
  markdown: async () => (await import('./markdown.ts')).markdownReport,
  junit: async () => (await import('./junit.ts')).junitReport,
  html: async () => (await import('../pages/audit-page.ts')).auditPage,
} as const satisfies Record<string, () => Promise<Reporter>>;

export type ReportFormat = keyof typeof REPORTERS;

export const REPORT_FORMATS: readonly ReportFormat[] = [
  'text',
  'json',
  'sarif',
  'github',
  'markdown',
  'junit',
  'html',
];

export function reporterOf(format: ReportFormat): Promise<Reporter> {
  return REPORTERS[format]();
}
