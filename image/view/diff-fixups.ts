/** Fixups that came, went, moved within their section, or are of another kind. */

import type { MapRange } from '../map/map.ts';
import { hex } from '../memory/bytes.ts';
import { placer } from './parts.ts';
import type { ImageView, ViewedFixup } from './view.ts';

/** `moved`: the same at another place of its section; `changed`: another one at the same place. */
export interface FixupChange {
  readonly kind: 'added' | 'removed' | 'moved' | 'changed';
  readonly old?: ViewedFixup;
  readonly new?: ViewedFixup;
}

interface Item {
  readonly fixup: ViewedFixup;
  readonly section: string;
  readonly place: string;
  /** All of it but its place. */
  readonly content: string;
}

/**
 * What is the same at the same place of its section is no change, however far the section moved. Of the rest, what has the same
 * content in the same section moved, in order; then what stands at one place changed.
 */
export function fixupChanges(old: ImageView, now: ImageView): FixupChange[] {
  let [before, after] = [itemsOf(old), itemsOf(now)];
  const pair = (keyOf: (item: Item) => string): [ViewedFixup, ViewedFixup][] => {
    const waiting = new Map<string, Item[]>();
    for (const item of [...after].reverse()) {
      const same = waiting.get(keyOf(item));
      if (same) same.push(item);
      else waiting.set(keyOf(item), [item]);
    }
    const pairs: [ViewedFixup, ViewedFixup][] = [];
    const done = new Set<Item>();
    for (const item of before) {
      const other = waiting.get(keyOf(item))?.pop();
      if (!other) continue;
      pairs.push([item.fixup, other.fixup]);
      done.add(item).add(other);
    }
    before = before.filter((item) => !done.has(item));
    after = after.filter((item) => !done.has(item));
    return pairs;
  };
  pair(({ place, content }) => place + content);
  const moved = pair(({ section, content }) => section + content);
  const changed = pair(({ place }) => place);
  const list: FixupChange[] = [
    ...moved.map(([was, is]) => ({ kind: 'moved', old: was, new: is }) as const),
    ...changed.map(([was, is]) => ({ kind: 'changed', old: was, new: is }) as const),
    ...before.map(({ fixup }) => ({ kind: 'removed', old: fixup }) as const),
    ...after.map(({ fixup }) => ({ kind: 'added', new: fixup }) as const),
  ];
  return list.sort((a, b) => offsetOf(a) - offsetOf(b));
}

function offsetOf({ old, new: now }: FixupChange): number {
  return (now ?? old)?.offset ?? 0;
}

function itemsOf({ map, fixups, symbols }: ImageView): Item[] {
  const place = placer(map);
  const known = new Map<string, MapRange>(symbols.map((symbol) => [symbol.name, symbol]));
  const placed = (offset: number): string => {
    const { section, nth, offset: within } = place(offset);
    return JSON.stringify([section, nth, within]);
  };
  return fixups.map((fixup): Item => {
    const { kind, type, symbol, addend, second, target, slot, where } = fixup;
    const own = known.get(symbol);
    // An exported symbol that moved is told by itself; what is against it is not another fixup for that.
    const aim = () => {
      if (target.kind !== 'image') return hex(target.value);
      return own ? hex(target.value - BigInt(own.offset)) : placed(Number(target.value));
    };
    const content = [
      kind,
      type,
      symbol,
      hex(addend),
      second === undefined ? '' : hex(second),
      target.kind,
      aim(),
    ];
    return {
      fixup,
      section: JSON.stringify([where.section, where.nth]),
      place: JSON.stringify([where.section, where.nth, where.offset]),
      content: JSON.stringify([...content, slot === undefined ? '' : placed(slot)]),
    };
  });
}
