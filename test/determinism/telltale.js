// Prints, as JSON, what a process can see of each thing that differs between environments: what an output must not hold.
import { execFileSync } from 'node:child_process';
import { homedir } from 'node:os';

const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
const day = new Date(Date.UTC(2020, 6, 1, 13));
console.log(
  JSON.stringify({
    'the release of Node.js': process.version,
    'the language': locale,
    'the time zone': timeZone,
    "the C library's characters": execFileSync('locale', ['charmap'], { encoding: 'utf8' }).trim(),
    'a number in the way of a locale': (1234567.5).toLocaleString(),
    'a date in the way of a locale': day.toLocaleDateString(undefined, {
      dateStyle: 'full',
      timeZone: 'UTC',
    }),
    'an order of letters': ['z', 'ä', 'ı', 'i', 'ß', 'Z', 'あ', 'ç', 'd']
      .sort((a, b) => a.localeCompare(b))
      .join(''),
    'a time of the day': day.toString(),
    'an offset of a time zone': `${day.getTimezoneOffset()}`,
    'the current folder': process.cwd(),
    'the home': homedir(),
    'the width of a terminal': process.env.COLUMNS ?? '',
    'the mask of new files': `${process.umask()}`,
  }),
);
