/** Writes an executable of memory that stands somewhere: what debuggers take. */
import { ET, PF, PT, SHF, SHN, SHT, SIZES, STB } from '../elf/constants.ts';
import {
  type FileHeader,
  fileHeader,
  Names,
  programHeader,
  type SectionEntry,
  type Shape,
  type SymbolEntry,
  sectionHeader,
  symbolEntry,
} from '../elf/write.ts';
import { alignUp } from '../memory/bytes.ts';

/** A part of the memory. */
export interface MemorySection extends SectionEntry {
  /** Bytes from the start of the memory. */
  readonly offset: number;
  readonly size: number;
}

export interface NamedSymbol extends Omit<SymbolEntry, 'name' | 'section'> {
  readonly name: string;
  /** The section of the memory that it is in, by its place among them; an absolute one has none. */
  readonly section?: number;
}

export interface Executable {
  readonly shape: Shape;
  readonly header: Pick<FileHeader, 'machine' | 'osAbi' | 'flags' | 'entry'>;
  /** Address of the memory's first byte. */
  readonly address: bigint;
  /** What the memory holds; behind it are zeros, up to `memorySize`. */
  readonly memory: Uint8Array;
  readonly memorySize: number;
  readonly sections: readonly MemorySection[];
  /** Sections that take no memory. */
  readonly others: readonly {
    readonly name: string;
    readonly data: Uint8Array;
    readonly alignment: number;
  }[];
  readonly symbols: readonly NamedSymbol[];
}

/** Bytes of a page, by which places in the file go with addresses. */
const PAGE = 0x1000;

/** One ET_EXEC file with all of the memory in one segment. */
export function executableFile(executable: Executable): Uint8Array {
  const { shape, address, memory, memorySize, sections, others } = executable;
  const sizes = SIZES[shape.wordBits];
  const table = symbolTable(executable);
  const names = new Names();
  const start = PAGE + Number(address % BigInt(PAGE));
  let end = start + memory.length;
  const put = (size: number, alignment: number): number => {
    const offset = alignUp(end, alignment);
    end = offset + size;
    return offset;
  };
  const loose: { readonly entry: SectionEntry; readonly data: Uint8Array; readonly offset: number }[] = [];
  const add = (entry: SectionEntry, data: Uint8Array): void => {
    loose.push({ entry, data, offset: put(data.length, entry.alignment ?? 1) });
  };
  for (const { name, data, alignment } of others) add({ name, type: SHT.PROGBITS, alignment }, data);
  const strings = 1 + sections.length + others.length + 1;
  add(
    {
      name: '.symtab',
      type: SHT.SYMTAB,
      link: strings,
      info: table.firstGlobal,
      alignment: shape.wordBits / 8,
      entrySize: sizes.symbol,
    },
    table.entries,
  );
  add({ name: '.strtab', type: SHT.STRTAB }, table.names);
  const nameAt = [...sections.map(({ name }) => name), ...loose.map(({ entry }) => entry.name)].map((name) =>
    names.add(name),
  );
  const ownName = names.add('.shstrtab');
  add({ name: '.shstrtab', type: SHT.STRTAB }, names.bytes());
  const headers = [
    new Uint8Array(sizes.sectionHeader),
    ...sections.map((section, index) => {
      const at = { offset: start + section.offset, size: section.size };
      return sectionHeader(shape, section, nameAt[index] ?? 0, at);
    }),
    ...loose.map(({ entry, data, offset }, index) => {
      const place = { offset, size: data.length };
      return sectionHeader(shape, entry, nameAt[sections.length + index] ?? ownName, place);
    }),
  ];
  const headersAt = put(headers.length * sizes.sectionHeader, shape.wordBits / 8);
  const file = new Uint8Array(end);
  const segments = { offset: sizes.fileHeader, count: 1 };
  const places = { offset: headersAt, count: headers.length };
  file.set(fileHeader(shape, { ...executable.header, type: ET.EXEC, segments, sections: places }));
  const segment = {
    ...{ type: PT.LOAD, flags: PF.R | PF.W | PF.X, offset: start, address, alignment: BigInt(PAGE) },
    ...{ size: BigInt(memory.length), memorySize: BigInt(memorySize) },
  };
  file.set(programHeader(shape, segment), sizes.fileHeader);
  file.set(memory, start);
  for (const { data, offset } of loose) file.set(data, offset);
  file.set(Buffer.concat(headers), headersAt);
  return file;
}

/** Whether a section holds instructions. */
export function holdsCode({ flags = 0n }: SectionEntry): boolean {
  return (flags & SHF.EXECINSTR) !== 0n;
}

function symbolTable({ shape, symbols }: Executable): {
  readonly entries: Uint8Array;
  readonly names: Uint8Array;
  readonly firstGlobal: number;
} {
  const names = new Names();
  const locals = symbols.filter(({ binding }) => binding === STB.LOCAL);
  const others = symbols.filter(({ binding }) => binding !== STB.LOCAL);
  const entries = [...locals, ...others].map(({ name, section, ...symbol }) =>
    symbolEntry(shape, {
      ...symbol,
      name: names.add(name),
      section: section === undefined ? SHN.ABS : section + 1,
    }),
  );
  const none = new Uint8Array(SIZES[shape.wordBits].symbol);
  return {
    entries: Buffer.concat([none, ...entries]),
    names: names.bytes(),
    firstGlobal: locals.length + 1,
  };
}
