/** What relocations an object or a linked image has and what becomes of each type, without building anything. */
import { fieldMotion, type Motion } from '../relocator-dsl/motion.ts';
import type { Input } from './input/files.ts';
import { type AnalysedLinked, analyseLinked } from './input/linked.ts';
import { type AnalysedObject, analyseObject } from './input/object.ts';
import { readWithRules } from './input/open.ts';
import type { PairedSite } from './input/pairs.ts';
import { placeKey } from './input/sites.ts';
import type { SourceOptions } from './input/source.ts';
import { motionOf } from './input/symbol-use.ts';
import type { RelocationPlace } from './trouble/troubles.ts';

export type AuditClass = 'settled' | 'fixup' | 'needs GOT' | 'refused' | 'marker';

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
  /** Why it is refused, and what to do. */
  readonly reason?: string;
  readonly remedy?: string;
}

export interface Audit {
  readonly arch: string;
  readonly entries: readonly AuditEntry[];
}

/**
 * The relocations of an object, of several, or of a linked image by type and by what becomes of them, most frequent first.
 * @throws InputError when the file is neither, or of no known machine
 */
export function auditObject(input: Input, options: SourceOptions = {}): Audit {
  const { elf, architecture, model } = readWithRules(input, options);
  const tally = new Tally((name) => {
    const type = architecture.byName.get(name);
    return type?.kind === 'rule' ? `${type.value}` : '';
  });
  const { markers, troubles } =
    elf.type === 'dynamic'
      ? auditLinked(analyseLinked(elf, architecture, model), tally)
      : auditSites(analyseObject(elf, architecture, model, options), tally);
  for (const marker of markers) tally.add(marker, 'marker');
  for (const trouble of troubles) tally.add(trouble, 'refused', trouble);
  return { arch: architecture.machine.arch, entries: tally.entries() };
}

function auditSites(object: AnalysedObject, tally: Tally): AnalysedObject {
  const moves = new Set(movingPlaces(object.sites));
  for (const { origin } of object.weak.rewritten) tally.add(origin, 'settled');
  for (const site of object.sites) {
    if (site.slot !== undefined) tally.add(site.origin, 'needs GOT');
    else tally.add(site.origin, moves.has(placeKey(site.section.index, site.offset)) ? 'fixup' : 'settled');
  }
  return object;
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

function auditLinked(image: AnalysedLinked, tally: Tally): AnalysedLinked {
  for (const { origin, rule, target } of image.words) {
    const { coefficient } = fieldMotion(rule, target.kind === 'image' ? 'image' : 'fixed');
    tally.add(origin, coefficient === 0n ? 'settled' : 'fixup');
  }
  return image;
}

class Tally {
  readonly #entries = new Map<string, AuditEntry>();
  readonly #formula: (name: string) => string;

  constructor(formula: (name: string) => string) {
    this.#formula = formula;
  }

  add(
    place: RelocationPlace,
    kind: AuditClass,
    refusal?: { readonly why: string; readonly remedy: string },
  ): void {
    const key = JSON.stringify([place.number, kind, refusal?.why]);
    const known = this.#entries.get(key);
    if (known) {
      this.#entries.set(key, { ...known, count: known.count + 1 });
      return;
    }
    this.#entries.set(key, {
      name: place.type,
      number: place.number,
      count: 1,
      formula: this.#formula(place.type),
      class: kind,
      first: {
        section: place.section,
        ...(place.file === undefined ? {} : { file: place.file }),
        offset: place.offset,
        symbol: place.symbol,
      },
      ...(refusal ? { reason: refusal.why, remedy: refusal.remedy } : {}),
    });
  }

  entries(): AuditEntry[] {
    return [...this.#entries.values()].sort((a, b) => b.count - a.count || a.number - b.number);
  }
}
