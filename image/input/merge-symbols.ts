/** Symbols of several objects: each name is one symbol, and one of the files says what it is. */
import type { ElfFile, ElfSymbol, FileName } from '../elf/types.ts';
import { InputError } from '../trouble/errors.ts';
import { printableName } from '../trouble/printable.ts';

/** An object, the name that its sections bear, and where its sections are in the whole. */
export interface MergedPart {
  readonly elf: ElfFile;
  readonly file: FileName;
  /** The index in the whole of each section. */
  readonly sectionAt: readonly number[];
  /** Why sections are not used, by their index in the file. */
  readonly replaced: ReadonlyMap<number, string>;
}

export interface MergedSymbols {
  /** The null symbol, all local ones, then the others in order of their first. */
  readonly symbols: readonly ElfSymbol[];
  /** For each file, the index in `symbols` of each of its own. */
  readonly symbolAt: readonly (readonly number[])[];
}

/** The bits of st_other that tell a symbol's visibility; the lower, the narrower, but for 0, which says nothing. */
const VISIBILITY = 3;

/** What counts for a name, and which file says so. */
interface Resolved {
  readonly symbol: ElfSymbol;
  readonly file: string;
}

/** @throws InputError naming each symbol that two files define, with both */
export function mergeSymbols(parts: readonly MergedPart[]): MergedSymbols {
  const locals: ElfSymbol[] = [];
  const globals = new Map<string, Resolved>();
  const troubles: string[] = [];
  for (const part of parts) {
    for (const symbol of part.elf.symbols) {
      const placed = inWhole(symbol, part);
      if (symbol.index === 0 && locals.length > 0) continue;
      if (isLocal(symbol)) locals.push({ ...placed, index: locals.length });
      else {
        const found = { symbol: placed, file: part.file.name };
        const known = globals.get(symbol.name);
        const both = known ? resolve(known, found) : found;
        if (both) globals.set(symbol.name, both);
        else troubles.push(duplicate(symbol.name, known?.file ?? '', part.file.name));
      }
    }
  }
  if (troubles.length > 0) throw new InputError(troubles);
  const names = new Map([...globals.keys()].map((name, index) => [name, locals.length + index]));
  const symbols = [...locals];
  for (const { symbol } of globals.values()) symbols.push({ ...symbol, index: symbols.length });
  let local = 1;
  const symbolAt = parts.map(({ elf }) =>
    elf.symbols.map((symbol) => {
      if (symbol.index === 0) return 0;
      return isLocal(symbol) ? local++ : (names.get(symbol.name) ?? 0);
    }),
  );
  return { symbols, symbolAt };
}

/** What has no name is seen by no other file. */
function isLocal({ binding, name }: ElfSymbol): boolean {
  return binding === 'local' || name === '';
}

/** The symbol with its section numbered anew; what is defined in a section that another stands for is defined there. */
function inWhole(symbol: ElfSymbol, { sectionAt, replaced }: MergedPart): ElfSymbol {
  const { place } = symbol;
  if (place.kind !== 'section') return symbol;
  if (replaced.has(place.section) && !isLocal(symbol))
    return { ...symbol, value: 0n, place: { kind: 'undefined' } };
  return { ...symbol, place: { kind: 'section', section: sectionAt[place.section] ?? 0 } };
}

/** Of two symbols of one name the one that counts; undefined if both do. */
function resolve(known: Resolved, found: Resolved): Resolved | undefined {
  const [a, b] = [known.symbol, found.symbol];
  const ranks = [rank(a), rank(b)] as const;
  if (ranks[0] === RANK.defined && ranks[1] === RANK.defined && !isSameConstant(a, b)) return undefined;
  const chosen = ranks[1] > ranks[0] ? found : known;
  const [symbol, other] = chosen === found ? [b, a] : [a, b];
  const merged = {
    ...symbol,
    other: (symbol.other & ~VISIBILITY) | narrower(a.other & VISIBILITY, b.other & VISIBILITY),
    size: symbol.size === 0n ? other.size : symbol.size,
  };
  if (a.place.kind !== 'common' || b.place.kind !== 'common') return { ...chosen, symbol: merged };
  // The larger room, as aligned as both ask, and near the global pointer if one of them counts on that.
  const place = a.place.small ? a.place : b.place;
  const [value, size] = [larger(a.value, b.value), larger(a.size, b.size)];
  return { ...chosen, symbol: { ...merged, value, size, place } };
}

const RANK = { weakUndefined: 0, undefined: 1, weak: 2, common: 3, defined: 4 } as const;

function rank({ binding, place }: ElfSymbol): (typeof RANK)[keyof typeof RANK] {
  if (place.kind === 'undefined') return binding === 'weak' ? RANK.weakUndefined : RANK.undefined;
  if (place.kind === 'common') return RANK.common;
  return binding === 'weak' ? RANK.weak : RANK.defined;
}

function isSameConstant(a: ElfSymbol, b: ElfSymbol): boolean {
  return a.place.kind === 'absolute' && b.place.kind === 'absolute' && a.value === b.value;
}

function narrower(a: number, b: number): number {
  return a === 0 || b === 0 ? a | b : Math.min(a, b);
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function duplicate(name: string, first: string, second: string): string {
  return `${printableName(name)} is defined in ${first} and in ${second}; leave one of them out, or make its definition weak or static`;
}
