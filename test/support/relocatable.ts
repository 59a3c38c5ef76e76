/** ET_REL files for linkers: sections, symbols and relocations as a test states them, with nothing an assembler adds. */
import type { Machine } from '../../relocator-dsl/machine.ts';
import { toolchainOf } from '../machines/index.ts';
import { build, join, relocation, type SectionSpec, symbol } from './elf-builder.ts';

const SHT_PROGBITS = 1;
const SHT_SYMTAB = 2;
const SHT_STRTAB = 3;
const SHT_RELA = 4;
const SHT_NOBITS = 8;
const SHT_REL = 9;
const SHN_UNDEF = 0;
const SHN_ABS = 0xfff1;
const STB_GLOBAL = 0x10;
const SHF_INFO_LINK = 0x40n;

export const DATA = 0x3n;
export const CODE = 0x6n;

export interface ObjectSymbol {
  readonly name: string;
  readonly value: bigint;
  readonly size?: bigint;
  /** `absolute`, `undefined`, or the name of the section it is defined in. */
  readonly place: string;
}

export interface ObjectRelocation {
  readonly offset: number;
  readonly type: number;
  readonly symbol: string;
  /** Left out where the addend stands in the place. */
  readonly addend?: bigint;
}

export interface ObjectSection {
  readonly name: string;
  readonly flags: bigint;
  readonly data: Uint8Array;
  /** Bytes of a section that has none in the file. */
  readonly size?: bigint;
  readonly alignment?: bigint;
  readonly relocations?: readonly ObjectRelocation[];
}

/** A little-endian object of `machine`; all symbols are global. */
export function relocatable(
  machine: Machine,
  sections: readonly ObjectSection[],
  symbols: readonly ObjectSymbol[],
): Uint8Array {
  const wide = machine.wordBits === 64;
  const threeTypes = machine.elf?.threeTypes === true;
  const shape = { wide, little: machine.dataOrder === 'little', threeTypes };
  const sectionIndex = new Map(sections.map(({ name }, index) => [name, index + 1]));
  const symbolIndex = new Map(symbols.map(({ name }, index) => [name, index + 1]));
  const strings = new TextEncoder().encode(`\0${symbols.map(({ name }) => `${name}\0`).join('')}`);
  let name = 1;
  const entries = symbols.map((each) => {
    const place = each.place === 'absolute' ? SHN_ABS : (sectionIndex.get(each.place) ?? SHN_UNDEF);
    const entry = symbol(shape, name, each.value, STB_GLOBAL, place, each.size);
    name += Buffer.byteLength(each.name) + 1;
    return entry;
  });
  const relocated = sections.filter(({ relocations }) => relocations?.length);
  const table = sections.length + relocated.length + 1;
  const rela = machine.addends === 'explicit';
  const tables = relocated.map((section): SectionSpec => {
    const parts = (section.relocations ?? []).map(({ offset, symbol: of, type, addend }) =>
      relocation(shape, BigInt(offset), symbolIndex.get(of) ?? 0, type, rela ? (addend ?? 0n) : undefined),
    );
    return {
      name: `${rela ? '.rela' : '.rel'}${section.name}`,
      type: rela ? SHT_RELA : SHT_REL,
      flags: SHF_INFO_LINK,
      link: table,
      info: sectionIndex.get(section.name) ?? 0,
      alignment: wide ? 8n : 4n,
      entrySize: (wide ? 16 : 8) + (rela ? (wide ? 8 : 4) : 0),
      data: join(...parts),
    };
  });
  return build({
    ...shape,
    machine: machine.elfMachine,
    ...toolchainOf(machine.arch).elfHeader,
    sections: [
      ...sections.map(({ name: of, flags, data, size, alignment }) => ({
        name: of,
        type: size === undefined ? SHT_PROGBITS : SHT_NOBITS,
        flags,
        data,
        ...(size === undefined ? {} : { size }),
        alignment: alignment ?? 16n,
      })),
      ...tables,
      {
        name: '.symtab',
        type: SHT_SYMTAB,
        link: table + 1,
        info: 1,
        alignment: 8n,
        entrySize: wide ? 24 : 16,
        data: join(symbol(shape, 0, 0n, 0, 0), ...entries),
      },
      { name: '.strtab', type: SHT_STRTAB, data: strings },
    ],
  }).bytes;
}
