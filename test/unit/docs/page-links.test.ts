/** Links of the repository's pages lead to files and headings that there are. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/files.ts';
import { type Page, pagePaths, parsePage, readPage, slugOf } from '../../support/markdown.ts';

const pages = new Map(pagePaths().map((path) => [path, readPage(path)]));

/** What is wrong with the links of a page, each with its line. */
function wrongLinks(path: string, page: Page): string[] {
  return page.links.flatMap(({ line, target }) => {
    const wrong = /^[a-z]+:/i.test(target) ? undefined : wrongWith(path, page, target);
    return wrong === undefined ? [] : [`${path}:${line}: ${target}: ${wrong}`];
  });
}

function wrongWith(path: string, page: Page, target: string): string | undefined {
  const [file = '', anchor] = target.split('#').map(decodeURIComponent);
  const to = file === '' ? path : normalize(join(dirname(path), file));
  if (file.startsWith('/')) return 'leads from the root, which differs from reader to reader';
  if (to.startsWith('..')) return 'leads out of the repository';
  if (!existsSync(join(ROOT, to)) && file !== '') return 'there is no such file';
  if (anchor === undefined) return undefined;
  const there = to === path ? page : pages.get(to);
  if (!there) return `${statSync(join(ROOT, to)).isDirectory() ? 'a folder' : 'this file'} has no headings`;
  return there.anchors.has(anchor) ? undefined : 'there is no such heading';
}

describe('links', () => {
  it('lead somewhere', () => {
    const links = [...pages].flatMap(([, { links }]) => links);
    expect(links.length).toBeGreaterThan(90);
    expect([...pages].flatMap(([path, page]) => wrongLinks(path, page))).toEqual([]);
  });

  const text = [
    '# A page',
    '## What `it` is: [this](design.md), once',
    '## Twice',
    '## Twice',
    '<a id="named"></a> [good](#a-page) [`good`](#twice-1) [good](#what-it-is-this-once) [good](#named)',
    '`[code](gone.md)` and ``[`code`](gone.md)`` [good](design.md#gone) ![good](https://example.org/gone.svg)',
    '```text\n[fenced](gone.md)\n# Fenced\n```',
  ];

  it('are looked at outside of code alone', () => {
    expect(wrongLinks('docs/page.md', parsePage(text.join('\n')))).toEqual([
      'docs/page.md:6: design.md#gone: there is no such heading',
    ]);
  });

  it.each([
    ['[bad](gone.md)', 'gone.md: there is no such file'],
    ['![bad](pictures/gone.svg "title")', 'pictures/gone.svg: there is no such file'],
    ['[bad](#twice-2)', '#twice-2: there is no such heading'],
    ['[bad](#fenced)', '#fenced: there is no such heading'],
    ['[bad](design.md#gone)', 'design.md#gone: there is no such heading'],
    ['[bad](audit.schema.json#gone)', 'audit.schema.json#gone: this file has no headings'],
    ['[bad](../test#gone)', '../test#gone: a folder has no headings'],
    ['[bad](../../away.md)', '../../away.md: leads out of the repository'],
    ['[bad](/docs/design.md)', '/docs/design.md: leads from the root, which differs from reader to reader'],
    ['[bad]: gone.md', 'gone.md: there is no such file'],
    ['<img alt="bad" src="gone.svg">', 'gone.svg: there is no such file'],
  ])('that lead nowhere are told: %s', (line, told) => {
    const page = parsePage([...text.slice(0, 5), line, ...text.slice(6)].join('\n'));
    expect(wrongLinks('docs/page.md', page)).toEqual([`docs/page.md:6: ${told}`]);
  });
});

// From the tests of the gem that GitHub's rule is taken from, and of npm's github-slugger.
it.each([
  ['Hello world', 'hello-world'],
  ['docs/README.md (this)', 'docsreadmemd-this'],
  ['a  b', 'a--b'],
  ['--x', '--x'],
  ['`relocator audit --each`', 'relocator-audit---each'],
  ['C++ & Rust', 'c--rust'],
  ['Überschrift 日本語', 'überschrift-日本語'],
  ['R_X86_64_PC32', 'r_x86_64_pc32'],
])('%s has the anchor that GitHub makes', (heading, slug) => {
  expect(slugOf(heading)).toBe(slug);
});
