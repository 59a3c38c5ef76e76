/** The blob as a relocatable ELF object of its own machine: one section, and a symbol for each constant. */
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import type { ImageMap } from '../map/map.ts';
import { alignUp, type ByteOrder, writeContainer } from '../memory/bytes.ts';
import { InputError } from '../trouble/errors.ts';
import { constantsOf } from './constants.ts';

const ET_REL = 1;
const SHT_PROGBITS = 1;
const SHT_SYMTAB = 2;
const SHT_STRTAB = 3;
const SHF_ALLOC = 2n;
const SHN_ABS = 0xfff1;
const STB_GLOBAL_OBJECT = 0x11;
const STB_GLOBAL_NOTYPE = 0x10;
const BLOB_SECTION = 1;
const BLOB_ALIGNMENT = 16;

/** Writes fields one behind the other, in the machine's byte order. */
class Writer {
  readonly bytes: number[] = [];
  readonly #order: ByteOrder;
  readonly #word: number;

  constructor(order: ByteOrder, word: number) {
    this.#order = order;
    this.#word = word;
  }

  put(size: number, value: number | bigint): this {
    const field = new Uint8Array(size);
    writeContainer(field, 0, size, this.#order, BigInt(value));
    this.bytes.push(...field);
    return this;
  }

  word(value: number | bigint): this {
    return this.put(this.#word, value);
  }
}

interface SectionHeader {
  readonly name: string;
  readonly type: number;
  readonly flags: bigint;
  readonly data: Uint8Array;
  readonly link: number;
  readonly info: number;
  readonly alignment: number;
  readonly entrySize: number;
}

/** @throws InputError when the architecture of the map is unknown */
export function blobObject(blob: Uint8Array, map: ImageMap, prefix: string): Uint8Array {
  const machine = architectureNamed(map.arch)?.machine;
  if (!machine) throw new InputError(`the map is for ${map.arch}, which this relocator does not know`);
  const wide = machine.wordBits === 64;
  const writer = (): Writer => new Writer(machine.dataOrder, wide ? 8 : 4);

  const names = new StringTable();
  const symbols = writer();
  const symbol = (name: string, value: bigint, size: number, info: number, section: number): void => {
    symbols.put(4, names.add(name));
    if (wide) symbols.put(1, info).put(1, 0).put(2, section).put(8, value).put(8, size);
    else symbols.put(4, value).put(4, size).put(1, info).put(1, 0).put(2, section);
  };
  symbol('', 0n, 0, 0, 0);
  symbol(`${prefix}_blob`, 0n, blob.length, STB_GLOBAL_OBJECT, BLOB_SECTION);
  symbol(`${prefix}_blob_end`, BigInt(blob.length), 0, STB_GLOBAL_NOTYPE, BLOB_SECTION);
  for (const { name, value } of constantsOf(map, prefix)) symbol(name, value, 0, STB_GLOBAL_NOTYPE, SHN_ABS);

  const plain = { flags: 0n, link: 0, info: 0, alignment: 1, entrySize: 0 };
  const sectionNames = new StringTable();
  const sections: SectionHeader[] = [
    { ...plain, name: '', type: 0, data: new Uint8Array(), alignment: 0 },
    {
      ...plain,
      name: '.rodata',
      type: SHT_PROGBITS,
      flags: SHF_ALLOC,
      data: blob,
      alignment: BLOB_ALIGNMENT,
    },
    { ...plain, name: '.note.GNU-stack', type: SHT_PROGBITS, data: new Uint8Array() },
    {
      ...plain,
      name: '.symtab',
      type: SHT_SYMTAB,
      data: Uint8Array.from(symbols.bytes),
      link: 4,
      info: 1,
      alignment: wide ? 8 : 4,
      entrySize: wide ? 24 : 16,
    },
    { ...plain, name: '.strtab', type: SHT_STRTAB, data: names.bytes() },
  ];
  const nameOffsets = [...sections.map(({ name }) => sectionNames.add(name)), sectionNames.add('.shstrtab')];
  sections.push({ ...plain, name: '.shstrtab', type: SHT_STRTAB, data: sectionNames.bytes() });

  const headerSize = wide ? 64 : 52;
  const entrySize = wide ? 64 : 40;
  let offset = headerSize;
  const offsets = sections.map(({ data, alignment }) => {
    const at = alignUp(offset, Math.max(1, alignment));
    offset = at + data.length;
    return at;
  });
  const table = alignUp(offset, 8);
  const file = new Uint8Array(table + sections.length * entrySize);
  const header = writer();
  header.bytes.push(0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, machine.dataOrder === 'little' ? 1 : 2, 1);
  const { osAbi, flags } = machine.elf?.objectHeader ?? { osAbi: 0, flags: 0 };
  header.bytes.push(osAbi, ...new Array<number>(8).fill(0));
  header.put(2, ET_REL).put(2, machine.elfMachine).put(4, 1).word(0).word(0).word(table).put(4, flags);
  header.put(2, headerSize).put(2, 0).put(2, 0).put(2, entrySize).put(2, sections.length);
  header.put(2, sections.length - 1);
  file.set(header.bytes);
  for (const [index, section] of sections.entries()) {
    const at = offsets[index] ?? 0;
    file.set(section.data, at);
    const entry = writer()
      .put(4, nameOffsets[index] ?? 0)
      .put(4, section.type)
      .word(section.flags)
      .word(0);
    entry
      .word(index === 0 ? 0 : at)
      .word(section.data.length)
      .put(4, section.link)
      .put(4, section.info);
    entry.word(section.alignment).word(section.entrySize);
    file.set(entry.bytes, table + index * entrySize);
  }
  return file;
}

/** Names behind one another, each with its NUL; the empty one is first. */
class StringTable {
  #text = '\0';

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
