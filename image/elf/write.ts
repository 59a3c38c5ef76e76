/** Writes the parts of ELF files: the file's header, those of segments and sections, symbols, names. */
import { alignUp, type ByteOrder, writeContainer } from '../memory/bytes.ts';
import { EI_DATA, ELF_MAGIC, ET, EV_CURRENT, SHT, SIZES, STT } from './constants.ts';

/** Class and byte order of a file. */
export interface Shape {
  readonly wordBits: 32 | 64;
  readonly byteOrder: ByteOrder;
}

/** A table of headers: where it is in the file, in bytes, and how many it has. */
export interface HeaderTable {
  readonly offset: number;
  readonly count: number;
}

export interface FileHeader {
  /** e_type. */
  readonly type: number;
  /** e_machine. */
  readonly machine: number;
  /** e_ident[EI_OSABI]. */
  readonly osAbi?: number;
  /** e_flags. */
  readonly flags?: number;
  readonly entry?: bigint;
  readonly segments?: HeaderTable;
  /** The last section has the names of all. */
  readonly sections?: HeaderTable;
}

/** The header that a file begins with. */
export function fileHeader(shape: Shape, header: FileHeader): Uint8Array {
  const { osAbi = 0, flags = 0, entry = 0n, segments, sections } = header;
  const sizes = SIZES[shape.wordBits];
  const fileClass = shape.wordBits / 32;
  return new Writer(shape)
    .raw([...ELF_MAGIC, fileClass, EI_DATA[shape.byteOrder], EV_CURRENT, osAbi, 0, 0, 0, 0, 0, 0, 0, 0])
    .half(header.type)
    .half(header.machine)
    .full(EV_CURRENT)
    .word(entry)
    .word(segments?.offset ?? 0)
    .word(sections?.offset ?? 0)
    .full(flags)
    .half(sizes.fileHeader)
    .half(segments ? sizes.programHeader : 0)
    .half(segments?.count ?? 0)
    .half(sections ? sizes.sectionHeader : 0)
    .half(sections?.count ?? 0)
    .half(sections ? sections.count - 1 : 0)
    .done();
}

export interface ProgramHeader {
  /** p_type. */
  readonly type: number;
  /** p_flags. */
  readonly flags: number;
  readonly offset: number;
  readonly address: bigint;
  /** Bytes in the file, and as many in memory unless that is told apart. */
  readonly size: bigint;
  readonly memorySize?: bigint;
  readonly alignment: bigint;
}

export function programHeader(shape: Shape, header: ProgramHeader): Uint8Array {
  const { type, flags, offset, address, size, memorySize = size, alignment } = header;
  const wide = shape.wordBits === 64;
  const writer = new Writer(shape).full(type);
  if (wide) writer.full(flags);
  writer.word(offset).word(address).word(address).word(size).word(memorySize);
  if (!wide) writer.full(flags);
  return writer.word(alignment).done();
}

export interface SymbolEntry {
  /** st_name: where the name is in the table of names. */
  readonly name: number;
  readonly value: bigint;
  readonly size?: number;
  /** STB_*. */
  readonly binding: number;
  /** STT_*. */
  readonly type?: number;
  /** st_other. */
  readonly other?: number;
  /** st_shndx. */
  readonly section: number;
}

export function symbolEntry(shape: Shape, entry: SymbolEntry): Uint8Array {
  const { name, value, size = 0, binding, type = STT.NOTYPE, other = 0, section } = entry;
  const writer = new Writer(shape).full(name);
  if (shape.wordBits === 32) writer.word(value).word(size);
  writer.raw([(binding << 4) | type, other]).half(section);
  if (shape.wordBits === 64) writer.word(value).word(size);
  return writer.done();
}

export interface SectionContents extends SectionEntry {
  readonly data: Uint8Array;
}

/** What the header of a section says beside where it is in the file. */
export interface SectionEntry {
  readonly name: string;
  /** sh_type. */
  readonly type: number;
  /** sh_flags. */
  readonly flags?: bigint;
  /** sh_addr. */
  readonly address?: bigint;
  /** sh_link and sh_info. */
  readonly link?: number;
  readonly info?: number;
  /** Bytes. */
  readonly alignment?: number;
  /** sh_entsize. */
  readonly entrySize?: number;
}

/** A relocatable file of `sections`, which are numbered from 1; behind them the one with their names is added. */
export function relocatableFile(
  shape: Shape,
  header: Pick<FileHeader, 'machine' | 'osAbi' | 'flags'>,
  sections: readonly SectionContents[],
): Uint8Array {
  const sizes = SIZES[shape.wordBits];
  const names = new Names();
  const nameAt = [...sections.map(({ name }) => names.add(name)), names.add('.shstrtab')];
  const all = [...sections, { name: '.shstrtab', type: SHT.STRTAB, data: names.bytes() }];
  const count = all.length + 1;
  let end: number = sizes.fileHeader;
  const offsets = all.map(({ data, alignment = 1 }) => {
    const at = alignUp(end, alignment);
    end = at + data.length;
    return at;
  });
  const table = alignUp(end, 8);
  const file = new Uint8Array(table + count * sizes.sectionHeader);
  file.set(fileHeader(shape, { ...header, type: ET.REL, sections: { offset: table, count } }));
  for (const [index, section] of all.entries()) {
    const offset = offsets[index] ?? 0;
    file.set(section.data, offset);
    // The header of section 0 is all zeros.
    file.set(
      sectionHeader(shape, section, nameAt[index] ?? 0, { offset, size: section.data.length }),
      table + (index + 1) * sizes.sectionHeader,
    );
  }
  return file;
}

/** @param name where the name is in the table of names. @param place where its bytes are in the file, or how many in memory */
export function sectionHeader(
  shape: Shape,
  section: SectionEntry,
  name: number,
  { offset, size }: { readonly offset: number; readonly size: number },
): Uint8Array {
  const { type, flags = 0n, address = 0n, link = 0, info = 0, alignment = 1, entrySize = 0 } = section;
  return new Writer(shape)
    .full(name)
    .full(type)
    .word(flags)
    .word(address)
    .word(offset)
    .word(size)
    .full(link)
    .full(info)
    .word(alignment)
    .word(entrySize)
    .done();
}

/** A table of names: behind one another, each with its NUL; the empty one is first. */
export class Names {
  #text = '\0';

  /** Adds a name; where it stands in the table, in bytes. */
  add(name: string): number {
    if (name === '') return 0;
    const at = this.#text.length;
    this.#text += `${name}\0`;
    return at;
  }

  bytes(): Uint8Array {
    return Uint8Array.from(Buffer.from(this.#text, 'latin1'));
  }
}

/** Writes numbers one behind the other. */
class Writer {
  readonly #bytes: number[] = [];
  readonly #shape: Shape;

  constructor(shape: Shape) {
    this.#shape = shape;
  }

  raw(bytes: readonly number[]): this {
    this.#bytes.push(...bytes);
    return this;
  }

  /** 2 bytes. */
  half(value: number): this {
    return this.#put(2, value);
  }

  /** 4 bytes. */
  full(value: number): this {
    return this.#put(4, value);
  }

  /** An address, offset or size: 4 or 8 bytes by the file's class. */
  word(value: number | bigint): this {
    return this.#put(this.#shape.wordBits / 8, value);
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  #put(size: number, value: number | bigint): this {
    const field = new Uint8Array(size);
    writeContainer(field, 0, size, this.#shape.byteOrder, BigInt(value));
    return this.raw([...field]);
  }
}
