/** Functions that compilers call and nobody writes: linkers make them of the code that the psABI gives, and so is it here. */
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { MadeFunctions } from '../../relocator-dsl/machine-facets.ts';
import { STT } from '../elf/constants.ts';
import type { ElfFile, ElfSymbol } from '../elf/types.ts';
import { codeSection, INSTRUCTION, machineCode } from './made-code.ts';

/** What GNU ld calls the section. */
const NAME = '.sfpr';

/**
 * The object with a section of those functions that it calls and does not define.
 * @param late symbols that the loader fills in: what is called so is not made
 */
export function withMadeFunctions(elf: ElfFile, machine: Machine, late: readonly string[]): ElfFile {
  const undefinedAt = new Map(
    elf.symbols.flatMap(({ name, index, place }): [string, number][] =>
      place.kind === 'undefined' && !late.includes(name) ? [[name, index]] : [],
    ),
  );
  const words: number[] = [];
  const places = new Map<number, number>();
  for (const row of machine.functions?.made ?? []) {
    for (const { name, instructions } of neededOf(row, undefinedAt)) {
      const symbol = undefinedAt.get(name);
      if (symbol !== undefined) places.set(symbol, words.length * INSTRUCTION);
      words.push(...instructions);
    }
  }
  if (words.length === 0) return elf;
  const section = codeSection(NAME, elf.sections.length, machineCode(words, machine), machine);
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
