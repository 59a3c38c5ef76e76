/** Whole words with an address of the image, as the text of a large map has them: a row of some bytes each. */
import type { MapFixup } from './map.ts';

/** A text with more of them is not read by people. */
const MOST_TOLD = 4096;
/** Numbers of JSON are exact below this. */
const EXACT = 2n ** 53n;

/** The words of one type. */
export interface WordTable {
  /** Name of the relocation type. */
  readonly type: string;
  /** What their symbols are called, and the offset of each in the blob. */
  readonly symbols: readonly { readonly name: string; readonly value: bigint }[];
  /** In JSON, for each word its offset in the blob, the index of its symbol, and its addend. */
  readonly rows: readonly string[];
}

/** The words of a map's fixups by type, and what is none; undefined where so few are better told one by one. */
export function wordTables(
  fixups: readonly MapFixup[],
): { readonly words: readonly WordTable[]; readonly others: readonly MapFixup[] } | undefined {
  if (fixups.length <= MOST_TOLD) return undefined;
  const others: MapFixup[] = [];
  const tables = new Map<string, OpenTable>();
  for (const fixup of fixups) {
    if (!isTold(fixup)) {
      others.push(fixup);
      continue;
    }
    const { type, offset, symbol, addend, target } = fixup;
    const table: OpenTable = tables.get(type) ?? { type, symbols: [], rows: [], known: new Map() };
    if (table.rows.length === 0) tables.set(type, table);
    table.rows.push(`[${offset},${symbolIn(table, symbol, target.value)},${addend}]`);
  }
  if (fixups.length - others.length <= MOST_TOLD) return undefined;
  return { words: [...tables.values()].map(({ type, symbols, rows }) => ({ type, symbols, rows })), others };
}

interface OpenTable {
  readonly type: string;
  readonly symbols: { readonly name: string; readonly value: bigint }[];
  readonly rows: string[];
  /** By name and value. */
  readonly known: Map<string, Map<bigint, number>>;
}

function isTold({ kind, target, second, slot, addend }: MapFixup): boolean {
  const isPlain = kind === 'word' && target.kind === 'image' && second === undefined && slot === undefined;
  return isPlain && addend > -EXACT && addend < EXACT;
}

function symbolIn({ symbols, known }: OpenTable, name: string, value: bigint): number {
  const values = known.get(name) ?? new Map<bigint, number>();
  const found = values.get(value);
  if (found !== undefined) return found;
  known.set(name, values);
  const index = symbols.push({ name, value }) - 1;
  values.set(value, index);
  return index;
}
