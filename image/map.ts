/** The map beside an image: where everything stands and what the prologue does. Its schema is docs/map.schema.json. */
import { FORMATS, type Format } from '../codegen/prologue/specification.ts';
import { InputError } from './errors.ts';

export const MAP_VERSION = 1;

export interface MapRange {
  readonly offset: number;
  readonly size: number;
}

export interface MapSection extends MapRange {
  /** Index in the ELF file; 0 for sections made by relocator. */
  readonly index: number;
  readonly name: string;
  /** sh_type. */
  readonly type: number;
}

export interface MapSymbol extends MapRange {
  readonly name: string;
  readonly section: string;
}

export interface MapRelocation {
  readonly offset: number;
  /** Name of the relocation type. */
  readonly type: string;
  readonly symbol: string;
  /** Signed. */
  readonly addend: bigint;
}

export interface MapFixup extends MapRelocation {
  /** `word`: a whole word to which the load base is added; `field`: anything else. */
  readonly kind: 'word' | 'field';
  /** What the symbol is at load time; `value` is an offset in the blob (`image`) or an address (`absolute`). */
  readonly target: {
    readonly kind: 'image' | 'absolute' | 'late';
    readonly value: bigint;
  };
  /** Offset of the GOT slot it goes through, if any. */
  readonly slot?: number;
}

/** A fixup that was left out because the loader writes the whole symbol. */
export interface MapDropped extends MapRelocation {
  readonly inside: string;
}

/** Offsets count bytes from the blob's first byte. */
export interface ImageMap {
  readonly version: typeof MAP_VERSION;
  readonly arch: string;
  readonly format: Format;
  readonly entry: number;
  readonly imageOffset: number;
  /** Bytes of the blob. */
  readonly size: number;
  /** Bytes of memory; those behind `size` must be zero. */
  readonly memsz: number;
  readonly loadAlign: number;
  /** Load bases, both included. */
  readonly bases: { readonly min: bigint; readonly max: bigint };
  readonly prologue: { readonly size: number; readonly table: MapRange };
  /** Offset of the GOT, if the image has one. */
  readonly got?: number;
  readonly sections: readonly MapSection[];
  readonly symbols: readonly MapSymbol[];
  /** Words in which the loader stores addresses before the jump. */
  readonly late: readonly (MapRange & { readonly name: string })[];
  readonly fixups: readonly MapFixup[];
  readonly dropped: readonly MapDropped[];
}

/** The map as JSON text; 64-bit values are hex strings. */
export function formatMap(map: ImageMap): string {
  const replacer = (_key: string, value: unknown): unknown =>
    typeof value === 'bigint' ? signedHex(value) : value;
  return `${JSON.stringify(map, replacer, 2)}\n`;
}

function signedHex(value: bigint): string {
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

/** Reads a map. @throws InputError naming the first field that is not as the schema says */
export function parseMap(text: string): ImageMap {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new InputError('the map is not JSON; pass the .map.json that build wrote');
  }
  const root = record(json, 'map');
  if (root.version !== MAP_VERSION) {
    throw new InputError(
      `the map has version ${String(root.version)}, this relocator reads ${MAP_VERSION}; rebuild it`,
    );
  }
  const bases = record(root.bases, 'bases');
  const prologue = record(root.prologue, 'prologue');
  const table = range(record(prologue.table, 'prologue.table'), 'prologue.table');
  const map: ImageMap = {
    version: MAP_VERSION,
    arch: string(root.arch, 'arch'),
    format: oneOf(root.format, FORMATS, 'format'),
    entry: count(root.entry, 'entry'),
    imageOffset: count(root.imageOffset, 'imageOffset'),
    size: count(root.size, 'size'),
    memsz: count(root.memsz, 'memsz'),
    loadAlign: count(root.loadAlign, 'loadAlign'),
    bases: { min: integer(bases.min, 'bases.min'), max: integer(bases.max, 'bases.max') },
    prologue: { size: count(prologue.size, 'prologue.size'), table },
    ...(root.got === undefined ? {} : { got: count(root.got, 'got') }),
    sections: list(root.sections, 'sections').map(({ item, at }) => ({
      ...range(item, at),
      index: count(item.index, `${at}.index`),
      name: string(item.name, `${at}.name`),
      type: count(item.type, `${at}.type`),
    })),
    symbols: list(root.symbols, 'symbols').map(({ item, at }) => ({
      ...range(item, at),
      name: string(item.name, `${at}.name`),
      section: string(item.section, `${at}.section`),
    })),
    late: list(root.late, 'late').map(({ item, at }) => ({
      ...range(item, at),
      name: string(item.name, `${at}.name`),
    })),
    fixups: list(root.fixups, 'fixups').map(({ item, at }) => {
      const target = record(item.target, `${at}.target`);
      return {
        ...relocation(item, at),
        kind: oneOf(item.kind, ['word', 'field'] as const, `${at}.kind`),
        target: {
          kind: oneOf(target.kind, ['image', 'absolute', 'late'] as const, `${at}.target.kind`),
          value: integer(target.value, `${at}.target.value`),
        },
        ...(item.slot === undefined ? {} : { slot: count(item.slot, `${at}.slot`) }),
      };
    }),
    dropped: list(root.dropped, 'dropped').map(({ item, at }) => ({
      ...relocation(item, at),
      inside: string(item.inside, `${at}.inside`),
    })),
  };
  if (map.imageOffset > map.size || map.size > map.memsz || map.entry > map.memsz) {
    throw new InputError('the map contradicts itself: imageOffset <= size <= memsz must hold; rebuild it');
  }
  return map;
}

type Fields = { readonly [key: string]: unknown };

function wrong(at: string, expected: string): never {
  throw new InputError(`the map's ${at} is not ${expected}; rebuild it`);
}

function record(value: unknown, at: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(at, 'an object');
  return { ...value };
}

function list(value: unknown, at: string): { item: Fields; at: string }[] {
  if (!Array.isArray(value)) return wrong(at, 'an array');
  return value.map((item: unknown, index) => ({
    item: record(item, `${at}[${index}]`),
    at: `${at}[${index}]`,
  }));
}

function string(value: unknown, at: string): string {
  return typeof value === 'string' ? value : wrong(at, 'a string');
}

function count(value: unknown, at: string): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : wrong(at, 'a number of bytes');
}

function integer(value: unknown, at: string): bigint {
  const match = typeof value === 'string' ? /^(-?)(0x[0-9a-f]{1,16})$/.exec(value) : undefined;
  if (!match) return wrong(at, 'a hex string');
  const size = BigInt(match[2] ?? '0');
  return match[1] === '-' ? -size : size;
}

function oneOf<Value extends string>(value: unknown, values: readonly Value[], at: string): Value {
  return values.find((each) => each === value) ?? wrong(at, `one of ${values.join(', ')}`);
}

function range(item: Fields, at: string): MapRange {
  return { offset: count(item.offset, `${at}.offset`), size: count(item.size, `${at}.size`) };
}

function relocation(item: Fields, at: string): MapRelocation {
  return {
    offset: count(item.offset, `${at}.offset`),
    type: string(item.type, `${at}.type`),
    symbol: string(item.symbol, `${at}.symbol`),
    addend: integer(item.addend, `${at}.addend`),
  };
}
