/** Parts of handwritten pages that are generated: what stands between two marks, each a line of its own. */

export interface Marks {
  readonly begin: string;
  readonly end: string;
}

/** `page` with `content`, which ends in a line break, between the marks. @throws RangeError when it lacks one of them */
export function withPart(page: string, { begin, end }: Marks, content: string): string {
  const [first, last] = [page.indexOf(`${begin}\n`), page.indexOf(end)];
  if (first < 0 || last < first) throw new RangeError(`the page lost "${begin}" or "${end}"`);
  return `${page.slice(0, first + begin.length)}\n${content}${page.slice(last)}`;
}
