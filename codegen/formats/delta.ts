/** Format delta: for each group of words a table of the distances between them. */
import { type Format, FormatError, WordContents, type WordGroup } from '../request.ts';
import { isDisplaced, withShapesJoined } from '../selection/displaced.ts';
import { slicesToLoad, splitFields } from '../selection/split.ts';
import type { Formatted, Job } from './format.ts';
import {
  type Access,
  expressible,
  refuseSplit,
  type WordsContext,
  wordAccess,
  wordsContext,
} from './words.ts';

const FORMAT: Format = 'delta';
/** The highest bit of an address. */
const TOP = 63;

export type DeltaContext = WordsContext;

/** @throws FormatError for addresses in instructions for which the machine has no loop */
export function delta(job: Job): Formatted {
  const { request, target } = job;
  const { groups } = request;
  for (const group of groups) refuseSplit(FORMAT, group, target.split);
  const stored = target.split?.skip ? withShapesJoined(groups) : groups;
  const parts = stored.map((group) => ({
    group,
    distances: deltaTable(group),
    access: expressible(FORMAT, () => accessTo(job, group)),
  }));
  return {
    tableAlignment: 1,
    words: new WordContents(groups.filter(({ fields }) => fields !== undefined)),
    context: (start): DeltaContext => {
      let next = start;
      const told = parts.map(({ group, distances, access }) => {
        const own = isDisplaced(group) ? target.split?.skipReach : undefined;
        const table = withinReach(next, own ?? target.placement.tableReach);
        next += distances.length;
        return { group, more: { ...access, table } };
      });
      return wordsContext(job, start, told);
    },
    encode: () => Uint8Array.from(parts.flatMap(({ distances }) => distances)),
  };
}

function withinReach(table: number, reach = table): number {
  if (table <= reach) return table;
  throw new FormatError(FORMAT, `its table at 0x${table.toString(16)} is out of an instruction's reach`);
}

function accessTo({ architecture, target }: Job, group: WordGroup): Access {
  const { bytes, granule, fields } = group;
  const { split } = target;
  if (!fields || !split) return wordAccess(target, bytes, granule);
  const placed = splitFields(architecture, fields);
  const all = isDisplaced(group)
    ? placed.map((field, index) =>
        index === 0 ? field : { ...field, displacement: { byte: index - 1, shift: group.shift } },
      )
    : placed;
  const skip = isDisplaced(group) ? (split.skip?.(all.length - 1) ?? []) : [];
  return { load: split.load(slicesToLoad(all, 0, TOP), 'value'), store: [...split.store(all), ...skip] };
}

/**
 * Distances between words, each as base-128 digits, highest first, bit 7 set on all but the last; 0 ends the table. Behind each
 * stands, where fields are displaced, how far each but the first is from it.
 */
function deltaTable(group: WordGroup): number[] {
  const bytes: number[] = [];
  let at = 0;
  for (const [number, { offset }] of group.words.entries()) {
    const digits: number[] = [];
    for (let rest = offset - at; rest > 0; rest = Math.floor(rest / 128)) digits.unshift(rest % 128);
    bytes.push(...digits.map((digit, index) => (index < digits.length - 1 ? digit | 0x80 : digit)));
    if (isDisplaced(group)) bytes.push(...(group.displacements[number] ?? []).map((each) => each & 0xff));
    at = offset;
  }
  return [...bytes, 0];
}
