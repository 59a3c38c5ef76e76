/** What differs between two objects or images, as plain data. Nothing that differs is left untold. */
import { type BytesChange, bytesChanges } from './diff-bytes.ts';
import { type FactChange, factChanges } from './diff-facts.ts';
import { type FixupChange, fixupChanges } from './diff-fixups.ts';
import { type ListingChange, listingChanges } from './diff-listing.ts';
import { type RangeChange, sectionChanges, symbolChanges } from './diff-ranges.ts';
import type { DiffSide } from './diff-side.ts';

/** How many relocations of a type there are, by what becomes of them. */
export interface CountChange {
  readonly type: string;
  readonly class: string;
  readonly old: number;
  readonly new: number;
}

/** Empty lists for what is the same. */
export interface Difference {
  readonly facts: readonly FactChange[];
  readonly types: readonly CountChange[];
  readonly sections: readonly RangeChange[];
  readonly symbols: readonly RangeChange[];
  readonly fixups: readonly FixupChange[];
  readonly bytes: readonly BytesChange[];
  readonly prologue: readonly ListingChange[];
}

/** What differs between two sides. */
export function differenceOf(old: DiffSide, now: DiffSide): Difference {
  const views = old.view && now.view ? { old: old.view, new: now.view } : undefined;
  const bytes = bytesChanges(old, now);
  const seen = old.blob !== undefined && now.blob !== undefined;
  return {
    facts: factChanges(old, now, seen && bytes.length > 0),
    types: countChanges(countsOf(old, now), countsOf(now, old)),
    sections: views ? sectionChanges(views.old.map, views.new.map) : [],
    symbols: views ? symbolChanges(views.old.map, views.new.map) : [],
    fixups: views ? fixupChanges(views.old, views.new) : [],
    bytes,
    prologue: views ? listingChanges(views.old.prologue, views.new.prologue) : [],
  };
}

/** Whether nothing differs. */
export function isSame(difference: Difference): boolean {
  return Object.values(difference).every((list: readonly unknown[]) => list.length === 0);
}

/** By type and class: of audits if both have one, otherwise of images if both have one. */
function countsOf({ audit, view }: DiffSide, other: DiffSide): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (type: string, what: string, count: number): void => {
    const key = JSON.stringify([type, what]);
    counts.set(key, (counts.get(key) ?? 0) + count);
  };
  if (audit && other.audit) for (const { name, class: what, count } of audit.entries) add(name, what, count);
  else if (other.view) for (const { type } of view?.map.fixups ?? []) add(type, 'fixup', 1);
  return counts;
}

/** Those of one list of counts against another. */
export function countChanges(
  old: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): CountChange[] {
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
    const [before, after] = [old.get(key) ?? 0, now.get(key) ?? 0];
    const [type = '', what = ''] = stringsOf(JSON.parse(key));
    return before === after ? [] : [{ type, class: what, old: before, new: after }];
  });
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
