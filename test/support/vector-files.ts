/** Reads the files of test vectors as docs/vectors.md describes them, as any loader's author would: from their text alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Entry, LoopVector } from './loop-vectors.ts';

const FOLDER = fileURLToPath(new URL('../../golden/vectors', import.meta.url));
const LOOPS = 'loops.txt';

/** A line about a relocation type. */
export interface RuleLine {
  readonly machine: string;
  readonly type: number;
  readonly name: string;
  readonly letters: Readonly<Record<string, bigint>>;
  /** Bytes in memory. */
  readonly old: Buffer;
  readonly new: Buffer | 'refused';
  readonly by: readonly string[];
  readonly text: string;
}

/** The machines that have a file. */
export function vectorMachines(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name !== LOOPS)
    .map((name) => name.replace(/\.txt$/, ''))
    .sort();
}

function linesOf(name: string): string[] {
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** The lines of a machine's file. */
export function ruleLines(arch: string): RuleLine[] {
  return linesOf(`${arch}.txt`).map((text) => {
    const [machine = '', type = '', name = '', ...pairs] = text.split(' ');
    const { old = '', new: stored = '', by = '', ...letters } = pairsOf(pairs);
    return {
      ...{ machine, name, text, type: Number(type), by: by.split(',') },
      letters: Object.fromEntries(
        Object.entries(letters).map(([letter, value]) => [letter, numberOf(value)]),
      ),
      old: Buffer.from(old, 'hex'),
      new: stored === 'refused' ? stored : Buffer.from(stored, 'hex'),
    };
  });
}

/** The lines about loops. */
export function loopLines(): LoopVector[] {
  return linesOf(LOOPS).map((text) => {
    const [loop = '', name = '', ...pairs] = text.split(' ');
    const [, kind, bits] = /^(rela|relr|rel)(32|64)$/.exec(loop) ?? [];
    if (kind !== 'rela' && kind !== 'relr' && kind !== 'rel') throw new Error(`no such loop: ${text}`);
    const { D = '', table = '', before = '', after = '' } = pairsOf(pairs);
    const items = table === '-' ? [] : table.split(',');
    return {
      ...{ kind, name, D: numberOf(D), bits: bits === '64' ? 64 : 32 },
      entries: kind === 'relr' ? [] : items.map(entryOf),
      words: kind === 'relr' ? items.map(numberOf) : [],
      before: wordsOf(before),
      after: wordsOf(after),
    };
  });
}

function pairsOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

function numberOf(text: string): bigint {
  return text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text);
}

function entryOf(text: string): Entry {
  const words = text.split(':');
  const none = words[0] === 'none';
  const [place = '0', addend] = none ? words.slice(1) : words;
  return {
    place: numberOf(place),
    ...(addend === undefined ? {} : { addend: numberOf(addend) }),
    ...(none ? { none } : {}),
  };
}

function wordsOf(text: string): Map<bigint, bigint> {
  if (text === '-') return new Map();
  return new Map(
    text.split(',').map((pair) => {
      const [at = '0', held = '0'] = pair.split(':');
      return [numberOf(at), numberOf(held)];
    }),
  );
}
