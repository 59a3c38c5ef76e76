/**
 * Several objects as one, as `ld -r` makes it: what comes behind sees a single file. Sections stay apart, those of one
 * name behind each other in the order of the files, so that nothing in them moves; symbols are resolved.
 */
import type { Machine } from '../../relocator-dsl/machine.ts';
import { RELOCATION_SECTION_TYPES, SHF, SHT } from '../elf/constants.ts';
import { columnsOf } from '../elf/relocation-columns.ts';
import type { ElfFile, RelocationSection, Section } from '../elf/types.ts';
import { RELOCATION_LIMIT, RELOCATION_LIMIT_TEXT } from '../memory/limits.ts';
import { InputError } from '../trouble/errors.ts';
import { commonFlags } from './agreement.ts';
import { Comdat } from './comdat.ts';
import type { NamedElf } from './files.ts';
import { type MergedPart, mergeSymbols } from './merge-symbols.ts';

/**
 * One object of several.
 * @throws InputError naming files that do not belong together, that have too many relocations, each symbol that two define, or a damaged group
 */
export function mergeObjects(files: readonly NamedElf[], machine: Machine): ElfFile {
  const [first] = files;
  if (!first) throw new RangeError('nothing to merge');
  const flags = commonFlags(files, machine);
  const comdat = new Comdat();
  const numbers = sectionNumbers(files);
  const parts = files.map(
    (each, index): MergedPart => ({
      elf: each.elf,
      file: { name: each.name ?? '' },
      sectionAt: numbers[index] ?? [],
      replaced: comdat.replaced(each),
    }),
  );
  const count = files.reduce((sum, { elf }) => sum + relocationCount(elf), 0);
  if (count > RELOCATION_LIMIT)
    throw new InputError(`the files have ${count} relocations; ${RELOCATION_LIMIT_TEXT}`);
  const { symbols, symbolAt } = mergeSymbols(parts);
  const entered = parts.find(({ elf }) => elf.entry !== 0n);
  return {
    ...first.elf,
    flags,
    entry: entered?.elf.entry ?? 0n,
    ...(entered ? { entryFile: entered.file } : {}),
    sections: mergeSections(parts, symbolAt),
    symbols,
    relocations: parts.flatMap((part, index) => mergeRelocations(part, symbolAt[index] ?? [])),
  };
}

function relocationCount({ relocations }: ElfFile): number {
  return relocations.reduce((sum, table) => sum + columnsOf(table).length, 0);
}

/** Numbers for the sections of all files: in order of files within a name, in order of their first within all. */
function sectionNumbers(files: readonly NamedElf[]): number[][] {
  const byName = new Map<string, { readonly file: number; readonly index: number }[]>();
  for (const [file, { elf }] of files.entries()) {
    for (const { name, index } of elf.sections.slice(1)) {
      const known = byName.get(name);
      if (known) known.push({ file, index });
      else byName.set(name, [{ file, index }]);
    }
  }
  const numbers = files.map(({ elf }) => new Array<number>(elf.sections.length).fill(0));
  let next = 1;
  for (const { file, index } of [...byName.values()].flat()) {
    const own = numbers[file];
    if (own) own[index] = next;
    next += 1;
  }
  return numbers;
}

function mergeSections(parts: readonly MergedPart[], symbolAt: readonly (readonly number[])[]): Section[] {
  const [first] = parts;
  const none = first?.elf.sections[0];
  const merged: Section[] = none ? [none] : [];
  for (const [part, { elf, file, sectionAt, replaced }] of parts.entries()) {
    for (const section of elf.sections.slice(1)) {
      const { link, info, flags, type } = section;
      const index = sectionAt[section.index] ?? 0;
      const reason = replaced.get(section.index);
      const namesSection = flags & SHF.INFO_LINK || RELOCATION_SECTION_TYPES.has(type);
      merged[index] = {
        ...section,
        index,
        file,
        link: sectionAt[link] ?? 0,
        info: namesSection
          ? (sectionAt[info] ?? 0)
          : type === SHT.GROUP
            ? (symbolAt[part]?.[info] ?? 0)
            : info,
        ...(reason === undefined ? {} : { replaced: reason }),
      };
    }
  }
  return merged;
}

function mergeRelocations({ elf, sectionAt }: MergedPart, symbolAt: readonly number[]): RelocationSection[] {
  return elf.relocations.map((table) => ({
    ...table,
    index: sectionAt[table.index] ?? 0,
    target: sectionAt[table.target] ?? 0,
    relocations: table.relocations.map((each) => ({ ...each, symbol: symbolAt[each.symbol] ?? 0 })),
  }));
}
