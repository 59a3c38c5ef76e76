/** docs/performance.md, put together from parts: each benchmark writes its own, and leaves the others as they are. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPart } from '../codegen/docs/part.ts';

export const PERFORMANCE_PAGE = join(import.meta.dirname, '../docs/performance.md');

/** The page's pictures; docs/pictures has only what is drawn from the rules. */
export const PICTURES = join(import.meta.dirname, '../docs/performance');

/** In the order in which they stand on the page. */
export const PARTS = ['prologues', 'instructions', 'tables', 'build', 'audit'] as const;

export type PartName = (typeof PARTS)[number];

/** What stands in the part, without the empty lines around it. @throws RangeError when the page lacks its marks */
export function partOf(page: string, name: PartName): string {
  const found = new RegExp(`<!-- begin ${name} -->\\n(.*)<!-- end ${name} -->`, 's').exec(page)?.[1];
  if (found === undefined) throw new RangeError(`the page has no part ${name}`);
  return found.trim();
}

/** `page` with `markdown` as the part, apart from its marks by empty lines. @throws RangeError when the page lacks its marks */
export function pageWithPart(page: string, name: PartName, markdown: string): string {
  const marks = { begin: `<!-- begin ${name} -->`, end: `<!-- end ${name} -->` };
  return withPart(page, marks, `\n${markdown.trim()}\n\n`);
}

/** Puts the part, which begins with a heading of the second level, into docs/performance.md. */
export function replacePart(name: PartName, markdown: string): void {
  writeFileSync(PERFORMANCE_PAGE, pageWithPart(readFileSync(PERFORMANCE_PAGE, 'utf8'), name, markdown));
}

/** Puts an SVG file into docs/performance/, to which the page leads as `performance/NAME`. */
export function writePicture(name: string, svg: string): void {
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(join(PICTURES, name), svg);
}
