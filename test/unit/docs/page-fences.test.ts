/** Fenced blocks say what they hold, and who holds them: the tag of each is one of those that a test answers for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/files.ts';
import { type Fence, pagePaths, parsePage, readPage } from '../../support/markdown.ts';

/** What blocks may hold, and what is held of it; undefined: nothing but that it is there. */
const TAGS: Readonly<Record<string, ((fence: Fence) => string | undefined) | undefined>> = {
  /** Commands and what they print, run by agreement/docs-examples; `console boot` by `npm run test:docs`. */
  console: ({ lines }) => (lines[0]?.startsWith('$ ') ? undefined : 'does not begin with a command'),
  /** Commands that no test runs, as they need the network or minutes; or lines of a script. `bash typed`: `npm run test:tutorial` does. */
  bash: ({ info, lines }) =>
    info === '' && lines.some((line) => /^(\$ )?(npx )?relocator /.test(line))
      ? 'belongs into console'
      : undefined,
  /** The command's own examples, run by agreement/help-examples. */
  shell: undefined,
  text: undefined,
  json: ({ lines }) => wrongJson(lines.join('\n')),
  yaml: undefined,
  c: undefined,
  asm: undefined,
  go: undefined,
  python: undefined,
  ts: undefined,
};

/** Only the reference of the command may have them. */
const SHELL_PAGE = 'docs/command.md';

function wrongJson(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return `${error}`;
  }
}

/** Words behind a tag that say who types the block. */
const INFOS = ['console boot', 'bash typed'];

/** A block that names a file after its tag shows lines of it. */
function wrongExcerpt({ tag, info, lines }: Fence, read: (path: string) => string): string | undefined {
  if (info === '' || INFOS.includes(`${tag} ${info}`)) return undefined;
  return read(info).includes(`${lines.join('\n')}\n`) ? undefined : `is not in ${info}`;
}

const readFile = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

function wrongFences(path: string, fences: readonly Fence[], read = readFile): string[] {
  return fences.flatMap((fence) => {
    const { tag, line } = fence;
    const known = Object.hasOwn(TAGS, tag) && (tag !== 'shell' || path === SHELL_PAGE);
    const wrong = known ? (TAGS[tag]?.(fence) ?? wrongExcerpt(fence, read)) : 'no such tag';
    return wrong === undefined ? [] : [`${path}:${line}: \`${tag}\`: ${wrong}`];
  });
}

describe('fences', () => {
  it('have a tag, and hold what it says', () => {
    const paths = pagePaths();
    expect(paths).toContain('docs/command.md');
    expect(paths.flatMap((path) => wrongFences(path, readPage(path).fences))).toEqual([]);
  });

  it.each([
    ['', ['x'], 'no such tag'],
    ['zsh', ['x'], 'no such tag'],
    ['constructor', ['x'], 'no such tag'],
    ['shell', ['relocator audit x'], 'no such tag'],
    ['console', ['relocator audit x'], 'does not begin with a command'],
    ['bash', ['make', 'relocator audit x'], 'belongs into console'],
    ['json', ['{ "a": 1, }'], expect.stringContaining('SyntaxError')],
    ['c file.c', ['int b;'], 'is not in file.c'],
  ])('are told that do not: %s', (info, lines, told) => {
    const page = parsePage(['text', `\`\`\`${info}`, ...lines, '```', ''].join('\n'));
    const found = wrongFences('docs/page.md', page.fences, () => 'int a;\nint bc;\n');
    const [tag] = info.split(' ');
    expect(found).toEqual([expect.stringContaining(`docs/page.md:2: \`${tag}\`: `)]);
    expect(found[0]?.replace(/^.*?`: /, '')).toEqual(told);
  });

  it('are found in lists and between tildes, and must end', () => {
    const { fences } = parsePage('- a\n\n  ```c x.c\n  int b;\n   ```\n~~~~text\n```\n~~~\n~~~~\n');
    expect(fences).toEqual([
      { line: 3, tag: 'c', info: 'x.c', lines: ['int b;'] },
      { line: 6, tag: 'text', info: '', lines: ['```', '~~~'] },
    ]);
    expect(() => parsePage('\n```c\n')).toThrow('the fence of line 2 does not end');
  });
});
