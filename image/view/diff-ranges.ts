/** Sections and symbols that came, went, moved or have another size. */
import type { ImageMap, MapSection, MapSymbol } from '../map/map.ts';
import { placer } from './parts.ts';

export interface RangeChange {
  readonly name: string;
  /** Absent for what is new. */
  readonly old?: RangePlace;
  /** Absent for what is gone. */
  readonly new?: RangePlace;
}

export interface RangePlace {
  /** Of a symbol: the section that it is in, from which its offset counts. */
  readonly section?: string;
  /** Bytes; of a section from the image's first one. */
  readonly offset: number;
  readonly size: number;
  /** sh_type, and the index in the ELF file, of a section. */
  readonly type?: number;
  readonly index?: number;
}

export function sectionChanges(old: ImageMap, now: ImageMap): RangeChange[] {
  const place = ({ offset, size, type, index }: MapSection): RangePlace => ({ offset, size, type, index });
  return changes(old.sections, now.sections, place, place);
}

/** A symbol that moved with its section has not changed. */
export function symbolChanges(old: ImageMap, now: ImageMap): RangeChange[] {
  return changes(old.symbols, now.symbols, symbolPlace(old), symbolPlace(now));
}

function symbolPlace(map: ImageMap): (symbol: MapSymbol) => RangePlace {
  const place = placer(map);
  return ({ section, offset, size }) => {
    const own = map.sections.find(
      (each) => each.name === section && each.offset <= offset && offset <= each.offset + each.size,
    );
    return { section, offset: own ? offset - own.offset : place(offset).offset, size };
  };
}

/** Pairs by name, the first with the first where several have one. */
function changes<Item extends { readonly name: string }>(
  old: readonly Item[],
  now: readonly Item[],
  oldPlace: (item: Item) => RangePlace,
  newPlace: (item: Item) => RangePlace,
): RangeChange[] {
  const left = new Map<string, Item[]>();
  for (const item of now) left.set(item.name, [...(left.get(item.name) ?? []), item]);
  const found: RangeChange[] = [];
  const paired = new Set<Item>();
  for (const item of old) {
    const other = left.get(item.name)?.shift();
    if (other) paired.add(other);
    const [was, is] = [oldPlace(item), other && newPlace(other)];
    if (JSON.stringify(was) !== JSON.stringify(is))
      found.push({ name: item.name, old: was, ...(is ? { new: is } : {}) });
  }
  const fresh = now
    .filter((item) => !paired.has(item))
    .map((item) => ({ name: item.name, new: newPlace(item) }));
  return [...found, ...fresh];
}
