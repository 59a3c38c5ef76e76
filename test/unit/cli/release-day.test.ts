/** Man pages carry the release of package.json and the day that CHANGELOG.md has for it, and nothing of when they were made. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { releaseDay } from '../../../cli/reference/release.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

test('every page has both in its head', () => {
  const manifest: { version: string } = JSON.parse(read('package.json'));
  const head = `## ${manifest.version} - `;
  const heading = read('CHANGELOG.md')
    .split('\n')
    .find((line) => line.startsWith(head));
  const day = heading?.slice(head.length);
  expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
  for (const file of readdirSync(join(ROOT, 'docs/man')))
    expect(read(`docs/man/${file}`).split('\n')[1], file).toContain(
      `1 "${day}" "relocator ${manifest.version}"`,
    );
});

const LOG = '# Changelog\n\n## Unreleased\n\n## 0.2.0 - 2025-02-28\n\n## 0.1.0 - 2024-12-31\n';

test('the day is that of the release', () => {
  expect(releaseDay(LOG, '0.2.0')).toBe('2025-02-28');
  expect(releaseDay(LOG, '0.1.0')).toBe('2024-12-31');
});

test.each([
  ['no heading', '0.3.0', LOG],
  ['no day', '0.2.0', LOG.replace(' - 2025-02-28', '')],
  ['no day of the calendar', '0.2.0', LOG.replace('02-28', '02-29')],
  ['two of them', '0.1.0', LOG.replace('0.2.0', '0.1.0')],
  ['one that only begins so', '0.1', LOG],
])('%s is told', (_, version, log) => {
  expect(() => releaseDay(log, version)).toThrow(
    /^CHANGELOG\.md: man pages carry the day of release .*write one as "## .* - YYYY-MM-DD"$/,
  );
});
