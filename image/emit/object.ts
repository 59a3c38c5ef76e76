/** The blob as a relocatable ELF object of its own machine: one section, and a symbol for each constant. */
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { SHF, SHN, SHT, SIZES, STB, STT } from '../elf/constants.ts';
import { Names, relocatableFile, type SymbolEntry, symbolEntry } from '../elf/write.ts';
import type { ImageMap } from '../map/map.ts';
import { InputError } from '../trouble/errors.ts';
import { constantsOf } from './map-constants.ts';

const BLOB_ALIGNMENT = 16;
/** Where the sections stand in the file that others name. */
const BLOB = 1;
const STRINGS = 4;

/** @throws InputError when the architecture of the map is unknown */
export function blobObject(blob: Uint8Array, map: ImageMap, prefix: string): Uint8Array {
  const machine = architectureNamed(map.arch)?.machine;
  if (!machine) throw new InputError(`the map is for ${map.arch}, which this relocator does not know`);
  const shape = { wordBits: machine.wordBits, byteOrder: machine.dataOrder };
  const sizes = SIZES[machine.wordBits];
  const names = new Names();
  const symbol = (
    name: string,
    entry: Pick<SymbolEntry, 'value' | 'section' | 'size' | 'type'>,
  ): Uint8Array => symbolEntry(shape, { ...entry, name: names.add(name), binding: STB.GLOBAL });
  const symbols = [
    new Uint8Array(sizes.symbol),
    symbol(`${prefix}_blob`, { value: 0n, size: blob.length, type: STT.OBJECT, section: BLOB }),
    symbol(`${prefix}_blob_end`, { value: BigInt(blob.length), section: BLOB }),
    ...constantsOf(map, prefix).map(({ name, value }) => symbol(name, { value, section: SHN.ABS })),
  ];
  return relocatableFile(shape, { machine: machine.elfMachine, ...machine.elf?.objectHeader }, [
    { name: '.rodata', type: SHT.PROGBITS, flags: SHF.ALLOC, data: blob, alignment: BLOB_ALIGNMENT },
    { name: '.note.GNU-stack', type: SHT.PROGBITS, data: new Uint8Array() },
    {
      name: '.symtab',
      type: SHT.SYMTAB,
      data: Buffer.concat(symbols),
      link: STRINGS,
      // All but the first are global.
      info: 1,
      alignment: machine.wordBits / 8,
      entrySize: sizes.symbol,
    },
    { name: '.strtab', type: SHT.STRTAB, data: names.bytes() },
  ]);
}
