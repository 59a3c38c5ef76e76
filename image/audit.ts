/** What relocations an object or a linked image has and what becomes of each type, without building anything. */

import type { Architecture } from '../relocator-dsl/architecture.ts';
import { avoidanceOf } from '../relocator-dsl/loaders.ts';
import { fieldMotion, type Motion } from '../relocator-dsl/motion.ts';
import { SHF } from './elf/constants.ts';
import type { Input } from './input/files.ts';
import { type AnalysedLinked, analyseLinked } from './input/linked.ts';
import { type AnalysedObject, analyseObject } from './input/object.ts';
import { readWithRules } from './input/open.ts';
import { originOf } from './input/origin.ts';
import type { PairedSite } from './input/pairs.ts';
import { placeKey } from './input/sites.ts';
import type { SourceOptions } from './input/source.ts';
import { motionOf } from './input/symbol-use.ts';
import type { RelocationPlace } from './trouble/troubles.ts';
import { judge, type LoaderRequest, purgatoryLoaders, type Verdict, verdictName } from './verdict.ts';

/**
 * What becomes of a relocation. `settled`: done at build time; `fixup`: left to the prologue; `needs GOT`: its slot is made
 * in the image; `marker`: stores nothing; `left out`: it stands in what no image has; `undefined`: for want of a symbol it
 * cannot be done; `refused`: it cannot be done.
 */
export type AuditClass = 'settled' | 'fixup' | 'needs GOT' | 'marker' | 'left out' | 'undefined' | 'refused';

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

export interface AuditEntry {
  readonly name: string;
  readonly number: number;
  readonly count: number;
  /** In psABI letters; empty for types without a rule. */
  readonly formula: string;
  readonly class: AuditClass;
  /** Where it occurs first. */
  readonly first: {
    readonly section: string;
    /** Where the section is from, if there are several files. */
    readonly file?: string;
    readonly offset: bigint;
    readonly symbol: string;
  };
  /** Which of the loaders that were asked know the type. */
  readonly knownTo: readonly string[];
  /** Why it is refused, and what to do. */
  readonly reason?: string;
  readonly remedy?: string;
}

export interface Audit {
  readonly arch: string;
  readonly entries: readonly AuditEntry[];
  /** Every relocation of what takes memory. */
  readonly places: readonly AuditPlace[];
  /** What each loader that was asked does with the file; of those of its purgatories, if none was named. */
  readonly verdicts: readonly Verdict[];
}

export interface AuditOptions extends SourceOptions {
  readonly loaders?: readonly LoaderRequest[];
}

/**
 * The relocations of an object, of several, or of a linked image by type and by what becomes of them, most frequent first.
 * @throws InputError when the file is neither, or of no known machine
 */
export function auditObject(input: Input, options: AuditOptions = {}): Audit {
  const { elf, architecture, model } = readWithRules(input, options);
  const verdicts = (options.loaders ?? purgatoryLoaders(architecture)).map((request) =>
    judge(elf, architecture, request),
  );
  const found =
    elf.type === 'dynamic'
      ? linkedPlaces(analyseLinked(elf, architecture, model))
      : objectPlaces(analyseObject(elf, architecture, model, options), architecture);
  const places = found.map((place): AuditPlace => {
    const avoid = avoidanceOf(architecture, place.type);
    return avoid === undefined ? place : { ...place, avoid };
  });
  const entries = tally(places, (name) => {
    const type = architecture.byName.get(name);
    const formula = type?.kind === 'rule' ? `${type.value}` : '';
    return { formula, knownTo: verdicts.filter(({ known }) => known.has(name)).map(verdictName) };
  });
  return { arch: architecture.machine.arch, entries, places, verdicts };
}

function objectPlaces(object: AnalysedObject, architecture: Architecture): AuditPlace[] {
  const moves = new Set(movingPlaces(object.sites));
  const places: AuditPlace[] = object.weak.rewritten.map(({ origin }) => ({
    ...origin,
    class: 'settled',
    moves: false,
  }));
  for (const site of object.sites) {
    const moving = moves.has(placeKey(site.section.index, site.offset));
    const kind = site.slot !== undefined ? 'needs GOT' : moving ? 'fixup' : 'settled';
    places.push({ ...site.origin, class: kind, moves: moving });
  }
  return [...places, ...unusable(object), ...leftOut(object, architecture)];
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

const STAYS: Motion = { coefficient: 0n, modulus: 1n };

/** Places whose content depends on the load base or on a late symbol, all relocations of a place taken together. */
function movingPlaces(sites: readonly PairedSite[]): string[] {
  const sums = new Map<string, bigint>();
  const left = new Set<string>();
  for (const site of sites) {
    const key = placeKey(site.section.index, site.offset);
    const { rule, use } = site.completes ?? site;
    // What stands for an undefined weak symbol settles the field; a late one never does.
    const standsIn = use.kind === 'weak' && rule.target?.weak !== undefined;
    const shown = { ...site.rule, value: rule.value };
    const { coefficient, block } = standsIn ? STAYS : fieldMotion(shown, motionOf(use));
    sums.set(key, (sums.get(key) ?? 0n) + coefficient);
    // What counts from a block is left to the prologue, which checks it.
    if (use.kind === 'late' || block !== undefined) left.add(key);
  }
  return [...[...sums].flatMap(([key, sum]) => (sum === 0n ? [] : [key])), ...left];
}

function linkedPlaces(image: AnalysedLinked): AuditPlace[] {
  const words = image.words.map(({ origin, rule, target }): AuditPlace => {
    const { coefficient } = fieldMotion(rule, target.kind === 'image' ? 'image' : 'fixed');
    return { ...origin, class: coefficient === 0n ? 'settled' : 'fixup', moves: coefficient !== 0n };
  });
  return [...words, ...unusable(image)];
}

/** By type and by what becomes of them, most frequent first. Undefined symbols are told apart elsewhere. */
function tally(
  places: readonly AuditPlace[],
  factsOf: (name: string) => Pick<AuditEntry, 'formula' | 'knownTo'>,
): AuditEntry[] {
  const groups = new Map<string, { first: AuditPlace; count: number }>();
  for (const place of places) {
    const why = place.class === 'refused' ? place.reason : undefined;
    const key = JSON.stringify([place.number, place.class, why]);
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { first: place, count: 1 });
  }
  const entries = [...groups.values()].map(({ first, count }): AuditEntry => {
    const { type, number, section, file, offset, symbol, reason, remedy } = first;
    return {
      name: type,
      number,
      count,
      ...factsOf(type),
      class: first.class,
      first: { section, ...(file === undefined ? {} : { file }), offset, symbol },
      ...(reason === undefined ? {} : { reason }),
      ...(remedy === undefined ? {} : { remedy }),
    };
  });
  return entries.sort((a, b) => b.count - a.count || a.number - b.number);
}
