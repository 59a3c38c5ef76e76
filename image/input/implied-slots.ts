/** Slots of a linked image's GOT that move without relocations, as if each had one. */
import { type Architecture, absoluteWordRule, relativeWordRule } from '../../relocator-dsl/architecture.ts';
import { SHF, SHT } from '../elf/constants.ts';
import type { ElfFile, Relocation } from '../elf/types.ts';
import { readContainer } from '../memory/bytes.ts';
import type { Trouble } from '../trouble/troubles.ts';
import type { FlatMemory } from './flat-memory.ts';

/** What messages call the table that they are from. */
export const IMPLIED = 'DT_PLTGOT';

/**
 * The relocations that are implied. A slot of the image's own that holds 0, where no address of the image comes to that,
 * is for a weak symbol that nobody defines, or for nothing: it stays.
 */
export function impliedRelocations(
  elf: ElfFile,
  architecture: Architecture,
  memory: FlatMemory,
): { readonly relocations: readonly Relocation[]; readonly troubles: readonly Trouble[] } {
  const { machine } = architecture;
  const [relative, absolute] = [relativeWordRule(architecture), absoluteWordRule(architecture)];
  const { impliedGot } = machine.elf ?? {};
  if (!relative || !absolute || !impliedGot || !elf.impliedSlots) return { relocations: [], troubles: [] };
  const readWord = (address: bigint): bigint =>
    readContainer(memory.bytes, Number(address - memory.low), machine.wordBits / 8, machine.dataOrder);
  const { own, firstSymbol, ofSymbols } = elf.impliedSlots;
  const settled = own.filter((address) => readWord(address) === 0n);
  const [unclear] = lowestAddress(elf, memory) < impliedGot.near ? settled : [];
  const troubles =
    unclear === undefined
      ? []
      : [
          {
            type: relative.name,
            number: relative.type,
            section: IMPLIED,
            offset: unclear,
            symbol: '',
            why:
              'the slot there holds 0, which slots of addresses near 0 do, where this image is linked, and slots of weak ' +
              'symbols that nobody defines, too: nobody can tell whether it moves',
            remedy: impliedGot.remedy,
          },
        ];
  const moved = own.filter((address) => readWord(address) !== 0n);
  return {
    relocations: [
      ...moved.map((offset) => ({ offset, type: relative.type, symbol: 0, addend: undefined })),
      ...ofSymbols.map((offset, index) => {
        return { offset, type: absolute.type, symbol: firstSymbol + index, addend: 0n };
      }),
    ],
    troubles,
  };
}

/** Of what the program has; tables for dynamic loaders, which no slot leads to, may stand below. */
function lowestAddress({ sections }: ElfFile, memory: FlatMemory): bigint {
  return (
    sections
      .filter(({ type, flags }) => flags & SHF.ALLOC && (type === SHT.PROGBITS || type === SHT.NOBITS))
      .map(({ address }) => address)
      .reduce<bigint | undefined>(
        (lowest, each) => (lowest === undefined || each < lowest ? each : lowest),
        undefined,
      ) ?? memory.low
  );
}
