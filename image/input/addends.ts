/** Addends that stand elsewhere than in the entry of the relocation table, or in the place as the rule's field does. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { addendIn, type Field } from '../../relocator-dsl/field.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { columnsOf } from '../elf/relocation-columns.ts';
import type { ElfFile, ElfSymbol, FileName, Relocation, RelocationSection, Section } from '../elf/types.ts';
import { readContainer } from '../memory/bytes.ts';
import { readField, whyNoContainer } from '../memory/container.ts';
import { grouped, oncePer } from '../memory/groups.ts';
import type { Unusable } from '../trouble/troubles.ts';

/** An addend of which the place holds the upper part only. */
export interface SplitAddend {
  /** Where the place holds it. */
  readonly upper: Field;
  /** The lower part, which stands elsewhere; 0 where nothing has one. */
  readonly lower: bigint;
}

/** The split addends among the relocations of a section, by index. */
export function splitAddends(
  elf: ElfFile,
  architecture: Architecture,
  section: Section,
  table: RelocationSection,
): Map<number, SplitAddend> {
  const splits = new Map<number, SplitAddend>();
  const continued = continuedTypes(architecture);
  if (![...columnsOf(table).types].some((type) => continued.has(type))) return splits;
  const { relocations } = table;
  // From the end on, so that the last one met is the next one behind.
  const next = new Map<string, Relocation>();
  for (let index = relocations.length - 1; index >= 0; index--) {
    const relocation = relocations[index];
    const rule = architecture.byType.get(relocation?.type ?? 0);
    if (!relocation || rule?.kind !== 'rule') continue;
    const { continues } = rule.addend ?? {};
    const isMeant = continues?.of === 'any symbol' || elf.symbols[relocation.symbol]?.binding === 'local';
    if (continues && isMeant && relocation.addend === undefined) {
      const found = next.get(`${continues.at} ${relocation.symbol}`);
      const lower = found ? lowerPart(architecture, section, found) : 0n;
      splits.set(index, { upper: continues.upper ?? rule.field, lower });
    }
    next.set(`${rule.name} ${relocation.symbol}`, relocation);
  }
  return splits;
}

/** The types whose addends may go on elsewhere. */
const continuedTypes = oncePer(
  ({ rules }: Architecture): ReadonlySet<number> =>
    new Set(rules.flatMap(({ type, addend }) => (addend?.continues ? [type] : []))),
);

function lowerPart(
  { byType, machine }: Architecture,
  section: Section,
  { type, offset }: Relocation,
): bigint {
  const rule = byType.get(type);
  if (rule?.kind !== 'rule') return 0n;
  if (whyNoContainer(offset, rule.field, 0n, section.size) !== undefined) return 0n;
  return addendIn(rule.field, readField(section.data, Number(offset), rule.field, 0n, machine));
}

/** What is added to the addend of a local symbol because its file was made for another GP, or why nobody can tell. */
export function recordedPointer(
  { sections }: ElfFile,
  { machine }: Architecture,
  file: FileName | undefined,
  rule: Rule,
  symbol: ElfSymbol,
): bigint | Unusable {
  const recorded = machine.pointers?.global?.recorded;
  if (!rule.addend?.recorded || !recorded || symbol.binding !== 'local') return 0n;
  const { dataOrder, wordBits } = machine;
  const section = sectionsOf(sections)(recorded).get(file);
  if (section && section.data.length >= recorded.offset + wordBits / 8) {
    return readContainer(section.data, recorded.offset, wordBits / 8, dataOrder);
  }
  return {
    why:
      'its addend counts from the global pointer for which the file was made, and the section that tells it, ' +
      `${recorded.section}, is not there`,
    remedy: recorded.remedy,
  };
}

/** The first section of each type in each of the files that sections are from: relocations ask one by one. */
const sectionsOf = oncePer((sections: readonly Section[]) =>
  oncePer(({ sectionType }: { readonly sectionType: number }) => {
    const files = grouped(
      sections.filter(({ type }) => type === sectionType),
      ({ file }) => file,
    );
    return new Map([...files].map(([file, [first]]) => [file, first]));
  }),
);
