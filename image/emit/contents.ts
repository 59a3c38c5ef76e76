/** What every emitted form has: the numbers of an image, and the symbols that a loader may write. */
import { createHash } from 'node:crypto';
import { architectureNamed } from '../../relocator-dsl/architectures.ts';
import type { ImageMap, MapRange } from '../map/map.ts';
import { type SymbolStructure, structuresOf } from '../map/structures.ts';
import type { ByteOrder } from '../memory/bytes.ts';
import { InputError } from '../trouble/errors.ts';
import { whyNoGlobal } from '../trouble/missing-symbols.ts';

/** A number that loaders go by. */
export interface ImageNumber {
  /** In capitals, words apart by `_`. */
  readonly name: string;
  readonly value: bigint;
  /** `base` is an address, as wide as those of the largest machine; `count` is below 2^32. */
  readonly kind: 'base' | 'count';
  /** What it counts, fit for a comment. */
  readonly meaning: string;
}

/** A symbol with a size. */
export interface NamedRange extends MapRange {
  readonly name: string;
  /** Forms make a function of it that writes it. */
  readonly isWritten: boolean;
  /** What it consists of, if that is known: then there is a function that takes that, too. */
  readonly structure?: SymbolStructure;
}

export interface BlobContents {
  readonly arch: string;
  readonly blob: Uint8Array;
  readonly order: ByteOrder;
  readonly loadAlign: number;
  readonly numbers: readonly ImageNumber[];
  readonly symbols: readonly NamedRange[];
  /** SHA-256 of the blob as it was built: 32 bytes. */
  readonly digest: Uint8Array;
  /** Load bases, both included; undefined where no address is beyond. */
  readonly lowest: bigint | undefined;
  readonly highest: bigint | undefined;
  /** The memory stays within one aligned block of so many bytes, if it must. */
  readonly block: number | undefined;
  readonly memsz: number;
}

/**
 * @param exported the symbols that are told and may be written; all are told without it, and those that the map says are
 *   written by loaders may be
 * @throws InputError naming each exported symbol that the image does not have, or whose size nobody knows
 */
export function contentsOf(
  blob: Uint8Array,
  map: ImageMap,
  exported: readonly string[] | undefined,
): BlobContents {
  const { wordBits = 64, dataOrder = 'little' } = architectureNamed(map.arch)?.machine ?? {};
  const min = BigInt.asUintN(wordBits, map.bases.min);
  const max = BigInt.asUintN(wordBits, map.bases.max);
  const top = (1n << BigInt(wordBits)) - BigInt(map.memsz);
  return {
    arch: map.arch,
    blob,
    order: dataOrder,
    loadAlign: map.loadAlign,
    numbers: numbersOf(map, { min, max }, dataOrder),
    symbols: symbolsOf(map, exported),
    digest: createHash('sha256').update(blob).digest(),
    lowest: min > 0n ? min : undefined,
    // The highest multiple of the alignment has nothing above it that fits.
    highest: wordBits === 64 && max >= top - (top % BigInt(map.loadAlign)) ? undefined : max,
    block: map.block,
    memsz: map.memsz,
  };
}

/** In the order of `struct relocator_blob`. */
function numbersOf(map: ImageMap, bases: { min: bigint; max: bigint }, order: ByteOrder): ImageNumber[] {
  const { table } = map.prologue;
  const count = (name: string, value: number, meaning: string): ImageNumber => ({
    name,
    value: BigInt(value),
    kind: 'count',
    meaning,
  });
  return [
    { name: 'BASE_MIN', value: bases.min, kind: 'base', meaning: 'lowest load base' },
    { name: 'BASE_MAX', value: bases.max, kind: 'base', meaning: 'highest load base' },
    count('SIZE', map.size, 'bytes of the blob'),
    count('MEMSZ', map.memsz, 'bytes of memory; those behind the blob must be zero'),
    count('LOAD_ALIGN', map.loadAlign, 'load bases are multiples of this'),
    count('BLOCK', map.block ?? 0, 'the memory lies within one aligned block of so many bytes; 0: anywhere'),
    count('ENTRY', map.entry, 'offset the prologue goes on at; jump to the first byte, not here'),
    count(
      'HEADER',
      map.header?.offset ?? 0,
      'offset to enter at, for loaders that copy what is there for other processors',
    ),
    count('IMAGE_OFFSET', map.imageOffset, 'offset of the image behind the prologue'),
    count('TABLE_OFFSET', table.offset, 'offset of the list of fixups; zeros all over it empty it'),
    count('TABLE_SIZE', table.size, 'bytes of the list of fixups'),
    count('BIG_ENDIAN', order === 'big' ? 1 : 0, '1 where words of the image have their first byte on top'),
  ];
}

function symbolsOf(map: ImageMap, exported: readonly string[] | undefined): NamedRange[] {
  const known = [...map.symbols, ...map.late].filter(({ name }) => name !== '');
  const written = new Set([...(exported ?? map.loaderWrites ?? []), ...map.late.map(({ name }) => name)]);
  // Of symbols with one name the first counts, as it does for who writes to them.
  const byName = new Map([...known].reverse().map((symbol) => [symbol.name, symbol]));
  const names = exported ?? [...byName.keys()].reverse();
  const structures = structuresOf([...byName.values()], map.arch);
  const troubles: string[] = [];
  const symbols = [...new Set(names)].flatMap((name): NamedRange[] => {
    const symbol = byName.get(name);
    if (symbol && symbol.size > 0) {
      const { offset, size } = symbol;
      const structure = structures.get(name);
      return [{ name, offset, size, isWritten: written.has(name), ...(structure ? { structure } : {}) }];
    }
    if (exported && symbol) troubles.push(`--export ${name}: the symbol has no size; give it one with .size`);
    else if (exported)
      troubles.push(`--export ${name}: ${whyNoGlobal(name, [...byName.keys()], new Set(map.locals))}`);
    return [];
  });
  if (troubles.length > 0) throw new InputError(troubles);
  return symbols;
}
