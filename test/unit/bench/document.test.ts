/** docs/performance.md has a place for each part, and a part that is written leaves the others as they are. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PARTS, PERFORMANCE_PAGE, pageWithPart, partOf } from '../../../bench/document.ts';

describe('the page on performance', () => {
  const page = readFileSync(PERFORMANCE_PAGE, 'utf8');

  it('has every part once, in order', () => {
    const marks = [...page.matchAll(/^<!-- (begin|end) (\w+) -->$/gm)].map(
      ([, what, name]) => `${what} ${name}`,
    );
    expect(marks).toEqual(PARTS.flatMap((name) => [`begin ${name}`, `end ${name}`]));
  });

  it.each(PARTS)('takes the part %s and nothing else of it', (name) => {
    const parts = /<!-- begin \w+ -->\n.*?<!-- end \w+ -->/gs;
    const written = pageWithPart(page, name, '## Heading\n\nText\n');
    const before = page.match(parts) ?? [];
    const after = written.match(parts) ?? [];
    const at = PARTS.indexOf(name);
    expect(after[at]).toBe(`<!-- begin ${name} -->\n\n## Heading\n\nText\n\n<!-- end ${name} -->`);
    expect(after.toSpliced(at, 1)).toEqual(before.toSpliced(at, 1));
    expect(written.replace(parts, '')).toBe(page.replace(parts, ''));
    expect(partOf(written, name)).toBe('## Heading\n\nText');
    expect(pageWithPart(written, name, '## Heading\n\nText')).toBe(written);
  });

  it('is refused where it lacks a part', () => {
    const without = page.replace('<!-- end build -->', '');
    expect(() => pageWithPart(without, 'build', '## Heading')).toThrow(/lost/);
    expect(() => partOf(without, 'build')).toThrow(/no part build/);
  });
});
