import { hex } from '../memory/bytes.ts';
import { SHN, SHT, STT } from './constants.ts';
import { sectionLabel } from './sections.ts';
import type { ElfSymbol, Section } from './types.ts';
import { type Source, StringTable, type View } from './view.ts';

const NULL_SYMBOL: ElfSymbol = {
  index: 0,
  name: '',
  value: 0n,
  size: 0n,
  binding: 'local',
  type: 0,
  other: 0,
  place: { kind: 'undefined' },
};

export interface SymbolTable {
  /** Named in errors, such as "section 13 (.symtab)". */
  readonly where: string;
  readonly bytes: Uint8Array;
  readonly strings: StringTable;
  readonly sections: readonly Section[];
  /** The words of SHT_SYMTAB_SHNDX, where there is one. */
  readonly extended: View | undefined;
}

function placeOf(source: Source, table: SymbolTable, index: number, raw: number): ElfSymbol['place'] {
  const where = (): string => `${table.where}, symbol ${index}`;
  if (raw === SHN.UNDEF) return { kind: 'undefined' };
  if (raw === SHN.ABS) return { kind: 'absolute' };
  if (raw === SHN.COMMON) return { kind: 'common' };
  const common = source.machineElf.commons?.find((each) => each.index === raw);
  if (common) return { kind: 'common', ...(common.small ? { small: true } : {}) };
  let section = raw;
  if (raw === SHN.XINDEX) {
    if (table.extended === undefined) {
      throw source.error(
        `${where()}: st_shndx is SHN_XINDEX, but no SHT_SYMTAB_SHNDX section goes with the table`,
      );
    }
    section = table.extended.u32(4 * index);
    if (section === 0) return { kind: 'undefined' };
  } else if (raw >= SHN.LORESERVE) {
    throw source.error(
      `${where()}: st_shndx ${hex(raw)} is a reserved number without a meaning here; rebuild the object, it is damaged`,
    );
  }
  // Without section headers, a symbol's place is told by its address alone.
  if (table.sections.length === 0) return { kind: 'section', section: 0 };
  if (section >= table.sections.length) {
    throw source.error(
      `${where()}: it is defined in section ${section}, but the file has ${table.sections.length} sections`,
    );
  }
  return { kind: 'section', section };
}

function bindingOf(info: number): ElfSymbol['binding'] {
  switch (info >> 4) {
    case 0:
      return 'local';
    case 1:
      return 'global';
    case 2:
      return 'weak';
    default:
      return 'other';
  }
}

export function readSymbolTable(source: Source, table: SymbolTable): ElfSymbol[] {
  const entry = source.sizes.symbol;
  const view = source.view(table.where, table.bytes);
  const count = Math.floor(table.bytes.length / entry);
  const symbols: ElfSymbol[] = [NULL_SYMBOL];
  for (let index = 1; index < count; index += 1) {
    const at = index * entry;
    const rest = source.wide ? at + 4 : at + 12;
    const info = view.u8(rest);
    const type = info & 0xf;
    const place = placeOf(source, table, index, view.u16(rest + 2));
    let name = table.strings.name(view.u32(at), () => `${table.where}, symbol ${index}`);
    if (type === STT.SECTION && place.kind === 'section') {
      name = table.sections[place.section]?.name ?? name;
    }
    symbols.push({
      index,
      name,
      value: view.word(source.wide ? at + 8 : at + 4),
      size: view.word(source.wide ? at + 16 : at + 8),
      binding: bindingOf(info),
      type,
      other: view.u8(rest + 1),
      place,
    });
  }
  return symbols;
}

/** The SHT_SYMTAB section, if there is one. */
export function findSymbolTable(source: Source, sections: readonly Section[]): Section | undefined {
  const tables = sections.filter((section) => section.type === SHT.SYMTAB);
  const [first, second] = tables;
  if (first !== undefined && second !== undefined) {
    throw source.error(
      `${sectionLabel(second)}: a second symbol table; ${sectionLabel(first)} is one already, and only one is allowed`,
    );
  }
  return first;
}

function extendedIndexes(source: Source, sections: readonly Section[], table: Section): View | undefined {
  const found = sections.filter((s) => s.type === SHT.SYMTAB_SHNDX && s.link === table.index);
  const [first, second] = found;
  if (first === undefined) return undefined;
  if (second !== undefined) {
    throw source.error(
      `${sectionLabel(second)}: a second SHT_SYMTAB_SHNDX for ${sectionLabel(table)}, after ${sectionLabel(first)}`,
    );
  }
  return source.view(sectionLabel(first), first.data);
}

/** The symbols of SHT_SYMTAB. A file without one has the null symbol alone. */
export function readSymbols(source: Source, sections: readonly Section[]): ElfSymbol[] {
  const table = findSymbolTable(source, sections);
  if (table === undefined) return [NULL_SYMBOL];
  const where = sectionLabel(table);
  const entry = source.sizes.symbol;
  if (table.entrySize !== entry) {
    throw source.error(
      `${where}: sh_entsize is ${table.entrySize}; symbols of this class take ${entry} bytes`,
    );
  }
  if (table.size % entry !== 0) {
    throw source.error(
      `${where}: sh_size ${hex(table.size)} is not a multiple of the ${entry} bytes of a symbol`,
    );
  }
  const strings = sections[table.link];
  if (strings === undefined || strings.type !== SHT.STRTAB) {
    throw source.error(
      `${where}: sh_link names section ${table.link}, which is not a string table (SHT_STRTAB)`,
    );
  }
  return readSymbolTable(source, {
    where,
    bytes: table.data,
    strings: new StringTable(source, sectionLabel(strings), strings.data),
    sections,
    extended: extendedIndexes(source, sections, table),
  });
}
