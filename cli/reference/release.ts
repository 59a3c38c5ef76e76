/** The day of a release, of which CHANGELOG.md has a heading: `## 0.1.0 - 2026-11-26`. */
import { InputError } from '../../image/trouble/errors.ts';

/** The day, as ISO 8601 writes it. @throws InputError when CHANGELOG.md has no such heading, or one without a day */
export function releaseDay(changelog: string, version: string): string {
  const headings = changelog.split('\n').filter((line) => line.startsWith('## '));
  const days = headings.flatMap((line) => {
    const [name, day = '', ...more] = line.slice('## '.length).split(' - ');
    return name === version && more.length === 0 && isDay(day) ? [day] : [];
  });
  const [day] = days;
  if (day !== undefined && days.length === 1) return day;
  throw new InputError(
    `CHANGELOG.md: man pages carry the day of release ${version}, and ${days.length} headings tell it; ` +
      `write one as "## ${version} - YYYY-MM-DD"`,
  );
}

/** Whether there is such a day in the calendar. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}
