/**
 * Arrays of constructors and destructors in the older sections, .ctors and .dtors, which run from their end. Where an
 * object asks for the bounds of the newer arrays, GNU ld puts them into those, and turns each around.
 */
import { LINKER_SYMBOLS } from '../../relocator-dsl/linker-symbols.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { ElfFile } from '../elf/types.ts';

/** The object with the arrays turned around that its own bounds take in. */
export function withTurnedArrays(elf: ElfFile, { wordBits }: Machine): ElfFile {
  const asked = elf.symbols.flatMap(({ name, place }) => {
    const landmark = place.kind === 'undefined' ? LINKER_SYMBOLS[name] : undefined;
    return typeof landmark === 'object' && landmark.older !== undefined ? [landmark.older] : [];
  });
  const wordBytes = wordBits / 8;
  const turned = new Map(
    elf.sections
      .filter(({ name }) => asked.some((base) => name === base || name.startsWith(`${base}.`)))
      .filter(({ size }) => size > wordBytes && size % wordBytes === 0)
      .map((section) => [section.index, section]),
  );
  if (turned.size === 0) return elf;
  return {
    ...elf,
    sections: elf.sections.map((section) =>
      turned.has(section.index) ? { ...section, data: reversed(section.data, wordBytes) } : section,
    ),
    relocations: elf.relocations.map((table) => {
      const section = turned.get(table.target);
      if (!section) return table;
      const last = BigInt(section.size - wordBytes);
      return {
        ...table,
        relocations: table.relocations.map((each) =>
          each.offset <= last ? { ...each, offset: last - each.offset, fileOffset: each.offset } : each,
        ),
      };
    }),
  };
}

/** The words of an array, the last first. */
function reversed(data: Uint8Array, wordBytes: number): Uint8Array {
  const words: Uint8Array[] = [];
  for (let at = data.length - wordBytes; at >= 0; at -= wordBytes)
    words.push(data.subarray(at, at + wordBytes));
  return Buffer.concat(words);
}
