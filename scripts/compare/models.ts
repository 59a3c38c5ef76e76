/** Compares the reference models of two trees by what they do. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Letters, ReferenceModel, ReferenceRule } from '../../reference-model/types.ts';
import { random } from '../../test/support/random.ts';
import type { Comparison } from './report.ts';

type Models = ReadonlyMap<string, ReferenceModel>;

const LETTERS = ['S', 'A', 'P', 'L', 'G', 'GOT', 'B', 'Z', 'T', 'E', 'TOC', 'GP', 'V', 'O', 'H'] as const;
/** Random letters, values and containers of each rule. */
const SAMPLES = 500;
/** Of an instruction in a bundle, as in IA-64. */
const BUNDLED_BITS = 41;

/** @param before root of the tree that counts; each of its rules must be in `after`, too */
export async function compareModels(before: string, after: string): Promise<Comparison> {
  const [wanted, present] = [await modelsOf(before), await modelsOf(after)];
  const differences: string[] = [];
  let all = 0;
  let added = 0;
  for (const [arch, model] of wanted) {
    all += model.rules.size;
    const other = present.get(arch);
    const wordBits = wordBitsOf(model);
    for (const [name, rule] of model.rules) {
      const now = other?.rules.get(name);
      const difference = now ? ruleDifference(rule, now, wordBits) : 'is gone';
      if (difference !== undefined) differences.push(`${arch} ${name}: ${difference}`);
    }
  }
  for (const [arch, { rules }] of present) {
    added += [...rules.keys()].filter((name) => !wanted.get(arch)?.rules.has(name)).length;
  }
  return {
    what: `rules of ${wanted.size} reference models equal in what they do`,
    all,
    same: all - differences.length,
    added,
    differences,
  };
}

async function modelsOf(root: string): Promise<Models> {
  const index = pathToFileURL(join(root, 'reference-model/index.ts'));
  const loaded: { models: Models } = await import(/* @vite-ignore */ index.href);
  return loaded.models;
}

/** The width of the machine's word, by the values that the model makes. */
function wordBitsOf({ rules }: ReferenceModel): 32 | 64 {
  const letters: Letters = Object.fromEntries(LETTERS.map((letter, index) => [letter, -3n << BigInt(index)]));
  return [...rules.values()].some((rule) => rule.value(letters) >> 32n) ? 64 : 32;
}

/** How many instructions of a bundle the container is. Earlier trees say `slots`. */
function bundledOf(rule: ReferenceRule & { readonly slots?: 1 | 2 }): 1 | 2 | undefined {
  return rule.bundled ?? rule.slots;
}

/** The first difference, in words. */
function ruleDifference(before: ReferenceRule, after: ReferenceRule, wordBits: 32 | 64): string | undefined {
  for (const key of ['name', 'type', 'bytes', 'kind', 'apart'] as const) {
    if (before[key] !== after[key]) return `${key} is ${after[key]} instead of ${before[key]}`;
  }
  const bundled = bundledOf(before);
  if (bundled !== bundledOf(after)) return `bundled is ${bundledOf(after)} instead of ${bundled}`;
  const next = random(BigInt(before.type) + 1n);
  // Numbers of all sizes and both signs.
  const number = (): bigint => BigInt.asIntN(64, next()) >> (next() % 64n);
  const oneMissing: Letters[] = LETTERS.map((missing) => {
    const others = LETTERS.filter((letter) => letter !== missing);
    return Object.fromEntries(others.map((letter) => [letter, number()]));
  });
  const letterSets: Letters[] = [{}, ...oneMissing];
  for (let index = 0; index < SAMPLES; index++) {
    letterSets.push(Object.fromEntries(LETTERS.map((letter) => [letter, number()])));
  }
  for (const letters of letterSets) {
    const [wanted, present] = [resultOf(before, letters), resultOf(after, letters)];
    if (wanted !== present) return `value is ${present} instead of ${wanted} for ${lettersText(letters)}`;
  }

  const size = bundled === undefined ? before.bytes * 8 : bundled * BUNDLED_BITS;
  const container = (): bigint => BigInt.asUintN(size, (next() << 64n) | next());
  const containers = [0n, BigInt.asUintN(size, -1n)];
  for (let bit = 0n; bit < size; bit++) containers.push(1n << bit);
  for (let index = 0; index < SAMPLES; index++) containers.push(container());
  for (const old of containers) {
    const [wanted, present] = [before.extract(old), after.extract(old)];
    if (wanted !== present) return `extracts ${hex(present)} instead of ${hex(wanted)} from ${hex(old)}`;
  }

  const values = limitValues(wordBits);
  for (let index = 0; index < SAMPLES; index++) values.push(BigInt.asUintN(wordBits, number()));
  for (const value of values) {
    const [wanted, present] = [before.check(value), after.check(value)];
    if (wanted !== present) return `check of ${hex(value)} says '${present}' instead of '${wanted}'`;
    for (const old of [0n, BigInt.asUintN(size, -1n), container()]) {
      const [filled, now] = [before.insert(old, value), after.insert(old, value)];
      if (filled !== now)
        return `inserts ${hex(value)} into ${hex(old)} as ${hex(now)} instead of ${hex(filled)}`;
    }
  }
  return undefined;
}

/** Every power of two with both signs, and one above its rounded half, each with its neighbours, as words. */
function limitValues(wordBits: 32 | 64): bigint[] {
  const values: bigint[] = [];
  for (let bit = 0n; bit <= wordBits; bit++) {
    const power = 1n << bit;
    for (const edge of [power, -power, power - 0x8000n, -power - 0x8000n, power - 0x800n, -power - 0x800n]) {
      for (const near of [-4n, -2n, -1n, 0n, 1n, 2n, 4n]) values.push(BigInt.asUintN(wordBits, edge + near));
    }
  }
  return values;
}

function resultOf(rule: ReferenceRule, letters: Letters): string {
  try {
    return hex(rule.value(letters));
  } catch (error) {
    return `'${error}'`;
  }
}

function lettersText(letters: Letters): string {
  return LETTERS.flatMap((letter) => {
    const value = letters[letter];
    return value === undefined ? [] : [`${letter} = ${hex(value)}`];
  }).join(', ');
}

function hex(value: bigint): string {
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}
