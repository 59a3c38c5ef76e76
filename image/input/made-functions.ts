/** Functions that compilers call and nobody writes: linkers make them of the code that the psABI gives, and so is it here. */
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { MadeFunctions } from '../../relocator-dsl/machine-facets.ts';
import { SHF, SHT, STT } from '../elf/constants.ts';
import type { ElfFile, ElfSymbol, Section } from '../elf/types.ts';
import { writeContainer } from '../memory/bytes.ts';

/** Bytes of an instruction of the machines that have such functions. */
const INSTRUCTION = 4;

/** What GNU ld calls the section. */
const NAME = '.sfpr';

/**
 * The object with a section of those functions that it calls and does not define.
 * @param late symbols that the loader fills in: what is called so is not made
 */
export function withMadeFunctions(
  elf: ElfFile,
  { functions, code, instructionOrder }: Machine,
  late: readonly string[],
): ElfFile {
  const undefinedAt = new Map(
    elf.symbols.flatMap(({ name, index, place }): [string, number][] =>
      place.kind === 'undefined' && !late.includes(name) ? [[name, index]] : [],
    ),
  );
  const words: number[] = [];
  const places = new Map<number, number>();
  for (const row of functions?.made ?? []) {
    for (const { name, instructions } of neededOf(row, undefinedAt)) {
      const symbol = undefinedAt.get(name);
      if (symbol !== undefined) places.set(symbol, words.length * INSTRUCTION);
      words.push(...instructions);
    }
  }
  if (words.length === 0) return elf;
  const data = new Uint8Array(words.length * INSTRUCTION);
  for (const [index, word] of words.entries()) {
    writeContainer(data, index * INSTRUCTION, INSTRUCTION, instructionOrder, BigInt(word >>> 0));
  }
  const section: Section = {
    index: elf.sections.length,
    name: NAME,
    made: true,
    type: SHT.PROGBITS,
    flags: SHF.ALLOC | SHF.EXECINSTR,
    address: 0n,
    size: data.length,
    alignment: code.alignment,
    link: 0,
    info: 0,
    entrySize: 0,
    data,
  };
  const symbols = elf.symbols.map((symbol): ElfSymbol => {
    const value = places.get(symbol.index);
    if (value === undefined) return symbol;
    return {
      ...symbol,
      value: BigInt(value),
      type: STT.FUNC,
      place: { kind: 'section', section: section.index },
    };
  });
  return { ...elf, sections: [...elf.sections, section], symbols };
}

/** The functions of a row from the first that is called on, as each goes on in the next. */
function neededOf(
  { stem, first, last, each, end }: MadeFunctions,
  wanted: ReadonlyMap<string, number>,
): { readonly name: string; readonly instructions: readonly number[] }[] {
  const row = Array.from({ length: last - first + 1 }, (_, index) => {
    const register = first + index;
    return { name: `${stem}${register}`, instructions: register === last ? end(register) : each(register) };
  });
  const from = row.findIndex(({ name }) => wanted.has(name));
  return from < 0 ? [] : row.slice(from);
}
