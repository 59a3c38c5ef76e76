/** Where the sections of an object go: one flat image, contents first, then what starts out as zeros. */

import type { Architecture } from '../../relocator-dsl/architecture.ts';
import type { ElfFacet, TableOfContents } from '../../relocator-dsl/machine-facets.ts';
import { SHF, SHT, STT } from '../elf/constants.ts';
import type { ElfFile, ElfSymbol, Section } from '../elf/types.ts';
import { alignUp, hex, isPowerOfTwo } from '../memory/bytes.ts';
import { CONTENTS_LIMIT, MEMORY_LIMIT } from '../memory/limits.ts';
import { InputError } from '../trouble/errors.ts';
import { describedCode } from './descriptors.ts';
import {
  type Layout,
  type LoadAlignment,
  type PlacedSection,
  type PlacedSymbol,
  strictest,
} from './source.ts';

/** Never part of an image, whatever their flags say. */
const BOOKKEEPING: ReadonlySet<number> = new Set([
  SHT.NULL,
  SHT.SYMTAB,
  SHT.STRTAB,
  SHT.RELA,
  SHT.REL,
  SHT.GROUP,
  SHT.SYMTAB_SHNDX,
  SHT.RELR,
]);

/** Keeps damaged files from asking for absurd images. */
const MAX_ALIGNMENT = 2 ** 24;

/** The symbol kexec enters a purgatory by. */
const USUAL_ENTRY = 'purgatory_start';

export interface Selection {
  /** Sections of the image, in the order they are placed. */
  readonly kept: readonly Section[];
  /** Why each other section is not in it. */
  readonly dropped: ReadonlyMap<number, string>;
}

/** Chooses the sections of the image: file order, those with contents first. */
export function selectSections(
  elf: ElfFile,
  keepEhFrame: boolean,
  { unwindSections, bookkeepingSections = [] }: ElfFacet = {},
): Selection {
  const kept: Section[] = [];
  const dropped = new Map<number, string>();
  for (const section of elf.sections) {
    const reason = bookkeepingSections.includes(section.type)
      ? `${section.name} is for system loaders`
      : reasonToDrop(section, keepEhFrame, unwindSections);
    if (reason === undefined) kept.push(section);
    else dropped.set(section.index, reason);
  }
  const holds = kept.filter(({ type }) => type !== SHT.NOBITS);
  const zeros = kept.filter(({ type }) => type === SHT.NOBITS);
  const troubles = kept.flatMap((section) => {
    if (section.flags & SHF.COMPRESSED) return [`section ${section.name} is compressed; rebuild without -gz`];
    if (isPowerOfTwo(section.alignment) && section.alignment <= MAX_ALIGNMENT) return [];
    return [
      `section ${section.name} asks for an alignment of ${hex(section.alignment)}, which is not a power of two up to ` +
        `${hex(MAX_ALIGNMENT)}; rebuild the object`,
    ];
  });
  if (troubles.length > 0) throw new InputError(troubles);
  return { kept: [...holds, ...zeros], dropped };
}

function reasonToDrop(
  section: Section,
  keepEhFrame: boolean,
  unwinding: RegExp | undefined,
): string | undefined {
  const { name, type, flags } = section;
  if (BOOKKEEPING.has(type) || !(flags & SHF.ALLOC)) return `${name} takes no memory (not SHF_ALLOC)`;
  if (flags & SHF.EXCLUDE) return `${name} is marked SHF_EXCLUDE`;
  if (flags & SHF.TLS) return `${name} is thread-local`;
  if (type === SHT.NOTE) return `${name} is a note`;
  if (!keepEhFrame && (/^\.eh_frame(_hdr)?$/.test(name) || unwinding?.test(name))) {
    return `${name} is left out, nothing unwinds in a purgatory (--keep-eh-frame keeps it)`;
  }
  return undefined;
}

export interface LayoutRequest {
  readonly elf: ElfFile;
  readonly selection: Selection;
  readonly imageOffset: number;
  /** Bytes of GOT slots; undefined when nothing asks for a GOT. */
  readonly gotSize: number | undefined;
  /** The machine's table of contents, if its pointer is asked for. */
  readonly toc?: TableOfContents | undefined;
  /** Bytes that stand in front of the GOT's address. */
  readonly gotPreamble?: number;
  /** The flag of sections that stand behind the GOT, near it. */
  readonly smallData?: bigint | undefined;
  readonly wordBytes: number;
  readonly entry: EntryPoint;
}

export interface ObjectLayout extends Layout {
  /** Blob offset of each section of the image, by index. */
  readonly offsets: ReadonlyMap<number, number>;
  /** Blob offset of each COMMON symbol, by symbol index. */
  readonly commons: ReadonlyMap<number, number>;
}

/** Places the image behind `imageOffset`. @throws InputError when it grows beyond all reason */
export function placeSections(request: LayoutRequest): ObjectLayout {
  const { elf, selection, imageOffset, gotSize, gotPreamble = 0, wordBytes, toc: table } = request;
  const { smallData = 0n } = request;
  const sections: PlacedSection[] = [];
  const offsets = new Map<number, number>();
  const commons = new Map<number, number>();
  let cursor = imageOffset;
  const put = (index: number, name: string, type: number, size: number, alignment: number): number => {
    const offset = alignUp(cursor, alignment);
    sections.push({ index, name, offset, size, type });
    cursor = offset + size;
    return offset;
  };
  const putAll = (list: readonly Section[]): void => {
    for (const { index, name, type, size, alignment } of list) {
      const least = name === table?.section ? table.alignment : 1;
      offsets.set(index, put(index, name, type, size, Math.max(alignment, least)));
    }
  };
  const isSmall = ({ flags }: Section): boolean => (flags & smallData) !== 0n;
  const contents = selection.kept.filter(({ type }) => type !== SHT.NOBITS);
  const zeros = selection.kept.filter(({ type }) => type === SHT.NOBITS);
  putAll(contents.filter((section) => !isSmall(section)));
  const tocSection = selection.kept.find(({ name }) => name === table?.section);
  const gotAlignment = table && !tocSection ? table.alignment : wordBytes;
  const got =
    gotSize === undefined ? undefined : put(0, '.got', 1, gotPreamble + gotSize, gotAlignment) + gotPreamble;
  putAll(contents.filter(isSmall));
  const tocStart = tocSection ? offsets.get(tocSection.index) : got;
  const toc = table && tocStart !== undefined ? tocStart + table.bias : undefined;
  const size = cursor;
  if (size > CONTENTS_LIMIT)
    throw new InputError(`the image would have ${size} bytes; more than ${CONTENTS_LIMIT} is refused`);
  putAll(zeros.filter(isSmall));
  putAll(zeros.filter((section) => !isSmall(section)));
  const commonSymbols = commonsOf(elf);
  if (commonSymbols.length > 0) {
    const alignment = Math.max(...commonSymbols.map(commonAlignment));
    const start = alignUp(cursor, alignment);
    let end = start;
    for (const symbol of commonSymbols) {
      const offset = alignUp(end, commonAlignment(symbol));
      commons.set(symbol.index, offset);
      end = offset + Number(symbol.size);
    }
    put(0, 'COMMON', SHT.NOBITS, end - start, alignment);
  }
  if (cursor > MEMORY_LIMIT) {
    throw new InputError(
      `the image would take ${hex(cursor)} bytes of memory; more than ${hex(MEMORY_LIMIT)} is refused`,
    );
  }
  const symbols = placedSymbols(elf, sections, offsets, commons);
  const entry = (offsets.get(request.entry.section) ?? 0) + request.entry.offset;
  const entryFunctionBit = request.entry.functionBit;
  const memsz = cursor;
  return { imageOffset, sections, symbols, size, memsz, entry, entryFunctionBit, got, toc, offsets, commons };
}

function commonsOf(elf: ElfFile): ElfSymbol[] {
  return elf.symbols.filter(({ place }) => place.kind === 'common');
}

/** st_value of a COMMON symbol is its alignment. @throws InputError when it is not one */
function commonAlignment(symbol: ElfSymbol): number {
  const alignment = Number(symbol.value === 0n ? 1n : symbol.value);
  if (isPowerOfTwo(alignment) && alignment <= MAX_ALIGNMENT) return alignment;
  throw new InputError(
    `COMMON symbol ${symbol.name} asks for an alignment of ${hex(symbol.value)}; rebuild the object with -fno-common`,
  );
}

/** The load alignment that sections and COMMON symbols ask for. */
export function sectionAlignment(elf: ElfFile, { kept }: Selection): LoadAlignment {
  const sections = kept.map(({ name, alignment }) => ({ bytes: alignment, why: `section ${name}` }));
  const commons = commonsOf(elf).map((symbol) => {
    return { bytes: commonAlignment(symbol), why: `COMMON symbol ${symbol.name}` };
  });
  return strictest({ bytes: 1, why: 'nothing' }, ...sections, ...commons);
}

function placedSymbols(
  elf: ElfFile,
  sections: readonly PlacedSection[],
  offsets: ReadonlyMap<number, number>,
  commons: ReadonlyMap<number, number>,
): PlacedSymbol[] {
  const names = new Map(sections.map(({ index, name }) => [index, name]));
  const placed: PlacedSymbol[] = [];
  for (const symbol of elf.symbols) {
    const { name, binding, place, value, size, index } = symbol;
    if (name === '' || symbol.type === STT.SECTION || symbol.type === STT.FILE || binding === 'local')
      continue;
    const common = commons.get(index);
    if (common !== undefined) placed.push({ name, offset: common, size: Number(size), section: 'COMMON' });
    if (place.kind !== 'section') continue;
    const start = offsets.get(place.section);
    if (start === undefined || value > BigInt(MEMORY_LIMIT) || size > BigInt(MEMORY_LIMIT)) continue;
    const section = names.get(place.section) ?? '';
    placed.push({ name, offset: start + Number(value), size: Number(size), section });
  }
  return placed.sort((a, b) => a.offset - b.offset || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The first instruction of the purgatory: bytes into a section. */
export interface EntryPoint {
  readonly section: number;
  readonly offset: number;
  /** The machine's function bit, false where it has none. */
  readonly functionBit: boolean;
}

/** Finds the entry: the symbol asked for, else e_entry. @throws InputError when it is not clear which one is meant */
export function findEntry(elf: ElfFile, selection: Selection, wanted: string | undefined): EntryPoint {
  if (wanted !== undefined) {
    const named = entryAt(elf, selection, wanted);
    if (named) return named;
    throw new InputError(
      `--entry ${wanted}: the image has no such symbol; known are ${knownEntries(elf, selection)}`,
    );
  }
  const usual = entryAt(elf, selection, USUAL_ENTRY);
  // An object linked without -e has e_entry 0, which names nothing.
  if (elf.entry === 0n && usual) return usual;
  if (
    elf.entry === 0n &&
    elf.symbols.some(({ name, place }) => name === USUAL_ENTRY && place.kind === 'undefined')
  ) {
    throw new InputError(
      `the entry ${USUAL_ENTRY} is undefined; link the object that defines it, or name another with --entry SYM ` +
        `(${knownEntries(elf, selection)})`,
    );
  }
  const candidates = selection.kept.filter(
    ({ flags, type, size }) => flags & SHF.EXECINSTR && type !== SHT.NOBITS && elf.entry < BigInt(size),
  );
  const [only] = candidates;
  if (only && candidates.length === 1) return entryByAddress(elf, only.index);
  if (usual) return usual;
  const why = only
    ? `${candidates.map(({ name }) => name).join(', ')} could each hold it`
    : 'no executable section holds it';
  throw new InputError(
    `the entry ${hex(elf.entry)} is not clear, ${why}; say which symbol with --entry SYM ` +
      `(${knownEntries(elf, selection)})`,
  );
}

/** e_entry, which `ld -r` may write without the function bit that the function there has. */
function entryByAddress({ symbols, entry, entryFunctionBit }: ElfFile, section: number): EntryPoint {
  const marked = symbols.some(
    ({ place, value, functionBit }) =>
      functionBit && value === entry && place.kind === 'section' && place.section === section,
  );
  return { section, offset: Number(entry), functionBit: marked || entryFunctionBit === true };
}

/**
 * The code at `entry`: where that is a function's descriptor, what it names.
 * @throws InputError when it is in a section of descriptors, but is none
 */
export function entryCode(elf: ElfFile, architecture: Architecture, entry: EntryPoint): EntryPoint {
  const code = describedCode(elf, architecture, entry.section, BigInt(entry.offset));
  if (!code) return entry;
  const symbol = code === 'unclear' ? undefined : elf.symbols[code.symbol];
  if (code === 'unclear' || symbol?.place.kind !== 'section') {
    throw new InputError(
      'the entry is in a section of function descriptors, but no descriptor of code begins there; name the code itself with --entry',
    );
  }
  const offset = Number(symbol.value + (code.addend ?? 0n));
  return { ...entry, section: symbol.place.section, offset };
}

function entryAt(elf: ElfFile, { kept }: Selection, name: string): EntryPoint | undefined {
  const symbols = elf.symbols.filter((symbol) => symbol.name === name && symbol.place.kind === 'section');
  const symbol = symbols.find(({ binding }) => binding !== 'local') ?? symbols[0];
  if (symbol?.place.kind !== 'section') return undefined;
  const index = symbol.place.section;
  const section = kept.find((each) => each.index === index && each.type !== SHT.NOBITS);
  if (!section || symbol.value >= BigInt(section.size)) return undefined;
  return { section: index, offset: Number(symbol.value), functionBit: symbol.functionBit === true };
}

function knownEntries(elf: ElfFile, { kept }: Selection): string {
  const executable = new Set(kept.filter(({ flags }) => flags & SHF.EXECINSTR).map(({ index }) => index));
  const names = elf.symbols
    .filter(
      ({ binding, place }) =>
        binding === 'global' && place.kind === 'section' && executable.has(place.section),
    )
    .map(({ name }) => name);
  if (names.length === 0) return 'no global symbol is in an executable section';
  const more = names.length > 8 ? `, and ${names.length - 8} more` : '';
  return `${names.slice(0, 8).join(', ')}${more}`;
}
