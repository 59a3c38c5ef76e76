import { describe, expect, it } from 'vitest';
import { SHF, SHN, SHT, SIZES, STB, STT } from '../../../image/elf/constants.ts';
import { readElf } from '../../../image/elf/read.ts';
import { Names, relocatableFile, symbolEntry } from '../../../image/elf/write.ts';

const SHAPES = ([32, 64] as const).flatMap((wordBits) =>
  (['little', 'big'] as const).map((byteOrder) => ({ wordBits, byteOrder })),
);
const TEXT = Uint8Array.of(1, 2, 3);

describe.each(SHAPES)('a $byteOrder-endian file of $wordBits bits', (shape) => {
  const names = new Names();
  const symbols = Buffer.concat([
    new Uint8Array(SIZES[shape.wordBits].symbol),
    symbolEntry(shape, { name: names.add('inside'), value: 2n, size: 1, binding: STB.GLOBAL, section: 1 }),
    symbolEntry(shape, {
      name: names.add('constant'),
      value: 0x8765_4321n,
      binding: STB.WEAK,
      type: STT.OBJECT,
      section: SHN.ABS,
    }),
  ]);
  const file = relocatableFile(shape, { machine: 0x1234, osAbi: 3, flags: 0x8000_0001 }, [
    { name: '.text', type: SHT.PROGBITS, flags: SHF.ALLOC | SHF.EXECINSTR, data: TEXT, alignment: 64 },
    {
      name: '.symtab',
      type: SHT.SYMTAB,
      data: symbols,
      link: 3,
      info: 1,
      alignment: 8,
      entrySize: SIZES[shape.wordBits].symbol,
    },
    { name: '.strtab', type: SHT.STRTAB, data: names.bytes() },
  ]);

  it('is read back as it was written', () => {
    const elf = readElf(file);
    expect(elf).toMatchObject({ ...shape, type: 'relocatable', machine: 0x1234, flags: 0x8000_0001 });
    expect(elf.sections.map(({ name }) => name)).toEqual(['', '.text', '.symtab', '.strtab', '.shstrtab']);
    expect(elf.sections[1]).toMatchObject({ flags: 6n, size: 3, alignment: 64, data: TEXT });
    expect(elf.symbols.slice(1)).toMatchObject([
      { name: 'inside', value: 2n, size: 1n, binding: 'global', place: { kind: 'section', section: 1 } },
      { name: 'constant', value: 0x8765_4321n, binding: 'weak', type: 1, place: { kind: 'absolute' } },
    ]);
  });

  it('has its sections where their alignment wants them, and says for which system it is', () => {
    expect(Buffer.from(file).indexOf(Buffer.from(TEXT)) % 64).toBe(0);
    expect(file[7]).toBe(3);
  });
});
