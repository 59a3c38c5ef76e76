/** Reads maps back: every field as the schema says, and nothing in it that contradicts the rest. */
import { BEACONS, FORMATS } from '../../codegen/request.ts';
import { isMapText, whyNot } from '../elf/file-kinds.ts';
import { InputError } from '../trouble/errors.ts';
import {
  type ImageMap,
  MAP_VERSION,
  type MapBases,
  type MapBeacon,
  type MapFixup,
  type MapLimit,
  type MapRange,
  type MapRelocation,
  type MapStop,
  PROLOGUE_CHECKS,
  TABLES_VERSION,
} from './map.ts';
import { checkMap } from './mapped.ts';

const MAP_REMEDY = 'pass the .map.json that build wrote';

/**
 * Reads a map, as text or as the bytes of its file, in UTF-8.
 * @throws InputError telling what it is that is no map, or the first field that is not as the schema says or contradicts another
 */
export function parseMap(text: string | Uint8Array): ImageMap {
  let json: unknown;
  try {
    json = JSON.parse(typeof text === 'string' ? text : Buffer.from(text).toString('utf8'));
  } catch {
    const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
    throw new InputError(
      isMapText(bytes)
        ? `the map is cut off or changed, it is no longer JSON; ${MAP_REMEDY}`
        : whyNot(bytes, 'the map of an image', MAP_REMEDY),
    );
  }
  const root = object(json, 'root');
  if (root.version === undefined)
    throw new InputError(`it is JSON, but not the map of an image; ${MAP_REMEDY}`);
  if (root.version !== MAP_VERSION && root.version !== TABLES_VERSION) {
    throw new InputError(
      `the map has version ${String(root.version)}, this relocator reads ${MAP_VERSION} and ${TABLES_VERSION}; rebuild it`,
    );
  }
  known(root, '', root.version === TABLES_VERSION ? [...ROOT, 'words'] : ROOT);
  const prologue = record(root.prologue, 'prologue', ['size', 'table', 'stop']);
  const table = range(record(prologue.table, 'prologue.table', RANGE), 'prologue.table');
  const map: ImageMap = {
    version: MAP_VERSION,
    arch: string(root.arch, 'arch'),
    format: oneOf(root.format, FORMATS, 'format'),
    entry: count(root.entry, 'entry'),
    ...(root.registers === undefined
      ? {}
      : {
          registers: list(root.registers, 'registers', ['name', 'offset']).map(({ item, at }) => ({
            name: string(item.name, `${at}.name`),
            offset: count(item.offset, `${at}.offset`),
          })),
        }),
    imageOffset: count(root.imageOffset, 'imageOffset'),
    size: count(root.size, 'size'),
    memsz: count(root.memsz, 'memsz'),
    loadAlign: positive(root.loadAlign, 'loadAlign'),
    ...(root.block === undefined ? {} : { block: positive(root.block, 'block') }),
    bases: basesOf(root.bases),
    prologue: { size: count(prologue.size, 'prologue.size'), table, ...stopOf(prologue.stop) },
    ...(root.header === undefined ? {} : { header: range(record(root.header, 'header', RANGE), 'header') }),
    ...(root.got === undefined ? {} : { got: count(root.got, 'got') }),
    ...(root.toc === undefined ? {} : { toc: count(root.toc, 'toc') }),
    sections: list(root.sections, 'sections', [...RANGE, 'index', 'name', 'type']).map(({ item, at }) => ({
      ...range(item, at),
      index: count(item.index, `${at}.index`),
      name: string(item.name, `${at}.name`),
      type: count(item.type, `${at}.type`),
    })),
    symbols: list(root.symbols, 'symbols', [...RANGE, 'name', 'section']).map(({ item, at }) => ({
      ...range(item, at),
      name: string(item.name, `${at}.name`),
      section: string(item.section, `${at}.section`),
    })),
    ...(root.locals === undefined
      ? {}
      : { locals: array(root.locals, 'locals').map((name) => string(name, 'locals')) }),
    late: list(root.late, 'late', [...RANGE, 'name']).map(({ item, at }) => ({
      ...range(item, at),
      name: string(item.name, `${at}.name`),
    })),
    fixups: inOrder([
      ...fixupsOf(root.fixups),
      ...(root.version === TABLES_VERSION ? wordsOf(root.words) : []),
    ]),
    dropped: list(root.dropped, 'dropped', [...RELOCATION, 'inside']).map(({ item, at }) => ({
      ...relocation(item, at),
      inside: string(item.inside, `${at}.inside`),
    })),
    ...(root.loaderWrites === undefined
      ? {}
      : {
          loaderWrites: array(root.loaderWrites, 'loaderWrites').map((name) => string(name, 'loaderWrites')),
        }),
    ...(root.digest === undefined ? {} : { digest: digest(root.digest) }),
  };
  checkMap(map);
  return map;
}

function fixupsOf(value: unknown): MapFixup[] {
  return list(value, 'fixups', [...RELOCATION, 'kind', 'target', 'second', 'slot']).map(({ item, at }) => {
    const target = record(item.target, `${at}.target`, ['kind', 'value']);
    return {
      ...relocation(item, at),
      kind: oneOf(item.kind, ['word', 'field'] as const, `${at}.kind`),
      target: {
        kind: oneOf(target.kind, ['image', 'absolute', 'late'] as const, `${at}.target.kind`),
        value: integer(target.value, `${at}.target.value`),
      },
      ...(item.second === undefined ? {} : { second: integer(item.second, `${at}.second`) }),
      ...(item.slot === undefined ? {} : { slot: count(item.slot, `${at}.slot`) }),
    };
  });
}

/** The words that stand in tables (see `word-tables.ts`). */
function wordsOf(value: unknown): MapFixup[] {
  return list(value, 'words', ['type', 'symbols', 'rows']).flatMap(({ item, at }) => {
    const type = string(item.type, `${at}.type`);
    const symbols = list(item.symbols, `${at}.symbols`, ['name', 'value']).map((symbol) => ({
      name: string(symbol.item.name, `${symbol.at}.name`),
      target: { kind: 'image', value: integer(symbol.item.value, `${symbol.at}.value`) } as const,
    }));
    return array(item.rows, `${at}.rows`).map((row, index): MapFixup => {
      const here = `${at}.rows[${index}]`;
      const [offset, symbol, addend, ...more] = array(row, here);
      const named = symbols[count(symbol, here)];
      if (!named || more.length > 0 || typeof addend !== 'number' || !Number.isSafeInteger(addend))
        return wrong(here, 'an offset, the index of a symbol, and an addend');
      const { name, target } = named;
      return {
        offset: count(offset, here),
        type,
        symbol: name,
        addend: BigInt(addend),
        kind: 'word',
        target,
      };
    });
  });
}

/** By place; those of one place as they come. */
function inOrder(fixups: MapFixup[]): MapFixup[] {
  return fixups.sort((a, b) => a.offset - b.offset);
}

function basesOf(value: unknown): MapBases {
  const { min, max, minBecause, maxBecause } = record(value, 'bases', ['min', 'max', ...LIMITS]);
  return {
    min: address(min, 'bases.min'),
    max: address(max, 'bases.max'),
    ...(minBecause === undefined ? {} : { minBecause: limit(minBecause, 'bases.minBecause') }),
    ...(maxBecause === undefined ? {} : { maxBecause: limit(maxBecause, 'bases.maxBecause') }),
  };
}

function limit(value: unknown, at: string): MapLimit {
  const item = record(value, at, ['type', 'symbol', 'section', 'offset']);
  return {
    type: string(item.type, `${at}.type`),
    symbol: string(item.symbol, `${at}.symbol`),
    section: string(item.section, `${at}.section`),
    offset: count(item.offset, `${at}.offset`),
  };
}

const LIMITS = ['minBecause', 'maxBecause'] as const;
const RANGE = ['offset', 'size'] as const;
const RELOCATION = ['offset', 'type', 'symbol', 'addend'] as const;
const ROOT = [
  'version',
  'arch',
  'format',
  'entry',
  'registers',
  'imageOffset',
  'size',
  'memsz',
  'loadAlign',
  'bases',
  'block',
  'prologue',
  'got',
  'toc',
  'header',
  'sections',
  'symbols',
  'locals',
  'late',
  'fixups',
  'dropped',
  'loaderWrites',
  'digest',
] as const;

type Fields = { readonly [key: string]: unknown };

function wrong(at: string, expected: string): never {
  throw new InputError(`the map's ${at} is not ${expected}; rebuild it`);
}

function object(value: unknown, at: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(at, 'an object');
  return { ...value };
}

function known(fields: Fields, at: string, names: readonly string[]): void {
  const unknown = Object.keys(fields).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new InputError(
    `the map has a field ${at}${unknown}, which version ${MAP_VERSION} does not; rebuild it`,
  );
}

/** An object with no other fields than `names`. */
function record(value: unknown, at: string, names: readonly string[]): Fields {
  const fields = object(value, at);
  known(fields, `${at}.`, names);
  return fields;
}

function array(value: unknown, at: string): readonly unknown[] {
  return Array.isArray(value) ? value : wrong(at, 'an array');
}

function list(value: unknown, at: string, names: readonly string[]): { item: Fields; at: string }[] {
  return array(value, at).map((item, index) => ({
    item: record(item, `${at}[${index}]`, names),
    at: `${at}[${index}]`,
  }));
}

function stopOf(value: unknown): { stop?: MapStop } {
  if (value === undefined) return {};
  const at = 'prologue.stop';
  const stop = record(value, at, ['offset', 'checks', 'beacon']);
  const checks = array(stop.checks, `${at}.checks`).map((each) =>
    oneOf(each, PROLOGUE_CHECKS, `${at}.checks`),
  );
  const beacon = stop.beacon === undefined ? {} : { beacon: beaconOf(stop.beacon, `${at}.beacon`) };
  return { stop: { offset: count(stop.offset, `${at}.offset`), checks, ...beacon } };
}

function beaconOf(value: unknown, at: string): MapBeacon {
  const { kind, address: place, offset } = record(value, at, ['kind', 'address', 'offset']);
  return {
    kind: oneOf(kind, BEACONS, `${at}.kind`),
    address: address(place, `${at}.address`),
    offset: count(offset, `${at}.offset`),
  };
}

function digest(value: unknown): NonNullable<ImageMap['digest']> {
  const { fixed, written } = record(value, 'digest', ['fixed', 'written']);
  return { fixed: sha256(fixed, 'digest.fixed'), written: sha256(written, 'digest.written') };
}

function sha256(value: unknown, at: string): string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
    ? value
    : wrong(at, '64 hexadecimal digits');
}

function string(value: unknown, at: string): string {
  return typeof value === 'string' ? value : wrong(at, 'a string');
}

function count(value: unknown, at: string): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : wrong(at, 'a number of bytes');
}

function positive(value: unknown, at: string): number {
  return count(value, at) || wrong(at, 'above 0');
}

/** An unsigned hex string. */
function address(value: unknown, at: string): bigint {
  return typeof value === 'string' && value.startsWith('0x') ? integer(value, at) : wrong(at, 'a hex string');
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
