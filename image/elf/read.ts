import { ET } from './constants.ts';
import { isDebugSection } from './debug-section.ts';
import { readDynamic } from './dynamic.ts';
import { fileType, readHeader } from './header.ts';
import { columnsOf } from './relocation-columns.ts';
import { readRelocations, takesMemory } from './relocations.ts';
import { readSections } from './sections.ts';
import { readSegments } from './segments.ts';
import { readSymbols } from './symbols.ts';
import type { ElfFile, ElfSymbol, Section } from './types.ts';

/**
 * The symbols of an ET_REL or ET_DYN file, which are all that a table of an archive's symbols is made of.
 * @throws InputError as `readElf` does
 */
export function readElfSymbols(bytes: Uint8Array, fileName: string): readonly ElfSymbol[] {
  const { source, header } = readHeader(bytes, `${fileName}: `);
  const sections = readSections(source, header);
  if (header.type === 'relocatable') return readSymbols(source, sections);
  return readDynamic(source, readSegments(source, header), sections).symbols;
}

/**
 * Reads an ET_REL or ET_DYN file. Nothing in it is trusted: whatever does not hold is told by an InputError, and
 * time and memory stay in proportion to the size of the file.
 *
 * The bytes of sections and segments are views into `bytes`, not copies.
 *
 * @param fileName put in front of each message, for callers that do not do so themselves
 * @param withDebug read the relocations of debugging sections, too, which no image has
 * @throws InputError
 */
export function readElf(bytes: Uint8Array, fileName?: string, withDebug = false): ElfFile {
  const { source, header } = readHeader(bytes, fileName === undefined ? '' : `${fileName}: `);
  const sections = readSections(source, header);
  const common = {
    type: header.type,
    machine: header.machine,
    flags: header.flags,
    wordBits: source.wide ? 64 : 32,
    byteOrder: source.little ? 'little' : 'big',
    entry: header.entry,
    sections,
  } as const;
  if (header.type === 'dynamic') {
    const segments = readSegments(source, header);
    return { ...common, segments, ...readDynamic(source, segments, sections) };
  }
  const symbols = readSymbols(source, sections);
  const isRead = withDebug ? (each: Section) => takesMemory(each) || isDebugSection(each) : takesMemory;
  const relocations = readRelocations(source, sections, symbols.length, header.type, isRead);
  return { ...common, symbols, relocations, segments: [], relr: [] };
}

const LINKED: ReadonlyMap<number, ElfFile['type']> = new Map([
  [ET.EXEC, 'kept'],
  [ET.DYN, 'kept'],
]);

/**
 * A linked file with the relocations that its linker kept in sections (ld --emit-relocs), their offsets bytes into the
 * section, as those of objects; undefined for other files, and where nothing is kept.
 * @throws InputError as `readElf` does
 */
export function readKept(bytes: Uint8Array): ElfFile | undefined {
  const type = fileType(bytes);
  if (type === undefined || !LINKED.has(type)) return undefined;
  const { source, header } = readHeader(bytes, '', LINKED);
  const sections = readSections(source, header);
  const symbols = readSymbols(source, sections);
  const relocations = readRelocations(source, sections, symbols.length, header.type);
  if (relocations.every((table) => columnsOf(table).length === 0)) return undefined;
  const { machine, flags, entry } = header;
  const wordBits = source.wide ? 64 : 32;
  const byteOrder = source.little ? 'little' : 'big';
  const file = { type: header.type, machine, flags, wordBits, byteOrder, entry, sections } as const;
  return { ...file, symbols, relocations, segments: [], relr: [] };
}
