/** Format delta: for each group of words a table of the distances between them. */
import { type Format, FormatError, WordContents, type WordGroup } from '../request.ts';
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
  const parts = groups.map((group) => ({
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
        const table = withinReach(next, target.placement.tableReach);
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

function accessTo({ architecture, target }: Job, { bytes, granule, fields }: WordGroup): Access {
  const { split } = target;
  if (!fields || !split) return wordAccess(target, bytes, granule);
  const all = splitFields(architecture, fields);
  const store = split.store(all);
  return { load: split.load(slicesToLoad(all, 0, TOP), 'value'), store };
}

/** Distances between words, each as base-128 digits, highest first, bit 7 set on all but the last; 0 ends the table. */
function deltaTable({ words }: WordGroup): number[] {
  const bytes: number[] = [];
  let at = 0;
  for (const { offset } of words) {
    const digits: number[] = [];
    for (let rest = offset - at; rest > 0; rest = Math.floor(rest / 128)) digits.unshift(rest % 128);
    bytes.push(...digits.map((digit, index) => (index < digits.length - 1 ? digit | 0x80 : digit)));
    at = offset;
  }
  return [...bytes, 0];
}
