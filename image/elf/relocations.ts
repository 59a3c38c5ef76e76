import type { ElfFacet } from '../../relocator-dsl/machine-facets.ts';
import { hex } from '../memory/bytes.ts';
import { REFUSED_SECTION_TYPES, RELOCATION_SECTION_TYPES, SHF, SHT } from './constants.ts';
import { readCrel } from './crel.ts';
import { sectionLabel } from './sections.ts';
import { findSymbolTable } from './symbols.ts';
import type { ElfFile, Relocation, RelocationSection, Section } from './types.ts';
import type { Source, View } from './view.ts';

export function relocationSize(source: Source, withAddend: boolean): number {
  return source.wordBytes * (withAddend ? 3 : 2);
}

function readInfo(source: Source, view: View, at: number): Pick<Relocation, 'type' | 'symbol'> {
  if (source.machineElf.threeTypes) {
    // The symbol, a second one by number, the third, second and first type: in this order in both byte orders.
    const parts = [4, 5, 6, 7].map((byte) => view.u8(at + byte));
    return { symbol: view.u32(at), type: parts.reduce((number, byte) => number * 256 + byte, 0) };
  }
  const info = view.word(at);
  return source.wide
    ? { symbol: Number(info >> 32n), type: Number(info & 0xffffffffn) }
    : { symbol: Number(info >> 8n), type: Number(info & 0xffn) };
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

/** A relocation's check of its own: `where` names it. */
type CheckOffset = (relocation: Relocation, where: () => string) => void;

/** Decodes REL or RELA entries; symbol indexes are checked here, offsets by `checkOffset`. */
export function readEntries(
  source: Source,
  where: string,
  bytes: Uint8Array,
  withAddend: boolean,
  symbolCount: number,
  checkOffset: CheckOffset,
): Relocation[] {
  const entry = relocationSize(source, withAddend);
  if (bytes.length % entry !== 0) {
    throw source.error(
      `${where}: its size ${hex(bytes.length)} is not a multiple of the ${entry} bytes of a relocation`,
    );
  }
  const view = source.view(where, bytes);
  const word = source.wordBytes;
  const relocations = Array.from({ length: bytes.length / entry }, (_, index): Relocation => {
    const at = index * entry;
    return {
      offset: view.word(at),
      ...readInfo(source, view, at + word),
      addend: withAddend ? view.signedWord(at + 2 * word) : undefined,
    };
  });
  return checked(source, where, relocations, symbolCount, checkOffset);
}

function checked(
  source: Source,
  where: string,
  relocations: Relocation[],
  symbolCount: number,
  checkOffset: CheckOffset,
): Relocation[] {
  for (const [index, relocation] of relocations.entries()) {
    const here = (): string => `${where}, relocation ${index}`;
    if (relocation.symbol >= symbolCount) {
      throw source.error(
        `${here()}: it names symbol ${relocation.symbol}, but the symbol table has ${symbolCount}`,
      );
    }
    checkOffset(relocation, here);
  }
  return relocations;
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
  if (section.size === 0) return { ...result, relocations: [] };
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
  if (!isRead(target)) return { ...result, relocations: [] };
  const size = BigInt(target.size);
  const start = type === 'kept' ? target.address : 0n;
  const checkOffset: CheckOffset = (relocation, here) => {
    // Types that store nothing may stand at the very end.
    if (relocation.offset >= start && relocation.offset - start <= size) return;
    throw source.error(
      type === 'kept'
        ? `${here()}: r_offset ${hex(relocation.offset)} is not in ${sectionLabel(target)} (${hex(size)} bytes at ${hex(start)})`
        : `${here()}: r_offset ${hex(relocation.offset)} is past the end of ${sectionLabel(target)} (${hex(size)} bytes)`,
    );
  };
  if (isCompact) {
    const compact = readCrel(source, where, section.data);
    return { ...result, relocations: checked(source, where, compact, symbolCount, checkOffset) };
  }
  source.countRelocations(where, Math.floor(section.size / entry));
  return {
    ...result,
    relocations: readEntries(source, where, section.data, withAddend, symbolCount, checkOffset),
  };
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
