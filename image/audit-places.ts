/** Every relocation of an input and what becomes of it. */
import type { Architecture } from '../relocator-dsl/architecture.ts';
import { fieldMotion } from '../relocator-dsl/motion.ts';
import { SHF } from './elf/constants.ts';
import { columnsOf } from './elf/relocation-columns.ts';
import type { ElfFile, Relocation, RelocationSection } from './elf/types.ts';
import { bySection } from './input/addresses.ts';
import { shownValue } from './input/applications.ts';
import { movesOf } from './input/kept.ts';
import type { AnalysedLinked } from './input/linked.ts';
import type { AnalysedObject } from './input/object.ts';
import { originOf } from './input/origin.ts';
import type { PairedSite } from './input/pairs.ts';
import { plainOrigin } from './input/sites.ts';
import { motionOf } from './input/symbol-use.ts';
import { type LoaderWrites, writtenPlaces } from './input/written.ts';
import type { RelocationPlace } from './trouble/troubles.ts';

/** What becomes of a relocation. */
export const CLASSES = [
  /** Done at build time. */
  'settled',
  /** Left to the prologue. */
  'fixup',
  /** Its slot is made in the image. */
  'needs GOT',
  /** It stands inside a symbol that the loader writes. */
  'loader writes',
  /** Done by the linker, which kept it in the file (ld --emit-relocs). */
  'linked',
  /** It stores nothing. */
  'marker',
  /** It stands in what no image has. */
  'left out',
  /** It completes one that is undefined or refused. */
  'incomplete',
  /** For want of a symbol it cannot be done. */
  'undefined',
  /** It cannot be done. */
  'refused',
] as const;

export type AuditClass = (typeof CLASSES)[number];

/** One relocation and what becomes of it. */
export interface AuditPlace extends RelocationPlace {
  readonly class: AuditClass;
  /** What stands there depends on the load base. */
  readonly moves: boolean;
  /** Why it is refused or left out. */
  readonly reason?: string;
  /** What to do about a refusal. */
  readonly remedy?: string;
  /** The compiler's option that avoids the type, where there is one. */
  readonly avoid?: string;
}

/** What is told of the first of many. */
export type FirstPlace = Omit<AuditPlace, 'moves'>;

/** Relocations of one type of which the same becomes: objects only where somebody asks for them. */
export interface PlaceGroup {
  readonly class: AuditClass;
  /** Of its type. */
  readonly number: number;
  readonly reason?: string;
  readonly count: number;
  readonly first: () => FirstPlace;
  readonly all: () => AuditPlace[];
}

/** All places of an input: some by themselves, the others in groups. */
export interface FoundPlaces {
  readonly listed: readonly AuditPlace[];
  readonly groups: readonly PlaceGroup[];
}

export function objectPlaces(
  object: AnalysedObject,
  architecture: Architecture,
  written: LoaderWrites | undefined,
): FoundPlaces {
  const isWritten = writtenPlaces(object.elf, written, architecture.machine);
  const moves = movingPlaces(object.sites);
  const refused = new Set(object.troubles.map(originKey));
  // What is wrong with a relocation may be seen only beside others: then it is a site, too.
  const isDone = (origin: RelocationPlace): boolean => refused.size === 0 || !refused.has(originKey(origin));
  const places: AuditPlace[] = [];
  for (const { origin } of object.weak.rewritten)
    if (isDone(origin)) places.push({ ...origin, class: 'settled', moves: false });
  for (const site of object.sites) {
    if (!isDone(site.origin)) continue;
    const { section, offset, rule, addend } = site;
    const moving = moves.has(numberOf(site));
    const left = moving && isWritten(section.index, offset, rule.field, addend) ? 'loader writes' : 'fixup';
    const done = moving ? left : 'settled';
    places.push({ ...site.origin, class: site.slot === undefined ? done : 'needs GOT', moves: moving });
  }
  const untold = object.untold.map((origin): AuditPlace => {
    return { ...origin, class: 'incomplete', moves: false, reason: 'what it completes cannot be done' };
  });
  return {
    listed: [...places, ...untold, ...unusable(object)],
    groups: [...plainGroups(object, written && isWritten), ...leftOut(object, architecture)],
  };
}

/** What becomes of the relocations that are apart. */
function plainGroups(
  { elf, plain, context }: AnalysedObject,
  isWritten: ReturnType<typeof writtenPlaces> | undefined,
): PlaceGroup[] {
  const classes = plain.types.map(({ class: is }) =>
    is === 'marker' || is === 'settled' ? is : ('fixup' as const),
  );
  const classAt = (row: number): AuditClass => {
    const known = classes[plain.type[row] ?? 0] ?? 'settled';
    if (!isWritten || known !== 'fixup') return known;
    const { rule } = plain.typeOf(row);
    const target = elf.relocations[plain.table[row] ?? 0]?.target ?? 0;
    return rule && isWritten(target, plain.offset[row] ?? 0, rule.field, 0n) ? 'loader writes' : 'fixup';
  };
  const counts = new Map<AuditClass, { count: number; first: number }[]>();
  for (let row = 0; row < plain.count; row++) {
    const is = classAt(row);
    const ofClass = counts.get(is) ?? [];
    if (ofClass.length === 0) counts.set(is, ofClass);
    const type = plain.type[row] ?? 0;
    const known = ofClass[type];
    if (known) known.count++;
    else ofClass[type] = { count: 1, first: row };
  }
  const placeOf = (row: number, is: AuditClass): AuditPlace => {
    return {
      ...plainOrigin(context, plain, row),
      class: is,
      moves: is === 'fixup' || is === 'loader writes',
    };
  };
  return [...counts].flatMap(([is, ofClass]) =>
    ofClass.flatMap(({ count, first }, type): PlaceGroup => {
      const rows = (): number[] =>
        Array.from({ length: plain.count }, (_, row) => row).filter(
          (row) => plain.type[row] === type && classAt(row) === is,
        );
      return {
        class: is,
        number: plain.types[type]?.type ?? 0,
        count,
        first: () => placeOf(first, is),
        all: () => rows().map((row) => placeOf(row, is)),
      };
    }),
  );
}

function originKey({ type, section, file, offset, symbol }: RelocationPlace): string {
  return [type, section, file, offset, symbol].join('\0');
}

/** A place of an image as one number: offsets are below 2 ** 32, as sections are in memory. */
function numberOf({ section, offset }: PairedSite): number {
  return section.index * 2 ** 32 + offset;
}

/** Relocations of sections that take memory, but not in an image. */
function leftOut({ elf, selection }: AnalysedObject, architecture: Architecture): PlaceGroup[] {
  return elf.relocations.flatMap((table) => {
    const section = elf.sections[table.target];
    const reason = selection.dropped.get(table.target);
    if (!section || reason === undefined || !(section.flags & SHF.ALLOC)) return [];
    const placeOf = (relocation: Relocation): AuditPlace => {
      return { ...originOf(elf, architecture, section, relocation), class: 'left out', moves: false, reason };
    };
    return groupsByType(table, placeOf).map((group) => ({ ...group, class: 'left out' as const, reason }));
  });
}

/** The relocations of a table by their types. */
function groupsByType<Place extends RelocationPlace>(
  table: RelocationSection,
  placeOf: (relocation: Relocation) => Place,
): { readonly number: number; readonly count: number; first: () => Place; all: () => Place[] }[] {
  const columns = columnsOf(table);
  const counts = new Map<number, { count: number; readonly first: number }>();
  let last: { readonly type: number; count: { count: number } } | undefined;
  for (let index = 0; index < columns.length; index++) {
    const type = columns.typeAt(index);
    if (last?.type !== type) {
      const count = counts.get(type) ?? { count: 0, first: index };
      counts.set(type, count);
      last = { type, count };
    }
    last.count.count++;
  }
  return [...counts].map(([type, { count, first }]) => ({
    number: placeOf(columns.at(first)).number,
    count,
    first: () => placeOf(columns.at(first)),
    all: () => {
      const places: Place[] = [];
      for (let index = 0; index < columns.length; index++)
        if (columns.typeAt(index) === type) places.push(placeOf(columns.at(index)));
      return places;
    },
  }));
}

function unusable({ markers, troubles }: Pick<AnalysedObject, 'markers' | 'troubles'>): AuditPlace[] {
  return [
    ...markers.map((marker): AuditPlace => ({ ...marker, class: 'marker', moves: false })),
    ...troubles.map(({ why, remedy, lacking, ...place }): AuditPlace => {
      return { ...place, class: lacking ? 'undefined' : 'refused', moves: false, reason: why, remedy };
    }),
  ];
}

/** Places whose content depends on the load base or on a late symbol, all relocations of a place taken together. */
function movingPlaces(sites: readonly PairedSite[]): Set<number> {
  const sums = new Map<number, bigint>();
  const left = new Set<number>();
  for (const site of sites) {
    const key = numberOf(site);
    const counted = site.completes ?? site;
    const { use } = counted;
    const value = shownValue(counted);
    const shown = value === site.rule.value ? site.rule : { ...site.rule, value };
    const { coefficient, block } = fieldMotion(shown, motionOf(use));
    sums.set(key, (sums.get(key) ?? 0n) + coefficient);
    // What counts from a block is left to the prologue, which checks it.
    if (use.kind === 'late' || block !== undefined) left.add(key);
  }
  for (const [key, sum] of sums) if (sum !== 0n) left.add(key);
  return left;
}

export function linkedPlaces(
  elf: ElfFile,
  image: AnalysedLinked,
  { machine }: Architecture,
  written: LoaderWrites | undefined,
): FoundPlaces {
  const isWritten = writtenPlaces(elf, written, machine, image.memory.low);
  const words = image.words.map(({ origin, rule, target, offset, addend }): AuditPlace => {
    const { coefficient } = fieldMotion(rule, target.kind === 'image' ? 'image' : 'fixed');
    const left = isWritten(0, offset, rule.field, addend) ? 'loader writes' : 'fixup';
    return { ...origin, class: coefficient === 0n ? 'settled' : left, moves: coefficient !== 0n };
  });
  const placed = bySection(elf);
  return {
    listed: [...words, ...unusable(image)].map(placed),
    groups: plainWords(image, written && isWritten, placed),
  };
}

/** The words of a linked image that are apart. */
function plainWords(
  { plain, wordOf }: AnalysedLinked,
  isWritten: ReturnType<typeof writtenPlaces> | undefined,
  placed: (place: AuditPlace) => AuditPlace,
): PlaceGroup[] {
  const { rule, count } = plain;
  if (!rule || count === 0) return [];
  const classAt = (row: number): AuditClass =>
    isWritten?.(0, plain.offsets[row] ?? 0, rule.field, 0n) ? 'loader writes' : 'fixup';
  const counts = new Map<AuditClass, { count: number; readonly first: number }>();
  if (!isWritten) counts.set('fixup', { count, first: 0 });
  for (let row = 0; isWritten && row < count; row++) {
    const is = classAt(row);
    const known = counts.get(is);
    if (known) known.count++;
    else counts.set(is, { count: 1, first: row });
  }
  const rowsOf = (is: AuditClass): number[] =>
    Array.from({ length: count }, (_, row) => row).filter((row) => classAt(row) === is);
  return [...counts].map(([is, found]): PlaceGroup => {
    const placeOf = (row: number): AuditPlace => placed({ ...wordOf(row).origin, class: is, moves: true });
    return {
      class: is,
      number: rule.type,
      count: found.count,
      first: () => placeOf(found.first),
      all: () => rowsOf(is).map(placeOf),
    };
  });
}

/** Relocations that the linker did and kept. */
export function linkerPlaces(kept: ElfFile, architecture: Architecture): PlaceGroup[] {
  const moves = movesOf(kept, architecture);
  return kept.relocations.flatMap((table) => {
    const section = kept.sections[table.target];
    if (!section) return [];
    const originAt = (relocation: Relocation): RelocationPlace =>
      originOf(kept, architecture, section, relocation);
    return groupsByType(table, originAt).map(({ first, all, ...group }): PlaceGroup => {
      return {
        ...group,
        class: 'linked',
        first: () => ({ ...first(), class: 'linked' }),
        all: () => all().map((origin) => ({ ...origin, class: 'linked', moves: moves(origin) })),
      };
    });
  });
}
