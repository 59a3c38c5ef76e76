/** Every relocation of an input and what becomes of it. */
import type { Architecture } from '../relocator-dsl/architecture.ts';
import { fieldMotion } from '../relocator-dsl/motion.ts';
import { SHF } from './elf/constants.ts';
import type { ElfFile } from './elf/types.ts';
import { bySection } from './input/addresses.ts';
import { shownValue } from './input/applications.ts';
import { keptPlaces } from './input/kept.ts';
import type { AnalysedLinked } from './input/linked.ts';
import type { AnalysedObject } from './input/object.ts';
import { originOf } from './input/origin.ts';
import type { PairedSite } from './input/pairs.ts';
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

export function objectPlaces(
  object: AnalysedObject,
  architecture: Architecture,
  written: LoaderWrites | undefined,
): AuditPlace[] {
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
  return [...places, ...untold, ...unusable(object), ...leftOut(object, architecture)];
}

function originKey({ type, section, file, offset, symbol }: RelocationPlace): string {
  return [type, section, file, offset, symbol].join('\0');
}

/** A place of an image as one number: offsets are below 2 ** 32, as sections are in memory. */
function numberOf({ section, offset }: PairedSite): number {
  return section.index * 2 ** 32 + offset;
}

/** Relocations of sections that take memory, but not in an image. */
function leftOut({ elf, selection }: AnalysedObject, architecture: Architecture): AuditPlace[] {
  return elf.relocations.flatMap(({ target, relocations }) => {
    const section = elf.sections[target];
    const reason = selection.dropped.get(target);
    if (!section || reason === undefined || !(section.flags & SHF.ALLOC)) return [];
    return relocations.map((relocation): AuditPlace => {
      return { ...originOf(elf, architecture, section, relocation), class: 'left out', moves: false, reason };
    });
  });
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
    const shown = { ...site.rule, value: shownValue(counted) };
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
): AuditPlace[] {
  const isWritten = writtenPlaces(elf, written, machine, image.memory.low);
  const words = image.words.map(({ origin, rule, target, offset, addend }): AuditPlace => {
    const { coefficient } = fieldMotion(rule, target.kind === 'image' ? 'image' : 'fixed');
    const left = isWritten(0, offset, rule.field, addend) ? 'loader writes' : 'fixup';
    return { ...origin, class: coefficient === 0n ? 'settled' : left, moves: coefficient !== 0n };
  });
  return [...words, ...unusable(image)].map(bySection(elf));
}

/** Relocations that the linker did and kept. */
export function linkerPlaces(kept: ElfFile, architecture: Architecture): AuditPlace[] {
  return keptPlaces(kept, architecture).map((place) => ({ ...place, class: 'linked' }));
}
