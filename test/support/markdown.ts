/** The repository's pages of Markdown, as far as tests look at them: fences, headings, links. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, ROOT } from './files.ts';

/** A fenced block. */
export interface Fence {
  /** Of its first line, counted from 1. */
  readonly line: number;
  /** The first word behind the backticks; empty if there is none. */
  readonly tag: string;
  /** What follows the tag. */
  readonly info: string;
  /** Between the fences, without the indentation that the first of them has. */
  readonly lines: readonly string[];
}

export interface Link {
  readonly line: number;
  readonly target: string;
}

export interface Page {
  readonly fences: readonly Fence[];
  /** Where a link to a heading or to an element with a name may lead, as GitHub makes it. */
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly Link[];
}

/** Folders of packages and of what is built. */
const NOT_OURS = ['node_modules', 'dist', 'out'];

/** The paths of all pages, from the root of the repository. */
export function pagePaths(): string[] {
  return readdirSync(ROOT)
    .filter((name) => !name.startsWith('.') && !NOT_OURS.includes(name))
    .flatMap(filesOf)
    .filter((path) => path.endsWith('.md'));
}

export function readPage(path: string): Page {
  return parsePage(readFileSync(join(ROOT, path), 'utf8'));
}

/** @throws Error for a fence that does not end */
export function parsePage(text: string): Page {
  const { fences, prose } = apart(text.split('\n'));
  return { fences, anchors: anchorsOf(prose), links: linksOf(prose) };
}

/** Fences, and the lines outside of them, with empty ones in place of the fences. */
function apart(lines: readonly string[]): { fences: Fence[]; prose: string[] } {
  const fences: Fence[] = [];
  const prose: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, indent = '', marks, tag = '', info = ''] =
      /^([ >]*)(`{3,}|~{3,})\s*([^\s`]*)\s*([^`]*)$/.exec(lines[at] ?? '') ?? [];
    if (marks === undefined) {
      prose.push(lines[at] ?? '');
      continue;
    }
    const ends = (line: string): boolean => {
      const rest = line.trim();
      return rest.startsWith(marks) && rest.replaceAll(marks.charAt(0), '') === '';
    };
    const end = lines.findIndex((line, index) => index > at && ends(line));
    if (end < 0) throw new Error(`the fence of line ${at + 1} does not end`);
    const inside = lines.slice(at + 1, end).map((line) => line.slice(indent.length));
    fences.push({ line: at + 1, tag, info: info.trim(), lines: inside });
    prose.push(...lines.slice(at, end + 1).map(() => ''));
    at = end;
  }
  return { fences, prose };
}

/**
 * The anchor that GitHub gives a heading: lower case; letters, digits, `_` and `-` stay; blanks become `-`.
 * https://github.com/gjtorikian/html-pipeline, table_of_contents_filter.rb
 */
export function slugOf(heading: string): string {
  const shown = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/<[^>]*>/g, '');
  return shown
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Headings of the same text have their number behind it from the second on. */
function anchorsOf(prose: readonly string[]): Set<string> {
  const anchors = new Set<string>();
  const times = new Map<string, number>();
  for (const line of prose) {
    for (const [, name = ''] of line.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(name);
    const heading = /^ {0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$/.exec(line)?.[1];
    if (heading === undefined) continue;
    const slug = slugOf(heading);
    const before = times.get(slug) ?? 0;
    times.set(slug, before + 1);
    anchors.add(before === 0 ? slug : `${slug}-${before}`);
  }
  return anchors;
}

const LINKS = [
  /\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/g,
  /^ {0,3}\[[^\]]+\]:\s+<?([^\s>]+)/g,
  /<(?:a|img|source)\b[^>]*?\b(?:href|src|srcset)="([^"]+)"/g,
];

function linksOf(prose: readonly string[]): Link[] {
  return prose.flatMap((text, index) => {
    const outsideCode = text.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, (code) => ' '.repeat(code.length));
    return LINKS.flatMap((pattern) =>
      [...outsideCode.matchAll(pattern)].map(([, target = '']) => ({ line: index + 1, target })),
    );
  });
}
