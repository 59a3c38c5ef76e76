/** What stands where in an image's memory, from its first byte to its last, by its map. */
import { SHT } from '../elf/constants.ts';
import type { ImageMap, MapRange, MapSection } from '../map/map.ts';

/** `zeros`: a section that the file has no bytes for; `gap`: nobody's bytes, between others for their alignment. */
export type PartKind = 'code' | 'table' | 'section' | 'zeros' | 'gap';

/** A stretch of memory; offsets count bytes from the image's first one. */
export interface ImagePart extends MapRange {
  readonly kind: PartKind;
  /** Of the section; of other parts, what they are. */
  readonly name: string;
}

/** The parts in the order of their offsets. Every byte of the memory is in one, unless sections of the map overlap. */
export function partsOf(map: ImageMap): ImagePart[] {
  const { prologue, memsz } = map;
  const { offset, size } = prologue.table;
  const code = (from: number, to: number): ImagePart => {
    return { kind: 'code', name: 'prologue', offset: from, size: to - from };
  };
  const known = [
    code(0, offset),
    { kind: 'table', name: "prologue's table", offset, size } as const,
    code(offset + size, prologue.size),
    ...[...map.sections].sort((a, b) => a.offset - b.offset || a.size - b.size).map(sectionPart),
  ].filter((part) => part.size > 0 || part.kind === 'section');
  const parts: ImagePart[] = [];
  let end = 0;
  const fill = (to: number): void => {
    if (to > end) parts.push({ kind: 'gap', name: 'gap', offset: end, size: to - end });
  };
  for (const part of known) {
    fill(part.offset);
    parts.push(part);
    end = Math.max(end, part.offset + part.size);
  }
  fill(memsz);
  return parts;
}

function sectionPart(section: MapSection): ImagePart {
  const { name, offset, size } = section;
  return { kind: isZeros(section) ? 'zeros' : 'section', name, offset, size };
}

/** Whether the file has no bytes for a section. */
export function isZeros({ type }: MapSection): boolean {
  return type === SHT.NOBITS;
}

/** A place told by what it is in. */
export interface Place {
  /** Empty if no section has it. */
  readonly section: string;
  /** Which of the sections of that name it is, from 0. */
  readonly nth: number;
  /** Bytes from the section's first one; from the image's, if no section has it. */
  readonly offset: number;
}

/** Tells of places of an image in which section they are; one that ends there if none begins there or goes on. */
export function placer({ sections }: Pick<ImageMap, 'sections'>): (offset: number) => Place {
  const seen = new Map<string, number>();
  const numbered = sections.map((section) => {
    const nth = seen.get(section.name) ?? 0;
    seen.set(section.name, nth + 1);
    return { ...section, nth };
  });
  numbered.sort((a, b) => a.offset - b.offset || a.size - b.size);
  return (offset) => {
    const last = before(numbered, offset);
    const found = [last, last - 1]
      .map((at) => numbered[at])
      .find((each) => each && offset <= each.offset + each.size);
    return found
      ? { section: found.name, nth: found.nth, offset: offset - found.offset }
      : { section: '', nth: 0, offset };
  };
}

/** The index of the last of them that does not begin behind `offset`; -1 if all do. */
export function before(ranges: readonly MapRange[], offset: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
