/** What linkers would define of the symbols that an object leaves undefined: bounds of sections and of the image. */
import {
  type Landmark,
  LINKER_SYMBOLS,
  MEANINGLESS_SYMBOLS,
  type SectionEdge,
} from '../../relocator-dsl/linker-symbols.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { SHF, SHT } from '../elf/constants.ts';
import type { ElfFile, Section } from '../elf/types.ts';
import type { Unusable } from '../trouble/troubles.ts';
import type { PlacedSection } from './source.ts';

/** Symbols by name, and the sections of the image in the order that some of them ask for. */
export interface LinkerSymbols {
  readonly kept: readonly Section[];
  readonly defined: ReadonlyMap<string, Bound>;
  /** Why there is none of that name. */
  readonly unusable: ReadonlyMap<string, Unusable>;
}

/** Where a symbol is once sections are placed. */
export type Bound =
  | { readonly at: Exclude<Landmark, SectionEdge> }
  | { readonly sections: readonly Section[]; readonly edge: 'start' | 'end'; readonly plus: number };

/** Of sections whose names are identifiers of C, linkers define bounds for their names. */
const SECTION_BOUND = /^__(start|stop)_([A-Za-z_]\w*)$/;

/** The section whose bound a symbol is; undefined for others. */
function boundedSection(name: string): string | undefined {
  return SECTION_BOUND.exec(name)?.[2];
}

/** Names of sections of which an object asks for the bounds; linkers keep these whatever they are. */
export function boundedSections({ symbols }: ElfFile): Set<string> {
  return new Set(
    symbols.flatMap(({ name, place }) => (place.kind === 'undefined' ? (boundedSection(name) ?? []) : [])),
  );
}

/** The undefined symbols of an object that a linker would define, with the sections of its image. */
export function linkerSymbols(elf: ElfFile, kept: readonly Section[], machine: Machine): LinkerSymbols {
  const defined = new Map<string, Bound>();
  const unusable = new Map<string, Unusable>();
  const landmarks = { ...LINKER_SYMBOLS, ...machine.elf?.linkerSymbols };
  let order = kept;
  const standTogether = (name: string, bound: Bound): void => {
    defined.set(name, bound);
    if (!('sections' in bound)) return;
    const types = new Set(bound.sections.map(({ type }) => type === SHT.NOBITS));
    if (types.size > 1) {
      defined.delete(name);
      unusable.set(name, {
        why: 'it bounds sections of which some have contents and others start out as zeros (SHT_NOBITS)',
        remedy: 'give all sections of the name contents',
      });
    } else order = together(order, bound.sections);
  };
  for (const { name, place } of elf.symbols) {
    if (place.kind !== 'undefined' || defined.has(name)) continue;
    const meaningless = MEANINGLESS_SYMBOLS[name];
    const landmark = landmarks[name];
    const section = boundedSection(name);
    if (meaningless !== undefined)
      unusable.set(name, { why: meaningless, remedy: 'remove the reference, or declare the symbol weak' });
    else if (typeof landmark === 'string') defined.set(name, { at: landmark });
    else if (landmark?.sorted) standTogether(name, boundOf(sortedSections(kept, landmark), landmark));
    else if (landmark) defined.set(name, boundOf(sectionsNamed(kept, landmark), landmark));
    else if (section !== undefined) {
      const sections = kept.filter((each) => each.name === section);
      const edge = name.startsWith('__start_') ? 'start' : 'end';
      if (sections.length > 0) standTogether(name, { sections, edge, plus: 0 });
      else
        unusable.set(name, {
          why: `it is undefined, and the image has no section ${section} of which it could be a bound`,
          remedy: 'put something into that section, or declare the symbol weak',
        });
    }
  }
  return { kept: order, defined, unusable };
}

function boundOf(sections: readonly Section[], { edge, plus = 0 }: SectionEdge): Bound {
  return sections.length === 0 ? { at: 'end of contents' } : { sections, edge, plus };
}

/** The sections of the first of the names that there is one of. */
function sectionsNamed(kept: readonly Section[], { names }: SectionEdge): Section[] {
  const found = names.map((name) => kept.filter((each) => isOf(name, each)));
  return found.find(({ length }) => length > 0) ?? [];
}

function isOf(base: string, { name }: Section): boolean {
  return name === base || name.startsWith(`${base}.`);
}

function sortedSections(kept: readonly Section[], { names, older }: SectionEdge): Section[] {
  const isOlder = (section: Section): boolean => older !== undefined && isOf(older, section);
  /** The number behind the last dot; without one a section comes after all that have one. */
  const priority = (section: Section): number => {
    const number = /\.(\d+)$/.exec(section.name)?.[1];
    if (number === undefined) return Number.MAX_SAFE_INTEGER;
    return isOlder(section) ? 65535 - Number(number) : Number(number);
  };
  return kept
    .filter((section) => names.some((name) => isOf(name, section)) || isOlder(section))
    .sort((a, b) => priority(a) - priority(b));
}

/** The sections with those of a group where the first of them was. */
function together(sections: readonly Section[], group: readonly Section[]): readonly Section[] {
  const first = sections.findIndex((each) => group.includes(each));
  if (first < 0) return sections;
  const others = sections.filter((each) => !group.includes(each));
  return [...others.slice(0, first), ...group, ...others.slice(first)];
}

/** Where everything is that symbols can be bounds of. Offsets are bytes from the blob's first byte. */
export interface Bounds {
  readonly sections: readonly PlacedSection[];
  readonly size: number;
  readonly memsz: number;
}

/** The offset of each symbol. */
export function placedBounds(
  elf: ElfFile,
  defined: ReadonlyMap<string, Bound>,
  bounds: Bounds,
): Map<string, number> {
  return new Map([...defined].map(([name, bound]) => [name, placedBound(elf, bound, bounds)]));
}

function placedBound(elf: ElfFile, bound: Bound, { sections, size, memsz }: Bounds): number {
  const starts = (list: readonly PlacedSection[], none: number): number =>
    list.length === 0 ? none : Math.min(...list.map(({ offset }) => offset));
  const ends = (list: readonly PlacedSection[], none: number): number =>
    list.length === 0 ? none : Math.max(...list.map((each) => each.offset + each.size));
  if ('sections' in bound) {
    const indexes = new Set(bound.sections.map(({ index }) => index));
    const placed = sections.filter(({ index }) => indexes.has(index));
    return (bound.edge === 'start' ? starts(placed, size) : ends(placed, size)) + bound.plus;
  }
  switch (bound.at) {
    case 'first byte':
      return 0;
    case 'end of code':
      return ends(
        sections.filter(({ index }) => (elf.sections[index]?.flags ?? 0n) & SHF.EXECINSTR),
        size,
      );
    case 'end of contents':
      return size;
    case 'start of zeros':
      return starts(
        sections.filter(({ type }) => type === SHT.NOBITS),
        size,
      );
    case 'end':
      return memsz;
  }
}
