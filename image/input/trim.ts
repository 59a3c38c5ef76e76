/**
 * Padding that assemblers leave to linkers: instructions that do nothing, as many as alignment may take at most, and a
 * relocation that says so. Here they are cut down to what their place needs, as every linker does, relaxing or not.
 */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { SHF, STT } from '../elf/constants.ts';
import type { ElfFile, Relocation, Section } from '../elf/types.ts';

/** Bytes that are cut out of a section, from `at` of the file's own count on. */
interface Cut {
  readonly at: number;
  readonly size: number;
}

interface TrimmedSection {
  readonly cuts: readonly Cut[];
  /** Bytes of padding that stay, by the offset of the relocation. */
  readonly left: ReadonlyMap<bigint, number>;
}

/** The file with its padding cut down, where the machine's instructions all have one size. */
export function trimPadding(elf: ElfFile, architecture: Architecture): ElfFile {
  const bySection = new Map<number, TrimmedSection>();
  for (const { target, relocations } of elf.relocations) {
    const section = elf.sections[target];
    const trimmed = section && trim(section, relocations, architecture);
    if (trimmed && trimmed.left.size > 0) bySection.set(target, trimmed);
  }
  if (bySection.size === 0) return elf;
  const moved = (index: number, offset: number): number => after(bySection.get(index)?.cuts ?? [], offset);
  return {
    ...elf,
    entry: movedEntry(elf, moved),
    sections: elf.sections.map((section) => {
      const { cuts } = bySection.get(section.index) ?? {};
      if (!cuts) return section;
      const data = without(section.data, cuts);
      return { ...section, data, size: data.length };
    }),
    symbols: elf.symbols.map((symbol) => {
      const { place, value, size } = symbol;
      if (place.kind !== 'section' || !bySection.has(place.section)) return symbol;
      const start = moved(place.section, Number(value));
      const end = moved(place.section, Number(value + size));
      return { ...symbol, value: BigInt(start), size: BigInt(end - start) };
    }),
    relocations: elf.relocations.map((table) => ({
      ...table,
      relocations: table.relocations.map((each): Relocation => {
        const left = bySection.get(table.target)?.left.get(each.offset);
        const isPadding = left !== undefined && paddingOf(each, architecture) !== undefined;
        const offset = BigInt(moved(table.target, Number(each.offset)));
        const addend = sectionAddend(elf, each, moved);
        return { ...each, offset, addend, ...(isPadding ? { padding: left } : {}) };
      }),
    })),
  };
}

/** e_entry counts from the start of the one section that can hold it. */
function movedEntry(
  { entry, sections }: ElfFile,
  moved: (section: number, offset: number) => number,
): bigint {
  const [only, ...others] = sections.filter(
    ({ flags, size }) => flags & SHF.EXECINSTR && entry < BigInt(size),
  );
  return only && others.length === 0 ? BigInt(moved(only.index, Number(entry))) : entry;
}

/** With the symbol of a section an addend is an offset in it, and moves with what stands there. */
function sectionAddend(
  elf: ElfFile,
  { symbol, addend }: Relocation,
  moved: (section: number, offset: number) => number,
): bigint | undefined {
  const { type, place } = elf.symbols[symbol] ?? {};
  if (addend === undefined || type !== STT.SECTION || place?.kind !== 'section' || addend < 0n) return addend;
  return BigInt(moved(place.section, Number(addend)));
}

function paddingOf({ type, addend, symbol }: Relocation, { byType }: Architecture) {
  const marker = byType.get(type);
  if (marker?.kind !== 'marker') return undefined;
  return marker.padding?.(addend ?? 0n, { hasSymbol: symbol !== 0 });
}

function trim(
  section: Section,
  relocations: readonly Relocation[],
  architecture: Architecture,
): TrimmedSection {
  const cuts: Cut[] = [];
  const left = new Map<bigint, number>();
  let removed = 0;
  const byOffset = [...relocations].sort((a, b) => (a.offset < b.offset ? -1 : a.offset > b.offset ? 1 : 0));
  for (const relocation of byOffset) {
    const padding = paddingOf(relocation, architecture);
    const { alignment = 1, limit, instruction } = padding ?? {};
    const [at, bytes] = [Number(relocation.offset), Number(padding?.bytes ?? 0n)];
    const behind = (cuts.at(-1)?.at ?? 0) + (cuts.at(-1)?.size ?? 0);
    // Where that cannot be done, the padding stays, and is looked at when the section has its place.
    if (!instruction || section.alignment < alignment || at < behind || at + bytes > section.data.length)
      continue;
    const needed = (alignment - ((at - removed) % alignment)) % alignment;
    if (needed > bytes || needed % instruction !== 0) continue;
    const kept = limit !== undefined && needed > limit ? 0 : needed;
    left.set(relocation.offset, kept);
    cuts.push({ at: at + kept, size: bytes - kept });
    removed += bytes - kept;
  }
  return { cuts, left };
}

/** Where what stood at `offset` stands now; what was cut out is where the cut is. */
function after(cuts: readonly Cut[], offset: number): number {
  return cuts.reduce((sum, { at, size }) => sum - Math.min(Math.max(offset - at, 0), size), offset);
}

function without(data: Uint8Array, cuts: readonly Cut[]): Uint8Array {
  const kept: Uint8Array[] = [];
  let from = 0;
  for (const { at, size } of cuts) {
    kept.push(data.subarray(from, at));
    from = at + size;
  }
  return Buffer.concat([...kept, data.subarray(from)]);
}
