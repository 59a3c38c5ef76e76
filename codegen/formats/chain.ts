/**
 * Format chain: every word that moves holds its target and the offset of the next one, and the table is the head of each
 * chain, one for every group of words that are stored alike.
 */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { lowestShown, shownByAll, sliceMask } from '../../relocator-dsl/field.ts';
import type { ChainForm } from '../machine.ts';
import { type Format, FormatError, WordContents, type WordGroup } from '../request.ts';
import { type SliceLoad, slicesToLoad, splitFields } from '../selection/split.ts';
import type { Formatted, Job } from './format.ts';
import { inLowerHalves } from './lower-halves.ts';
import {
  expressible,
  firstWord,
  type GroupContext,
  packWords,
  refuseSplit,
  type WordsContext,
  wordAccess,
  wordsContext,
} from './words.ts';

const FORMAT: Format = 'chain';
/** Words are read in halves, aligned to this many bytes where the machine faults otherwise. */
const LEAST_GRANULE = 4;
const HEAD_BYTES = 4;

export interface ChainGroup extends GroupContext {
  /** Bytes of a word. */
  readonly bytes: number;
  /** A word is stored in one access. */
  readonly aligned: boolean;
  /** Offset of the chain's head. */
  readonly head: number;
  /** Offset of the first word. */
  readonly first: number;
  /** How many words there are. */
  readonly count: number;
  /** Instructions that read the next word's offset from an address that is split over fields. */
  readonly next: readonly string[];
}

export type ChainContext = WordsContext<ChainGroup>;

/** @throws FormatError for words that are not aligned, and for targets and offsets that half a word does not hold */
export function chain(job: Job): Formatted {
  const narrow = job.target.chain?.narrows && inLowerHalves(job.request, job.architecture.machine.dataOrder);
  if (!narrow) return chainOf(job);
  try {
    const formatted = chainOf({ ...job, request: narrow.request });
    return { ...formatted, words: narrow.words(formatted.words) };
  } catch (error) {
    // Half of four bytes may not hold what half of eight does.
    if (error instanceof FormatError) return chainOf(job);
    throw error;
  }
}

function chainOf(job: Job): Formatted {
  const { request, architecture, target } = job;
  const { groups } = request;
  const form = target.chain ?? {};
  const headBytes = form.headBytes ?? HEAD_BYTES;
  for (const group of groups) {
    refuseSplit(FORMAT, group, target.split);
    if (group.fields || group.granule >= LEAST_GRANULE) continue;
    throw new FormatError(
      FORMAT,
      `slots from ${firstWord(group)} on are not aligned to ${LEAST_GRANULE} bytes, and this machine faults`,
    );
  }
  const chained = groups.map((group) => {
    const words = chainWords(group, form);
    const contents = words.map(({ value }) => value);
    return { group, words, access: expressible(FORMAT, () => accessIn(job, group, contents, form)) };
  });
  return {
    tableAlignment: Math.min(HEAD_BYTES, target.placement.tableAlignment),
    words: new WordContents(chained.map(({ group, words }) => ({ ...group, words }))),
    context: (table): ChainContext => {
      const told = chained.map(({ group, words, access }, index) => ({
        group,
        more: {
          ...access,
          bytes: group.bytes,
          aligned: group.granule >= group.bytes,
          head: table + headBytes * index,
          table,
          first: words[0]?.offset ?? 0,
          count: words.length,
        },
      }));
      return wordsContext(job, table, told);
    },
    encode: () =>
      packWords(
        groups.map(({ words: [first] }) => BigInt(first ? first.offset - (form.origin ?? 0) : 0)),
        headBytes,
        architecture.machine.dataOrder,
      ),
  };
}

function accessIn(
  { architecture, target }: Job,
  group: WordGroup,
  contents: readonly bigint[],
  form: ChainForm,
): Pick<ChainGroup, 'load' | 'next' | 'store'> {
  const { bytes, granule, fields } = group;
  const { split } = target;
  if (!fields || !split) return { ...wordAccess(target, bytes, granule), next: [] };
  const store = split.store(splitFields(architecture, fields));
  const halves = chainHalves(architecture, group, contents, form);
  return { load: split.load(halves.target, 'value'), next: split.load(halves.next, 'next'), store };
}

/**
 * What the words hold: the lower half of each is its target, the upper half the offset of the next word, 0 for the last;
 * with `targetAbove` the other way round. With `signed` halves of 32 bits are read with their sign. All count from
 * `origin`.
 * @throws FormatError when a half is too narrow, or words overlap
 */
export function chainWords(group: WordGroup, form: ChainForm = {}): { offset: number; value: bigint }[] {
  const half = BigInt(group.bytes * 4);
  const above = form.targetAbove && !group.fields;
  const limit = 1n << (form.signed && half === 32n ? 31n : half);
  const { origin = 0 } = form;
  const [first] = group.words;
  // Where words hold the next one below, the head is read like one of them; elsewhere it may have no more bits either.
  if (first && (above || form.headBytes) && BigInt(first.offset - origin) >= limit)
    throw unchainable(`the slot at 0x${first.offset.toString(16)} is too far from the start`);
  return group.words.map(({ offset, value: address }, index) => {
    const following = group.words[index + 1]?.offset;
    const where = `slot at 0x${offset.toString(16)}`;
    const value = address - BigInt(origin);
    if (value < 0n) throw unchainable(`the target of the ${where} is in front of all that can be said`);
    if (value >= limit)
      throw unchainable(`the target of the ${where}, 0x${address.toString(16)}, needs more than half a word`);
    if (following === undefined) return { offset, value: above ? value << half : value };
    if (!group.fields && following - offset < group.bytes)
      throw unchainable(`the ${where} overlaps the next one`);
    const next = BigInt(following - origin);
    if (next >= limit) throw unchainable(`the slot behind the ${where} is too far from the start`);
    return { offset, value: above ? (value << half) | next : (next << half) | value };
  });
}

function unchainable(why: string): FormatError {
  return new FormatError(FORMAT, why);
}

/**
 * The slices of a chain's two halves that must be read: those in which any word of the group has bits set, and of each half
 * one at least. Bits below the lowest shown never change where the group has no field for them, and need not be held.
 * @throws FormatError when the fields do not hold every other bit of the word, so that no offset fits beside the target
 */
export function chainHalves(
  architecture: Architecture,
  group: WordGroup,
  contents: readonly bigint[],
  form: ChainForm,
): { readonly target: SliceLoad[]; readonly next: SliceLoad[] } {
  const split = splitFields(architecture, group.fields ?? []);
  const size = group.bytes * 8;
  const held = shownByAll(split.map(({ field }) => field));
  const lowest = Math.min(...split.map(({ field }) => lowestShown(field)));
  // What targets count from must not be lost below the lowest bit.
  const most = form.origin ? 0 : size / 2 - 1;
  if (lowest > most || held >> BigInt(lowest) !== (1n << BigInt(size - lowest)) - 1n)
    throw unchainable(`the fields at ${firstWord(group)} do not hold all ${size} bits of an address`);
  const used = contents.reduce((all, each) => all | each, 0n);
  const half = size / 2;
  const needed = (low: number): SliceLoad[] => {
    const bits = (used >> BigInt(low)) & ((1n << BigInt(half)) - 1n);
    const all = slicesToLoad(split, low, low + half - 1);
    const read = all.filter(({ slice, to }) => ((bits >> BigInt(to)) & sliceMask(slice)) !== 0n);
    return read.length > 0 ? read : all.slice(0, 1);
  };
  return { target: needed(0), next: needed(half) };
}
