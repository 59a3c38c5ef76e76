import { hex } from '../memory/bytes.ts';
import { SIZE_LIMIT, SIZE_LIMIT_TEXT } from '../memory/limits.ts';
import { printableName } from '../trouble/printable.ts';
import { SHF, SHT } from './constants.ts';
import type { Header } from './header.ts';
import type { Section } from './types.ts';
import { type Source, StringTable } from './view.ts';

interface RawSection {
  readonly nameOffset: number;
  readonly type: number;
  readonly flags: bigint;
  readonly address: bigint;
  readonly offset: bigint;
  readonly size: bigint;
  readonly link: number;
  readonly info: number;
  readonly alignment: bigint;
  readonly entrySize: bigint;
}

export function sectionLabel(section: { readonly index: number; readonly name: string }): string {
  return section.name === ''
    ? `section ${section.index}`
    : `section ${section.index} (${printableName(section.name)})`;
}

function readRaw(source: Source, header: Header): RawSection[] {
  const entry = source.sizes.sectionHeader;
  const size = BigInt(header.sectionCount) * BigInt(entry);
  const view = source.view('section headers', source.range('section headers', header.sectionOffset, size));
  const word = source.wordBytes;
  const raw: RawSection[] = [];
  for (let index = 0; index < header.sectionCount; index += 1) {
    const at = index * entry;
    const links = at + 8 + 4 * word;
    raw.push({
      nameOffset: view.u32(at),
      type: view.u32(at + 4),
      flags: view.word(at + 8),
      address: view.word(at + 8 + word),
      offset: view.word(at + 8 + 2 * word),
      size: view.word(at + 8 + 3 * word),
      link: view.u32(links),
      info: view.u32(links + 4),
      alignment: view.word(links + 8),
      entrySize: view.word(links + 8 + word),
    });
  }
  return raw;
}

function nameTable(source: Source, header: Header, raw: readonly RawSection[]): StringTable | undefined {
  const index = header.sectionNames;
  const section = raw[index];
  if (index === 0 || section === undefined) return undefined;
  const where = `section ${index} (the section names, e_shstrndx)`;
  if (section.type !== SHT.STRTAB) {
    throw source.error(`${where}: sh_type is ${hex(section.type)}; it must be SHT_STRTAB (3)`);
  }
  return new StringTable(
    source,
    where,
    source.range(where, section.offset, section.size, ['sh_offset', 'sh_size']),
  );
}

const NOTHING = new Uint8Array(0);

export function readSections(source: Source, header: Header): Section[] {
  if (header.sectionCount === 0) return [];
  const raw = readRaw(source, header);
  const names = nameTable(source, header, raw);
  let memory = 0n;
  // No image is made of what is read for what its linker kept.
  const isPlaced = header.type !== 'kept';
  return raw.map((section, index): Section => {
    const name = names?.name(section.nameOffset, () => `section ${index}`) ?? '';
    if (section.type === SHT.NULL) {
      return {
        index,
        name,
        type: SHT.NULL,
        flags: 0n,
        address: 0n,
        size: 0,
        alignment: 1,
        link: 0,
        info: 0,
        entrySize: 0,
        data: NOTHING,
      };
    }
    const where = sectionLabel({ index, name });
    const { type, flags, address, size, link, info, entrySize } = section;
    const alignment = section.alignment === 0n ? 1n : section.alignment;
    if (link >= raw.length) {
      throw source.error(`${where}: sh_link names section ${link}, but the file has ${raw.length} sections`);
    }
    if ((alignment & (alignment - 1n)) !== 0n || alignment > BigInt(SIZE_LIMIT)) {
      throw source.error(
        `${where}: sh_addralign is ${hex(alignment)}; it must be a power of two of at most ${hex(SIZE_LIMIT)}`,
      );
    }
    if (entrySize > BigInt(Number.MAX_SAFE_INTEGER)) {
      throw source.error(`${where}: sh_entsize ${hex(entrySize)} is larger than any file`);
    }
    let data: Uint8Array = NOTHING;
    if (type === SHT.NOBITS) {
      if (isPlaced && size > BigInt(SIZE_LIMIT)) {
        throw source.error(`${where}: it has ${hex(size)} bytes (sh_size); ${SIZE_LIMIT_TEXT}`);
      }
    } else {
      data = source.range(where, section.offset, size, ['sh_offset', 'sh_size']);
    }
    if ((flags & SHF.ALLOC) !== 0n) {
      if ((flags & SHF.COMPRESSED) !== 0n) {
        throw source.error(
          `${where}: it is loaded (SHF_ALLOC) and compressed (SHF_COMPRESSED), which ELF forbids`,
        );
      }
      memory += size;
      if (isPlaced && memory > BigInt(SIZE_LIMIT)) {
        throw source.error(
          `${where}: with it, the loaded sections come to ${hex(memory)} bytes; ${SIZE_LIMIT_TEXT}`,
        );
      }
    }
    return {
      index,
      name,
      type,
      flags,
      address,
      size: Number(size),
      alignment: Number(alignment),
      link,
      info,
      entrySize: Number(entrySize),
      data,
    };
  });
}
