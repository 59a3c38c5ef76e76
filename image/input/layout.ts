/** Where the sections of an object go: one flat image, contents first, then what starts out as zeros. */
import type { GlobalPointer, TableOfContents } from '../../relocator-dsl/machine-facets.ts';
import { SHT, STT } from '../elf/constants.ts';
import type { ElfFile, ElfSymbol, Section } from '../elf/types.ts';
import { alignUp, hex, isPowerOfTwo } from '../memory/bytes.ts';
import { MAX_ALIGNMENT, SIZE_LIMIT, SIZE_LIMIT_TEXT } from '../memory/limits.ts';
import { InputError } from '../trouble/errors.ts';
import { sectionText } from '../trouble/troubles.ts';
import type { EntryPoint } from './entry-point.ts';
import { type Bound, placedBounds } from './linker-symbols.ts';
import { isNamedSo } from './section-names.ts';
import type { Selection } from './selection.ts';
import {
  type Layout,
  type LoadAlignment,
  type PlacedSection,
  type PlacedSymbol,
  strictest,
} from './source.ts';

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
  /** Which sections stand behind the GOT, near it. */
  readonly small?: Pick<GlobalPointer, 'smallData' | 'smallSections'> | undefined;
  /** Indexes of COMMON symbols that stand there, too. */
  readonly smallCommons?: ReadonlySet<number> | undefined;
  readonly wordBytes: number;
  readonly entry: EntryPoint;
  /** Symbols that a linker would define. */
  readonly linkerSymbols?: ReadonlyMap<string, Bound>;
}

export interface ObjectLayout extends Layout {
  /** Blob offset of each section of the image, by index. */
  readonly offsets: ReadonlyMap<number, number>;
  /** Blob offset of each COMMON symbol, by symbol index. */
  readonly commons: ReadonlyMap<number, number>;
  /** Blob offset of each symbol that a linker would define, by name. */
  readonly bounds: ReadonlyMap<string, number>;
}

/** Sections made here for symbols that the object leaves to the linker to make room for. */
const [COMMON, SMALL_COMMON] = ['COMMON', '.scommon'] as const;

/** Places the image behind `imageOffset`. @throws InputError when it grows beyond all reason */
export function placeSections(request: LayoutRequest): ObjectLayout {
  const { elf, selection, imageOffset, gotSize, gotPreamble = 0, wordBytes, toc: table } = request;
  const { smallCommons = new Set() } = request;
  const { smallData = 0n, smallSections = [] } = request.small ?? {};
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
  // Those of further files stand behind it and are part of the table.
  const tocSection = selection.kept.find(({ name }) => name === table?.section);
  const putAll = (list: readonly Section[]): void => {
    for (const section of list) {
      const { index, name, type, size, alignment } = section;
      const least = table && section === tocSection ? table.alignment : 1;
      offsets.set(index, put(index, name, type, size, Math.max(alignment, least)));
    }
  };
  const isSmall = ({ flags, name }: Section): boolean =>
    (flags & smallData) !== 0n || isNamedSo(name, smallSections);
  const contents = selection.kept.filter(({ type }) => type !== SHT.NOBITS);
  const zeros = selection.kept.filter(({ type }) => type === SHT.NOBITS);
  putAll(contents.filter((section) => !isSmall(section)));
  const gotAlignment = table && !tocSection ? table.alignment : wordBytes;
  const got =
    gotSize === undefined ? undefined : put(0, '.got', 1, gotPreamble + gotSize, gotAlignment) + gotPreamble;
  putAll(contents.filter(isSmall));
  const tocStart = tocSection ? offsets.get(tocSection.index) : got;
  const toc = table && tocStart !== undefined ? tocStart + table.bias : undefined;
  const size = cursor;
  const putCommons = (name: string, list: readonly ElfSymbol[]): void => {
    if (list.length === 0) return;
    const alignment = Math.max(...list.map(commonAlignment));
    const start = alignUp(cursor, alignment);
    let end = start;
    for (const symbol of list) {
      const offset = alignUp(end, commonAlignment(symbol));
      commons.set(symbol.index, offset);
      end = offset + Number(symbol.size);
    }
    put(0, name, SHT.NOBITS, end - start, alignment);
  };
  const commonSymbols = commonsOf(elf);
  putAll(zeros.filter(isSmall));
  putCommons(
    SMALL_COMMON,
    commonSymbols.filter(({ index }) => smallCommons.has(index)),
  );
  putAll(zeros.filter((section) => !isSmall(section)));
  putCommons(
    COMMON,
    commonSymbols.filter(({ index }) => !smallCommons.has(index)),
  );
  if (cursor > SIZE_LIMIT) {
    throw new InputError(
      `the image would take ${hex(cursor)} bytes; ${SIZE_LIMIT_TEXT}; pass a smaller purgatory`,
    );
  }
  const symbols = placedSymbols(elf, sections, offsets, commons, smallCommons);
  const placed = (each: Pick<EntryPoint, 'section' | 'offset'>): number =>
    (offsets.get(each.section) ?? 0) + each.offset;
  const { functionBit, other, descriptor } = request.entry;
  return {
    imageOffset,
    sections,
    symbols,
    size,
    memsz: cursor,
    entry: placed(request.entry),
    entryFunctionBit: functionBit,
    entryOther: other,
    entryDescriptor: descriptor && placed(descriptor),
    got,
    toc,
    offsets,
    commons,
    bounds: placedBounds(elf, request.linkerSymbols ?? new Map(), { sections, size, memsz: cursor }),
  };
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
  const sections = kept.map((section) => ({
    bytes: section.alignment,
    why: `section ${sectionText(section)}`,
  }));
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
  smallCommons: ReadonlySet<number>,
): PlacedSymbol[] {
  const names = new Map(sections.map(({ index, name }) => [index, name]));
  const placed: PlacedSymbol[] = [];
  for (const symbol of elf.symbols) {
    const { name, binding, place, value, size, index } = symbol;
    if (name === '' || symbol.type === STT.SECTION || symbol.type === STT.FILE || binding === 'local')
      continue;
    const common = commons.get(index);
    if (common !== undefined) {
      const section = smallCommons.has(index) ? SMALL_COMMON : COMMON;
      placed.push({ name, offset: common, size: Number(size), section });
    }
    if (place.kind !== 'section') continue;
    const start = offsets.get(place.section);
    if (start === undefined || value > BigInt(SIZE_LIMIT) || size > BigInt(SIZE_LIMIT)) continue;
    const section = names.get(place.section) ?? '';
    placed.push({ name, offset: start + Number(value), size: Number(size), section });
  }
  return placed.sort((a, b) => a.offset - b.offset || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
