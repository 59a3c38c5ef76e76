import type { ElfFacet } from '../../relocator-dsl/machine-facets.ts';
import { hex } from '../memory/bytes.ts';
import { REFUSED_SECTION_TYPES, RELOCATION_SECTION_TYPES, SHF, SHT } from './constants.ts';
import { readCrel } from './crel.ts';
import {
  type EntryForm,
  entrySize,
  listOf,
  type RelocationColumns,
  RelocationEntries,
  tableOf,
} from './relocation-columns.ts';
import { sectionLabel } from './sections.ts';
import { findSymbolTable } from './symbols.ts';
import type { ElfFile, RelocationSection, Section } from './types.ts';
import type { Source } from './view.ts';

export function relocationSize(source: Source, withAddend: boolean): number {
  return entrySize({ wide: source.wide, withAddend });
}

/** The numbers that stand in one entry, in the order in which they apply, and a second symbol. */
export function typeParts(type: number): { readonly types: readonly number[]; readonly symbol: number } {
  const [first = 0, second = 0, third = 0, symbol = 0] = [0, 8, 16, 24].map(
    (shift) => (type >>> shift) & 0xff,
  );
  const more = third !== 0 ? [second, third] : second !== 0 ? [second] : [];
  return { types: [first, ...more], symbol };
}

/** A type's number as messages give it: in parts, where a file's relocations have three types and a second symbol. */
export function typeText({ threeTypes }: ElfFacet = {}, type: number): string {
  if (!threeTypes) return `type ${type}`;
  const { types: parts, symbol } = typeParts(type);
  const types = parts.length === 1 ? `type ${parts[0]}` : `types ${parts.join(', ')}`;
  return symbol === 0 ? types : `${types} (second symbol ${symbol})`;
}

/** What is wrong with the offset of a relocation, by its index; undefined if nothing is. */
type WhyMisplaced = (columns: RelocationColumns, index: number) => string | undefined;

/**
 * Reads REL or RELA entries; symbol indexes are checked here, offsets by `whyMisplaced`.
 * @param origin what offsets are counted from as numbers; `relative`: and in objects
 */
export function readEntries(
  source: Source,
  where: string,
  bytes: Uint8Array,
  { withAddend, origin, relative }: Pick<EntryForm, 'withAddend' | 'origin' | 'relative'>,
  symbolCount: number,
  whyMisplaced: WhyMisplaced,
): RelocationColumns {
  const { little, wide, machineElf } = source;
  const entry = relocationSize(source, withAddend);
  if (bytes.length % entry !== 0) {
    throw source.error(
      `${where}: its size ${hex(bytes.length)} is not a multiple of the ${entry} bytes of a relocation`,
    );
  }
  const threeTypes = machineElf.threeTypes === true;
  const columns = new RelocationEntries(bytes, { little, wide, threeTypes, withAddend, origin, relative });
  return checked(source, where, columns, symbolCount, whyMisplaced);
}

function checked(
  source: Source,
  where: string,
  columns: RelocationColumns,
  symbolCount: number,
  whyMisplaced: WhyMisplaced,
): RelocationColumns {
  for (let index = 0; index < columns.length; index++) {
    const symbol = columns.symbolAt(index);
    if (symbol >= symbolCount) {
      throw source.error(
        `${where}, relocation ${index}: it names symbol ${symbol}, but the symbol table has ${symbolCount}`,
      );
    }
    const why = whyMisplaced(columns, index);
    if (why !== undefined) throw source.error(`${where}, relocation ${index}: ${why}`);
  }
  return columns;
}

function readOne(
  source: Source,
  section: Section,
  sections: readonly Section[],
  symbolTable: Section | undefined,
  symbolCount: number,
  type: ElfFile['type'],
  isRead: (section: Section) => boolean,
): RelocationSection {
  const where = sectionLabel(section);
  const withAddend = section.type === SHT.RELA;
  // What is compact has no entries of one size, and its number tells how many there are.
  const isCompact = section.type === SHT.CREL;
  const entry = relocationSize(source, withAddend);
  const result = { index: section.index, name: section.name, target: section.info };
  const target = sections[section.info];
  if (target === undefined) {
    throw source.error(
      `${where}: sh_info names section ${section.info}, but the file has ${sections.length} sections`,
    );
  }
  if (section.size === 0) return tableOf(result, listOf([]));
  if (!isCompact && section.entrySize !== entry) {
    throw source.error(`${where}: sh_entsize is ${section.entrySize}; its relocations take ${entry} bytes`);
  }
  if (target.type === SHT.NULL) {
    throw source.error(`${where}: sh_info is ${section.info}, which is no section that could be relocated`);
  }
  if (target.type === SHT.NOBITS) {
    throw source.error(
      `${where}: it relocates ${sectionLabel(target)}, which has no bytes in the file (SHT_NOBITS)`,
    );
  }
  if (section.link !== (symbolTable?.index ?? 0)) {
    throw source.error(
      `${where}: sh_link is ${section.link}, but the symbol table is ` +
        (symbolTable === undefined ? 'missing' : sectionLabel(symbolTable)),
    );
  }
  if (!isRead(target)) return tableOf(result, listOf([]));
  const isKept = type === 'kept';
  const form = { withAddend, origin: isKept ? target.address : 0n, relative: isKept };
  // Types that store nothing may stand at the very end.
  const whyMisplaced: WhyMisplaced = (columns, index) => {
    const offset = columns.offsetAt(index);
    if (offset >= 0 && offset <= target.size) return undefined;
    const told = columns.at(index).offset + form.origin;
    return isKept
      ? `r_offset ${hex(told)} is not in ${sectionLabel(target)} (${hex(target.size)} bytes at ${hex(target.address)})`
      : `r_offset ${hex(told)} is past the end of ${sectionLabel(target)} (${hex(target.size)} bytes)`;
  };
  if (isCompact) {
    const compact = readCrel(source, where, section.data, form.origin);
    return tableOf(result, checked(source, where, listOf(compact), symbolCount, whyMisplaced));
  }
  source.countRelocations(where, Math.floor(section.size / entry));
  return tableOf(result, readEntries(source, where, section.data, form, symbolCount, whyMisplaced));
}

/** No image has sections that take no memory, and those of debuggers have more relocations than all others. */
export function takesMemory({ flags }: Section): boolean {
  return (flags & SHF.ALLOC) !== 0n;
}

/**
 * The relocations of an ET_REL file, or those that are kept in a linked one.
 * @param isRead for which sections they are read
 */
export function readRelocations(
  source: Source,
  sections: readonly Section[],
  symbolCount: number,
  type: ElfFile['type'],
  isRead: (section: Section) => boolean = takesMemory,
): RelocationSection[] {
  const symbolTable = findSymbolTable(source, sections);
  const result: RelocationSection[] = [];
  let total = 0;
  for (const section of sections) {
    const refused = type === 'kept' ? undefined : REFUSED_SECTION_TYPES.get(section.type);
    if (refused !== undefined) {
      throw source.error(
        `${sectionLabel(section)}: its type is ${refused}, which is not read here; ` +
          'have the relocations written as SHT_REL, SHT_RELA or SHT_CREL',
      );
    }
    if (!RELOCATION_SECTION_TYPES.has(section.type)) continue;
    // In a linked file, tables that take memory are those for a dynamic linker.
    if (type === 'kept' && section.flags & SHF.ALLOC) continue;
    // Sections that share bytes could otherwise cost the number of sections times the size of the file.
    total += section.size;
    if (total > source.bytes.length) {
      throw source.error(
        `${sectionLabel(section)}: with it, the relocations take more bytes than the file has; sections overlap`,
      );
    }
    result.push(readOne(source, section, sections, symbolTable, symbolCount, type, isRead));
  }
  return result;
}
