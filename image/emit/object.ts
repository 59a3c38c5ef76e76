/** The blob as a relocatable ELF object of its own machine: one section with the blob, and its numbers behind it. */
import { architectureNamed } from '../../relocator-dsl/architectures.ts';
import { SHF, SHT, SIZES, STB, STT } from '../elf/constants.ts';
import { Names, relocatableFile, type SymbolEntry, symbolEntry } from '../elf/write.ts';
import { writeContainer } from '../memory/bytes.ts';
import { InputError } from '../trouble/errors.ts';
import type { BlobContents } from './contents.ts';

const BLOB_ALIGNMENT = 16;
const INFO_ALIGNMENT = 8;
/** Bytes of a base and of a count in `struct relocator_blob`. */
const BYTES = { base: 8, count: 4 } as const;
/** Where the sections stand in the file that others name. */
const BLOB = 1;
const STRINGS = 4;

/** @throws InputError when the architecture of the map is unknown */
export function blobObject(contents: BlobContents, prefix: string, section: string): Uint8Array {
  const { arch, blob } = contents;
  const machine = architectureNamed(arch)?.machine;
  if (!machine) throw new InputError(`the map is for ${arch}, which this relocator does not know`);
  const shape = { wordBits: machine.wordBits, byteOrder: machine.dataOrder };
  const sizes = SIZES[machine.wordBits];
  const info = infoBytes(contents);
  const at = Math.ceil(blob.length / INFO_ALIGNMENT) * INFO_ALIGNMENT;
  const data = new Uint8Array(at + info.length);
  data.set(blob);
  data.set(info, at);
  const names = new Names();
  const symbol = (
    name: string,
    entry: Pick<SymbolEntry, 'value' | 'section' | 'size' | 'type'>,
  ): Uint8Array => symbolEntry(shape, { ...entry, name: names.add(name), binding: STB.GLOBAL });
  const object = { type: STT.OBJECT, section: BLOB };
  const symbols = [
    new Uint8Array(sizes.symbol),
    symbol(`${prefix}_blob`, { value: 0n, size: blob.length, ...object }),
    symbol(`${prefix}_blob_end`, { value: BigInt(blob.length), section: BLOB }),
    symbol(`${prefix}_info`, { value: BigInt(at), size: info.length, ...object }),
  ];
  return relocatableFile(shape, { machine: machine.elfMachine, ...machine.elf?.objectHeader }, [
    { name: section, type: SHT.PROGBITS, flags: SHF.ALLOC, data, alignment: BLOB_ALIGNMENT },
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

/** `struct relocator_blob` as the machine's compilers lay it out. */
function infoBytes({ numbers, digest, order }: BlobContents): Uint8Array {
  const bytes = new Uint8Array(numbers.reduce((sum, { kind }) => sum + BYTES[kind], 0) + digest.length);
  let offset = 0;
  for (const { value, kind } of numbers) {
    writeContainer(bytes, offset, BYTES[kind], order, value);
    offset += BYTES[kind];
  }
  bytes.set(digest, offset);
  return bytes;
}
