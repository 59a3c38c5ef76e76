/** By what findings of files are known again, however the files are named. */
import { relative, resolve, sep } from 'node:path';
import { type Finding, fingerprint } from '../../image/gate/findings.ts';

/** The same for a file in the working directory whether it is called `b.o`, `./b.o` or by its full path. */
export function fingerprintOf(file: string, finding: Pick<Finding, 'rule' | 'message' | 'place'>): string {
  const { rule, message, place } = finding;
  return fingerprint(plainPaths(file), {
    rule,
    // What has no place may name files.
    message: plainPaths(message),
    ...(place
      ? { place: { ...place, file: place.file === undefined ? undefined : plainPaths(place.file) } }
      : {}),
  });
}

/** Paths, with blanks between them, as they are seen from the working directory; other words are left as they are. */
function plainPaths(paths: string): string {
  const here = process.cwd() + sep;
  return ` ${paths}`
    .replaceAll(` ${here}`, ' ')
    .slice(1)
    .split(' ')
    .map((path) => (path.includes('/') ? relative('', resolve(path)) : path))
    .join(' ');
}
