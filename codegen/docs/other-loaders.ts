/** What docs/loaders.md says of those who relocate otherwise. */
import type { Loader } from '../../relocator-dsl/loader.ts';
import { LOADERS } from '../../relocator-dsl/loader-list.ts';
import { type Marks, withPart } from './part.ts';

const OTHERS: Marks = {
  begin: '<!-- other loaders, written by npm run generate -->',
  end: '<!-- end of the other loaders -->',
};

const HEAD = ['loader', 'does', 'takes', 'releases looked at', 'a type it does not know', 'does not check'];

/** The page with the table of other loaders as they are known. @throws RangeError when it has no place for it */
export function withOtherLoaders(page: string): string {
  const rows = LOADERS.map((loader) => [`\`${loader.name}\`: ${loader.title}`, ...cells(loader)]);
  const lines = [HEAD, HEAD.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`);
  return withPart(page, OTHERS, lines.join(''));
}

function cells({
  does,
  takes,
  seen: [first, last],
  looked,
  unknown,
  unknownHow,
  unchecked,
}: Loader): string[] {
  const releases = first === last ? first : `${first} to ${last}`;
  const more = looked === undefined ? '' : ` (${looked})`;
  return [does, takes, `${releases}${more}`, `${unknown}: it ${unknownHow}`, unchecked];
}
