/**
 * Padding that assemblers leave to linkers: instructions that do nothing, as many as alignment may take at most, and a
 * relocation that says so. Here they are cut down to what their place needs, as every linker does, relaxing or not, and
 * all that counts bytes of the section moves along.
 */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { Padding, PaddingFacet } from '../../relocator-dsl/rule.ts';
import { SHF, STT } from '../elf/constants.ts';
import { columnsOf } from '../elf/relocation-columns.ts';
import type { ElfFile, ElfSymbol, Relocation, Section } from '../elf/types.ts';
import { hex, writeContainer } from '../memory/bytes.ts';
import { byteRanges } from '../memory/container.ts';
import { grouped } from '../memory/groups.ts';
import type { Trouble } from '../trouble/troubles.ts';
import { type Cut, Cuts, countWhere } from './cuts.ts';
import { isEntered } from './entry-point.ts';
import { originOf } from './origin.ts';

export interface Trimmed {
  readonly elf: ElfFile;
  /** Why padding could not be cut down; sections that have such stay as they are. */
  readonly troubles: readonly Trouble[];
}

/** Padding in its place. */
interface Placed extends Padding, Pick<PaddingFacet, 'nops'> {
  readonly at: number;
  readonly relocation: Relocation;
}

interface TrimmedSection {
  readonly section: Section;
  readonly cuts: Cuts;
}

interface Context {
  readonly elf: ElfFile;
  readonly architecture: Architecture;
}

const DAMAGED = 'rebuild the object, it is damaged';

/** The file with its padding cut down. */
export function trimPadding(elf: ElfFile, architecture: Architecture): Trimmed {
  const context = { elf, architecture };
  const troubles: Trouble[] = [];
  const trimmed = new Map<number, TrimmedSection>();
  const tables = grouped(elf.relocations, ({ target }) => target);
  for (const section of elf.sections) {
    if (!(section.flags & SHF.ALLOC)) continue;
    const padded = tables.get(section.index) ?? [];
    if (!padded.some((table) => [...columnsOf(table).types].some((type) => paddingOf(type, architecture))))
      continue;
    const relocations = padded.flatMap((table) => table.relocations);
    const paddings = paddingsOf(relocations, architecture);
    if (paddings.length === 0) continue;
    const wrong = [
      ...misplaced(context, section, paddings),
      ...patched(context, section, relocations, paddings),
    ];
    const done = wrong.length > 0 ? { troubles: wrong } : trim(context, section, paddings);
    if ('troubles' in done) troubles.push(...done.troubles);
    else trimmed.set(section.index, done);
  }
  if (trimmed.size === 0) return { elf, troubles };
  troubles.push(...heldAddends(context, trimmed));
  return { elf: movedAlong(context, trimmed), troubles };
}

/** The paddings that relocations tell of, in the order of their places. */
function paddingsOf(relocations: readonly Relocation[], architecture: Architecture): Placed[] {
  return relocations
    .flatMap((relocation): Placed[] => {
      const { addend = 0n, symbol, offset } = relocation;
      const facet = paddingFacet(relocation, architecture);
      if (!facet) return [];
      const padding = facet.of(addend, { hasSymbol: symbol !== 0 });
      return [{ ...padding, at: Number(offset), nops: facet.nops, relocation }];
    })
    .filter(({ bytes }) => bytes !== 0)
    .sort((a, b) => a.at - b.at);
}

function paddingFacet({ type }: Relocation, architecture: Architecture): PaddingFacet | undefined {
  return paddingOf(type, architecture);
}

function paddingOf(type: number, { byType }: Architecture): PaddingFacet | undefined {
  const found = byType.get(type);
  return found?.kind === 'marker' ? found.padding : undefined;
}

/** Paddings that are not in the section, or in each other. */
function misplaced(context: Context, section: Section, paddings: readonly Placed[]): Trouble[] {
  let end = 0;
  return paddings.flatMap(({ at, bytes, relocation }) => {
    const overlaps = at < end;
    end = Math.max(end, at + bytes);
    if (bytes > 0 && at + bytes <= section.data.length && !overlaps) return [];
    const why = overlaps
      ? 'its padding overlaps other padding in front of it'
      : `its padding of ${bytes} bytes is not in the section, which has ${hex(section.data.length)}`;
    return [troubleOf(context, section, relocation, why)];
  });
}

/** Relocations that patch what is padding. */
function patched(
  context: Context,
  section: Section,
  relocations: readonly Relocation[],
  paddings: readonly Placed[],
): Trouble[] {
  return relocations.flatMap((relocation) => {
    const rule = context.architecture.byType.get(relocation.type);
    if (rule?.kind !== 'rule') return [];
    const ranges = byteRanges(Number(relocation.offset), rule.field, relocation.addend ?? 0n);
    const hit = ranges.some(({ start, end }) => {
      const last = paddings[countWhere(paddings, ({ at }) => at < end) - 1];
      return last !== undefined && start < last.at + last.bytes;
    });
    return hit ? [troubleOf(context, section, relocation, 'it patches padding, which may be cut out')] : [];
  });
}

function trim(
  context: Context,
  section: Section,
  paddings: readonly Placed[],
): TrimmedSection | { readonly troubles: readonly Trouble[] } {
  const troubles: Trouble[] = [];
  const cuts: Cut[] = [];
  const data = Uint8Array.from(section.data);
  let removed = 0;
  for (const { at, bytes, alignment, limit, nops, relocation } of paddings) {
    const needed = (alignment - ((at - removed) % alignment)) % alignment;
    const kept = limit !== undefined && needed > limit ? 0 : needed;
    if (kept === bytes) continue;
    const why =
      kept > bytes
        ? `up to the next multiple of ${alignment} are ${kept} bytes, and its padding has ${bytes}`
        : fill(data, at, kept, nops, context.architecture.machine)
          ? undefined
          : `up to the next multiple of ${alignment} are ${kept} bytes, which no instructions take`;
    if (why !== undefined) {
      troubles.push(troubleOf(context, section, relocation, why));
      continue;
    }
    cuts.push({ at: at + kept, size: bytes - kept });
    removed += bytes - kept;
  }
  if (troubles.length > 0) return { troubles };
  const all = new Cuts(cuts);
  const left = all.without(data);
  // Then it is known of each place what it is a multiple of.
  const alignment = paddings.reduce((most, each) => Math.max(most, each.alignment), section.alignment);
  return { section: { ...section, data: left, size: left.length, alignment }, cuts: all };
}

/** Puts instructions that do nothing, the longest first, into so many bytes; false if they do not come to as many. */
function fill(
  data: Uint8Array,
  at: number,
  size: number,
  nops: PaddingFacet['nops'],
  { instructionOrder }: Machine,
): boolean {
  const end = at + size;
  let next = at;
  for (const { bytes, code } of nops) {
    for (; next + bytes <= end; next += bytes) writeContainer(data, next, bytes, instructionOrder, code);
  }
  return next === end;
}

/** Addends that count from the start of a section that was cut and stand in the place, where they cannot be told from code. */
function heldAddends(context: Context, trimmed: ReadonlyMap<number, TrimmedSection>): Trouble[] {
  const { elf } = context;
  return elf.relocations.flatMap(({ target, relocations }) => {
    const section = elf.sections[target];
    if (!section || !(section.flags & SHF.ALLOC)) return [];
    return relocations.flatMap((relocation) => {
      const cutSection = sectionOf(elf.symbols[relocation.symbol]);
      if (relocation.addend !== undefined || cutSection === undefined || !trimmed.has(cutSection)) return [];
      const why =
        'its addend stands in the place (SHT_REL) and counts from the start of a section with padding';
      return [
        { ...troubleOf(context, section, relocation, why), remedy: 'rebuild the object with SHT_RELA' },
      ];
    });
  });
}

/** The section whose start a section symbol names. */
function sectionOf(symbol: ElfSymbol | undefined): number | undefined {
  const { type, place } = symbol ?? {};
  return type === STT.SECTION && place?.kind === 'section' ? place.section : undefined;
}

/** All that counts bytes of the sections, at what it was at. */
function movedAlong({ elf, architecture }: Context, trimmed: ReadonlyMap<number, TrimmedSection>): ElfFile {
  const moved = (section: number, offset: bigint): bigint =>
    trimmed.get(section)?.cuts.moved(offset) ?? offset;
  return {
    ...elf,
    entry: movedEntry(elf, moved),
    sections: elf.sections.map((section) => trimmed.get(section.index)?.section ?? section),
    symbols: elf.symbols.map((symbol) => {
      const { place, value, size } = symbol;
      if (place.kind !== 'section' || !trimmed.has(place.section)) return symbol;
      const start = moved(place.section, value);
      return { ...symbol, value: start, size: moved(place.section, value + size) - start };
    }),
    relocations: elf.relocations.map((table) => ({
      ...table,
      relocations: table.relocations.map((each): Relocation => {
        const named = sectionOf(elf.symbols[each.symbol]);
        const { addend, offset } = each;
        // With the symbol of a section an addend is an offset in it, and moves with what stands there.
        const counts = named !== undefined && addend !== undefined && addend > 0n;
        return {
          ...each,
          offset: moved(table.target, offset),
          ...(trimmed.has(table.target) ? { fileOffset: offset } : {}),
          ...(counts && !paddingFacet(each, architecture) ? { addend: moved(named, addend) } : {}),
        };
      }),
    })),
  };
}

/** e_entry counts from the start of the one section that can hold it. */
function movedEntry(elf: ElfFile, moved: (section: number, offset: bigint) => bigint): bigint {
  const { entry, sections } = elf;
  const [only, ...others] = sections.filter(
    ({ flags, size, file }) => flags & SHF.EXECINSTR && entry < BigInt(size) && isEntered(elf, file),
  );
  return only && others.length === 0 ? moved(only.index, entry) : entry;
}

function troubleOf(
  { elf, architecture }: Context,
  section: Section,
  relocation: Relocation,
  why: string,
): Trouble {
  return { ...originOf(elf, architecture, section, relocation), why, remedy: DAMAGED };
}
