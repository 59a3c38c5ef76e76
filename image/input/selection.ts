/** Which sections of an object its image has. */
import type { ElfFacet } from '../../relocator-dsl/machine-facets.ts';
import { RELOCATION_SECTION_TYPES, SHF, SHT } from '../elf/constants.ts';
import type { ElfFile, Section } from '../elf/types.ts';
import { hex, isPowerOfTwo } from '../memory/bytes.ts';
import { MAX_ALIGNMENT } from '../memory/limits.ts';
import { InputError } from '../trouble/errors.ts';
import { sectionText } from '../trouble/troubles.ts';
import { boundedSections } from './linker-symbols.ts';
import { unwindingOnly } from './unwinding.ts';

/** Never part of an image, whatever their flags say. */
const BOOKKEEPING: ReadonlySet<number> = new Set([
  SHT.NULL,
  SHT.SYMTAB,
  SHT.STRTAB,
  ...RELOCATION_SECTION_TYPES,
  SHT.GROUP,
  SHT.SYMTAB_SHNDX,
  SHT.RELR,
]);

export interface Selection {
  /** Sections of the image, in the order they are placed. */
  readonly kept: readonly Section[];
  /** Why each other section is not in it. */
  readonly dropped: ReadonlyMap<number, string>;
}

/** Chooses the sections of the image: file order, those with contents first. */
export function selectSections(
  elf: ElfFile,
  keepEhFrame: boolean,
  { unwindSections, bookkeepingSections = [] }: ElfFacet = {},
): Selection {
  const bounded = boundedSections(elf);
  const candidates: Section[] = [];
  const dropped = new Map<number, string>();
  for (const section of elf.sections) {
    const reason = bookkeepingSections.includes(section.type)
      ? `${sectionText(section)} is for system loaders`
      : reasonToDrop(section, keepEhFrame, unwindSections, bounded);
    if (reason === undefined) candidates.push(section);
    else dropped.set(section.index, reason);
  }
  const unused = keepEhFrame ? new Set() : unwindingOnly(elf, candidates);
  const kept = candidates.filter((section) => !unused.has(section));
  for (const section of candidates) if (unused.has(section)) dropped.set(section.index, leftOut(section));
  const holds = kept.filter(({ type }) => type !== SHT.NOBITS);
  const zeros = kept.filter(({ type }) => type === SHT.NOBITS);
  const troubles = kept.flatMap((section) => {
    if (section.flags & SHF.COMPRESSED)
      return [`section ${sectionText(section)} is compressed; rebuild without -gz`];
    if (isPowerOfTwo(section.alignment) && section.alignment <= MAX_ALIGNMENT) return [];
    return [
      `section ${sectionText(section)} asks for an alignment of ${hex(section.alignment)}, which is not a power of two up to ` +
        `${hex(MAX_ALIGNMENT)}; rebuild the object`,
    ];
  });
  if (troubles.length > 0) throw new InputError(troubles);
  return { kept: [...holds, ...zeros], dropped };
}

function reasonToDrop(
  section: Section,
  keepEhFrame: boolean,
  unwinding: RegExp | undefined,
  bounded: ReadonlySet<string>,
): string | undefined {
  const { name: bare, type, flags, replaced } = section;
  const name = sectionText(section);
  if (BOOKKEEPING.has(type) || !(flags & SHF.ALLOC)) return `${name} takes no memory (not SHF_ALLOC)`;
  if (flags & SHF.EXCLUDE) return `${name} is marked SHF_EXCLUDE`;
  if (flags & SHF.TLS) return `${name} is thread-local`;
  if (replaced !== undefined) return replaced;
  if (type === SHT.NOTE && !bounded.has(bare)) return `${name} is a note`;
  if (!keepEhFrame && (/^\.eh_frame(_hdr)?$/.test(bare) || unwinding?.test(bare))) {
    return leftOut(section);
  }
  return undefined;
}

function leftOut(section: Section): string {
  return `${sectionText(section)} is left out, nothing unwinds in a purgatory (--keep-eh-frame keeps it)`;
}
