/** Compares generated and golden files of two trees, each kind in its own way. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Comparison } from './report.ts';

interface Kind {
  readonly what: string;
  readonly folder: string;
  readonly ending: string;
  /** What is different, or undefined. */
  difference(before: Buffer, after: Buffer): string | undefined;
}

const KINDS: readonly Kind[] = [
  {
    what: 'prologues (.bin) byte-identical',
    folder: 'generated-asm',
    ending: '.bin',
    difference: differentByte,
  },
  {
    what: 'hashes of golden images (memory.sha256) byte-identical',
    folder: 'golden',
    ending: 'memory.sha256',
    difference: differentByte,
  },
  {
    what: 'prologue sources (.S) the same but for comments',
    folder: 'generated-asm',
    ending: '.S',
    difference: differentLine,
  },
  {
    what: 'prologue listings (.lst) the same but for comments',
    folder: 'generated-asm',
    ending: '.lst',
    difference: differentLine,
  },
  {
    what: 'listings of golden prologues (.lst) the same but for comments',
    folder: 'golden',
    ending: '.lst',
    difference: differentLine,
  },
  {
    what: 'golden maps (map.json) equal in meaning',
    folder: 'golden',
    ending: 'map.json',
    difference: differentValue,
  },
];

/** @param before root of the tree that counts; every file in it must be in `after`, too */
export function compareFiles(before: string, after: string): Comparison[] {
  return KINDS.map((kind) => {
    const wanted = filesOf(before, kind);
    const present = new Set(filesOf(after, kind));
    const differences = wanted.flatMap((path) => {
      if (!present.has(path)) return [`${path} is gone`];
      const difference = kind.difference(readFileSync(join(before, path)), readFileSync(join(after, path)));
      return difference === undefined ? [] : [`${path}: ${difference}`];
    });
    return {
      what: kind.what,
      all: wanted.length,
      same: wanted.length - differences.length,
      added: [...present].filter((path) => !wanted.includes(path)).length,
      differences,
    };
  });
}

function filesOf(root: string, { folder, ending }: Kind): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .sort()
    .map((path) => `${folder}/${path}`);
}

function differentByte(before: Buffer, after: Buffer): string | undefined {
  if (before.equals(after)) return undefined;
  const at = before.findIndex((byte, index) => byte !== after[index]);
  if (at < 0 || at >= after.length) return `${after.length} bytes instead of ${before.length}`;
  return `another byte at ${at}`;
}

function differentLine(before: Buffer, after: Buffer): string | undefined {
  const [wanted, present] = [codeLines(before), codeLines(after)];
  const at = wanted.findIndex((line, index) => line !== present[index]);
  if (at >= 0) return `'${present[at] ?? 'nothing'}' instead of '${wanted[at]}'`;
  return present.length === wanted.length ? undefined : `goes on with '${present[wanted.length]}'`;
}

/** What begins a comment on one machine or another, and all behind it; a sign that is none has no space behind it. */
const COMMENT = /(?:^|\s+)(?:\/\/|[#!|;] |\/\*).*$/;

function codeLines(text: Buffer): string[] {
  return text
    .toString('utf8')
    .split('\n')
    .map((line) => line.replace(COMMENT, '').trimEnd())
    .filter((line) => line !== '');
}

function differentValue(before: Buffer, after: Buffer): string | undefined {
  const parse = (text: Buffer): unknown => JSON.parse(text.toString('utf8'));
  const found = firstDifference(parse(before), parse(after), '');
  return found && `${found.path}: ${found.after} instead of ${found.before}`;
}

interface Difference {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

function firstDifference(before: unknown, after: unknown, path: string): Difference | undefined {
  if (isDeepStrictEqual(before, after)) return undefined;
  const [wanted, present] = [entriesOf(before), entriesOf(after)];
  if (!wanted || !present || Array.isArray(before) !== Array.isArray(after)) {
    return { path, before: valueText(before), after: valueText(after) };
  }
  for (const key of new Set([...wanted.keys(), ...present.keys()])) {
    const found = firstDifference(wanted.get(key), present.get(key), path === '' ? key : `${path}.${key}`);
    if (found) return found;
  }
  return undefined;
}

/** The members of an object, or the elements of an array by index. */
function entriesOf(value: unknown): Map<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
}

function valueText(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
