import { hex } from '../memory/bytes.ts';
import { DT, PT, REFUSED_DYNAMIC_TAGS } from './constants.ts';
import { countByTag, readImpliedSlots } from './implied-got.ts';
import { type RelocationColumns, tableOf } from './relocation-columns.ts';
import { readEntries, relocationSize } from './relocations.ts';
import { LoadedMemory } from './segments.ts';
import { readSymbolTable } from './symbols.ts';
import type { ElfSymbol, ImpliedSlots, RelocationSection, Section, Segment } from './types.ts';
import { type Source, StringTable } from './view.ts';

export interface DynamicPart {
  readonly symbols: readonly ElfSymbol[];
  readonly relocations: readonly RelocationSection[];
  readonly relr: readonly bigint[];
  readonly impliedSlots: ImpliedSlots | undefined;
}

/** The tags that are used here. */
function namesOfTags({ machineElf: { impliedGot } }: Source): ReadonlyMap<bigint, string> {
  const own = impliedGot ? [impliedGot.own, impliedGot.firstSymbol, impliedGot.symbols] : [];
  const common = Object.entries(DT).map(([name, tag]) => [tag, `DT_${name}`] as const);
  return new Map([...common, ...own.map(({ name, tag }) => [tag, name] as const)]);
}

/** Their values; each stands there at most once. */
function readTags(
  source: Source,
  segments: readonly Segment[],
  names: ReadonlyMap<bigint, string>,
): Map<bigint, bigint> {
  const [segment, second] = segments.filter((one) => one.type === PT.DYNAMIC);
  if (segment === undefined) {
    throw source.error(
      'program headers: no PT_DYNAMIC, so its relocations cannot be found; link with "-static-pie"',
    );
  }
  if (second !== undefined) throw source.error('program headers: more than one PT_DYNAMIC');
  const view = source.view('dynamic section', segment.data);
  const word = source.wordBytes;
  const tags = new Map<bigint, bigint>();
  for (let at = 0; at + 2 * word <= view.length; at += 2 * word) {
    const tag = view.word(at);
    if (tag === DT.NULL) return tags;
    const refused = REFUSED_DYNAMIC_TAGS.get(tag);
    if (refused !== undefined) {
      throw source.error(
        `dynamic section: it has ${refused}, which is not read here; link without packed relocations`,
      );
    }
    if (tag === DT.NEEDED) {
      throw source.error('dynamic section: it needs a shared library (DT_NEEDED); link with "-static-pie"');
    }
    const name = names.get(tag);
    if (name === undefined) continue;
    if (tags.has(tag)) throw source.error(`dynamic section: ${name} stands there twice`);
    tags.set(tag, view.word(at + word));
  }
  throw source.error('dynamic section: it does not end with DT_NULL');
}

class Tags {
  readonly #source: Source;
  readonly #names: ReadonlyMap<bigint, string>;
  readonly #tags: ReadonlyMap<bigint, bigint>;

  constructor(source: Source, segments: readonly Segment[]) {
    this.#source = source;
    this.#names = namesOfTags(source);
    this.#tags = readTags(source, segments, this.#names);
  }

  get(tag: bigint): bigint | undefined {
    return this.#tags.get(tag);
  }

  need(tag: bigint, by: bigint): bigint {
    const value = this.#tags.get(tag);
    if (value !== undefined) return value;
    throw this.#source.error(
      `dynamic section: it has ${this.#names.get(by)} but not ${this.#names.get(tag)}`,
    );
  }

  /** An entry size, where told, must be the one of the format. */
  expect(tag: bigint, wanted: number): void {
    const value = this.#tags.get(tag);
    if (value === undefined || value === BigInt(wanted)) return;
    throw this.#source.error(`dynamic section: ${this.#names.get(tag)} is ${value}; it must be ${wanted}`);
  }
}

/** DT_GNU_HASH does not tell how many symbols there are: the last chain's end does. */
function countByGnuHash(source: Source, memory: LoadedMemory, address: bigint): number {
  const view = source.view('DT_GNU_HASH', memory.bytesFrom('DT_GNU_HASH', address));
  const bucketCount = view.u32(0);
  const firstHashed = view.u32(4);
  const buckets = 16 + view.u32(8) * source.wordBytes;
  let last = 0;
  for (let bucket = 0; bucket < bucketCount; bucket += 1)
    last = Math.max(last, view.u32(buckets + 4 * bucket));
  if (last === 0) return firstHashed;
  if (last < firstHashed) {
    throw source.error(
      `DT_GNU_HASH: a bucket names symbol ${last}, but the first hashed one is ${firstHashed}`,
    );
  }
  const chains = buckets + 4 * bucketCount;
  while ((view.u32(chains + 4 * (last - firstHashed)) & 1) === 0) last += 1;
  return last + 1;
}

function countByHash(source: Source, memory: LoadedMemory, address: bigint): number {
  const view = source.view('DT_HASH', memory.bytesFrom('DT_HASH', address));
  return source.machineElf.wideHash ? Number(view.u64(8)) : view.u32(4);
}

interface Table {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly withAddend: boolean;
}

/** Sizes that say something is there, with the tag that says where. */
const TABLES: readonly (readonly [size: bigint, start: bigint])[] = [
  [DT.RELSZ, DT.REL],
  [DT.RELASZ, DT.RELA],
  [DT.PLTRELSZ, DT.JMPREL],
  [DT.RELRSZ, DT.RELR],
];

function findTables(source: Source, memory: LoadedMemory, tags: Tags): Table[] {
  for (const [size, start] of TABLES) if ((tags.get(size) ?? 0n) > 0n) tags.need(start, size);
  const tables: (Table & { readonly start: bigint; readonly size: bigint })[] = [];
  const add = (name: string, start: bigint, size: bigint, withAddend: boolean): void => {
    const bytes = memory.bytes(name, start, size);
    source.countRelocations(name, Math.floor(bytes.length / relocationSize(source, withAddend)));
    tables.push({ name, bytes, withAddend, start, size });
  };
  const rel = tags.get(DT.REL);
  if (rel !== undefined) {
    tags.expect(DT.RELENT, relocationSize(source, false));
    add('DT_REL', rel, tags.need(DT.RELSZ, DT.REL), false);
  }
  const rela = tags.get(DT.RELA);
  if (rela !== undefined) {
    tags.expect(DT.RELAENT, relocationSize(source, true));
    add('DT_RELA', rela, tags.need(DT.RELASZ, DT.RELA), true);
  }
  const plt = tags.get(DT.JMPREL);
  if (plt !== undefined) {
    const size = tags.need(DT.PLTRELSZ, DT.JMPREL);
    const kind = tags.need(DT.PLTREL, DT.JMPREL);
    if (kind !== DT.REL && kind !== DT.RELA) {
      throw source.error(`dynamic section: DT_PLTREL is ${hex(kind)}; it must be DT_REL (17) or DT_RELA (7)`);
    }
    // Some linkers count these in with the others; then they must not be done twice.
    const overlapping = tables.find((t) => plt < t.start + t.size && t.start < plt + size);
    if (overlapping === undefined) {
      add('DT_JMPREL', plt, size, kind === DT.RELA);
    } else if (plt < overlapping.start || plt + size > overlapping.start + overlapping.size) {
      throw source.error(`dynamic section: DT_JMPREL overlaps ${overlapping.name} in part`);
    }
  }
  return tables;
}

/** The highest symbol that the tables name. */
function highestSymbol(source: Source, tables: readonly Table[]): number {
  let highest = 0;
  for (const { name, bytes, withAddend } of tables) {
    const form = { withAddend, origin: 0n, relative: false };
    const columns = readEntries(source, name, bytes, form, Number.POSITIVE_INFINITY, () => undefined);
    for (let index = 0; index < columns.length; index++) highest = Math.max(highest, columns.symbolAt(index));
  }
  return highest;
}

function readDynamicSymbols(
  source: Source,
  memory: LoadedMemory,
  tags: Tags,
  sections: readonly Section[],
  tables: readonly Table[],
): ElfSymbol[] {
  const where = 'DT_SYMTAB';
  const address = tags.get(DT.SYMTAB);
  let bytes: Uint8Array = source.bytes.subarray(0, 0);
  let strings = bytes;
  if (address !== undefined) {
    tags.expect(DT.SYMENT, source.sizes.symbol);
    const told = countByTag(source, tags);
    const hash = tags.get(DT.HASH);
    const gnuHash = tags.get(DT.GNU_HASH);
    let count: number;
    if (told !== undefined) count = told;
    else if (hash !== undefined) count = countByHash(source, memory, hash);
    else {
      // Symbols that nobody may look up are not hashed: GNU ld writes an empty table where only such are left.
      const hashed = gnuHash === undefined ? 0 : countByGnuHash(source, memory, gnuHash);
      count = Math.max(hashed, highestSymbol(source, tables) + 1);
    }
    bytes = memory.bytes(where, address, BigInt(count) * BigInt(source.sizes.symbol));
    const names = tags.get(DT.STRTAB);
    if (names !== undefined) strings = memory.bytes('DT_STRTAB', names, tags.need(DT.STRSZ, DT.STRTAB));
  }
  return readSymbolTable(source, {
    where,
    bytes,
    strings: new StringTable(source, 'DT_STRTAB', strings),
    sections,
    extended: undefined,
  });
}

/** Expands DT_RELR: an even word is an address, an odd one a bitmap of the words that follow. */
function readRelr(source: Source, memory: LoadedMemory, tags: Tags): bigint[] {
  const start = tags.get(DT.RELR);
  if (start === undefined) return [];
  const where = 'DT_RELR';
  const wordBytes = source.wordBytes;
  const word = BigInt(wordBytes);
  tags.expect(DT.RELRENT, wordBytes);
  const bytes = memory.bytes(where, start, tags.need(DT.RELRSZ, DT.RELR));
  if (bytes.length % wordBytes !== 0) {
    throw source.error(`${where}: DT_RELRSZ ${hex(bytes.length)} is not a multiple of ${wordBytes}`);
  }
  const view = source.view(where, bytes);
  // Each address names a word of the file, so there are at most as many as the file has words.
  const most = Math.floor(source.bytes.length / wordBytes);
  const addresses: bigint[] = [];
  const add = (address: bigint, at: number): void => {
    if (!memory.inFile(address, word)) {
      throw source.error(
        `${where}, entry ${at / wordBytes}: the word at address ${hex(address)} does not lie in the file's part ` +
          'of any PT_LOAD',
      );
    }
    if (addresses.length >= most) {
      throw source.error(
        `${where}, entry ${at / wordBytes}: it names more words than the file has (${most})`,
      );
    }
    source.countRelocations(where, 1);
    addresses.push(address);
  };
  let next: bigint | undefined;
  for (let at = 0; at < bytes.length; at += wordBytes) {
    const entry = view.word(at);
    if ((entry & 1n) === 0n) {
      add(entry, at);
      next = entry + word;
      continue;
    }
    if (next === undefined) throw source.error(`${where}: it starts with a bitmap, not with an address`);
    let place: bigint = next;
    for (let bits = entry >> 1n; bits !== 0n; bits >>= 1n) {
      if ((bits & 1n) !== 0n) add(place, at);
      place += word;
    }
    next += word * BigInt(8 * wordBytes - 1);
  }
  return addresses;
}

/** What the dynamic section of an ET_DYN file tells. Section headers are not needed for it. */
export function readDynamic(
  source: Source,
  segments: readonly Segment[],
  sections: readonly Section[],
): DynamicPart {
  const memory = new LoadedMemory(source, segments);
  const tags = new Tags(source, segments);
  const tables = findTables(source, memory, tags);
  const symbols = readDynamicSymbols(source, memory, tags, sections, tables);
  const origin = memory.start;
  const whyMisplaced = (columns: RelocationColumns, index: number): string | undefined => {
    if (columns.typeAt(index) === 0 || memory.holds(columns.offsetAt(index))) return undefined;
    return `r_offset ${hex(columns.at(index).offset)} does not lie in any PT_LOAD`;
  };
  const relocations = tables.map(({ name, bytes, withAddend }, index): RelocationSection => {
    const form = { withAddend, origin, relative: false };
    const columns = readEntries(source, name, bytes, form, symbols.length, whyMisplaced);
    return tableOf({ index, name, target: 0 }, columns);
  });
  const impliedSlots = readImpliedSlots(source, memory, tags, symbols.length);
  return { symbols, relocations, relr: readRelr(source, memory, tags), impliedSlots };
}
