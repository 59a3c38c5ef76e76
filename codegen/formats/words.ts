/** What the formats of words share: their groups in templates, packing, and what none of them can hold. */
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { Target } from '../machine.ts';
import { type Format, FormatError, type WordGroup } from '../request.ts';
import { type CommonContext, commonContext } from './context.ts';
import type { Job } from './format.ts';

/** What templates are told of one group of words. */
export interface GroupContext extends Access {
  /** What its labels end in; groups of plain words come once for each size. */
  readonly id: string;
  /** Its addresses are split over instruction fields. */
  readonly split: boolean;
  /** Its words have 8 bytes. */
  readonly eight: boolean;
  /** Its loop ends in the entry. */
  readonly direct: boolean;
  /** Where its loop ends: a label, or the entry. */
  readonly leave: string;
  /** Offset of the table it is in: its own, in format delta. */
  readonly table: number;
}

/** Instructions that load and store one of a group's addresses. */
export interface Access {
  readonly load: readonly string[];
  readonly store: readonly string[];
}

/** What templates of all formats of words are told. */
export interface WordsContext<Group extends GroupContext = GroupContext> extends CommonContext {
  readonly groups: readonly Group[];
  /** The last loop ends in the entry; what must be done once after code was patched stands before the jump. */
  readonly near: boolean;
  /** The load base is needed. */
  readonly locates: boolean;
}

/** A group, and what its format says of it beyond what all formats say. */
export interface Told<More> {
  readonly group: WordGroup;
  readonly more: More;
}

export function wordsContext<More extends Access & Pick<GroupContext, 'table'>>(
  job: Job,
  table: number,
  told: readonly Told<More>[],
): WordsContext<GroupContext & More> {
  const { request, target } = job;
  const common = commonContext(job, table);
  const { short, patchesCode, checks, entry } = common;
  const near = short && told.length > 0 && !patchesCode;
  const groups = told.map(({ group, more }, index) => {
    const last = index === told.length - 1;
    const direct = near && last;
    const id = group.fields ? `_${index}` : `${group.bytes}`;
    return {
      ...target.additions?.group?.(group, { table: more.table, last }, request),
      id,
      split: group.fields !== undefined,
      eight: group.bytes === 8,
      direct,
      leave: direct ? `start+0x${entry.toString(16)}` : `done${id}`,
      ...more,
    };
  });
  return { ...common, groups, near, locates: groups.length > 0 || checks || request.registers.length > 0 };
}

export function wordAccess({ words }: Target, bytes: 4 | 8, granule: number): Access {
  return { load: words?.load(bytes, granule) ?? [], store: words?.store(bytes, granule) ?? [] };
}

/** The groups of a request, of which there is no more to say than how their words are loaded and stored. */
export function plainlyTold({ request, target }: Job, table: number): Told<Access & { table: number }>[] {
  return request.groups.map((group) => ({
    group,
    more: { ...wordAccess(target, group.bytes, group.granule), table },
  }));
}

/** What a machine has no instructions for, its format cannot hold. @throws FormatError for a RangeError */
export function expressible<Result>(format: Format, make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) throw new FormatError(format, error.message);
    throw error;
  }
}

/** The offset of a group's first word, as messages say it. */
export function firstWord({ words: [first] }: WordGroup): string {
  return `0x${first?.offset.toString(16) ?? ''}`;
}

/** @throws FormatError when a group's addresses are split over instruction fields and there is no `access` to them */
export function refuseSplit(format: Format, group: WordGroup, access?: Target['split']): void {
  if (!group.fields) return;
  const isAdded = group.fields.some(({ plus = 0n }) => plus !== 0n);
  if (access && (access.adds || !isAdded)) return;
  throw new FormatError(format, `the address at ${firstWord(group)} is split over instruction fields`);
}

/** @throws FormatError when a group's words are not the machine's */
export function refuseOtherWords(format: Format, group: WordGroup, word: 4 | 8): void {
  if (group.bytes === word) return;
  throw new FormatError(
    format,
    `the ${group.bytes}-byte slot at ${firstWord(group)} is not a ${word}-byte word`,
  );
}

/** Words of `size` bytes in the machine's byte order. */
export function packWords(
  words: readonly bigint[],
  size: 2 | 4 | 8,
  order: Machine['dataOrder'],
): Uint8Array {
  const little = order === 'little';
  const bytes = new Uint8Array(words.length * size);
  const view = new DataView(bytes.buffer);
  words.forEach((word, index) => {
    if (size === 8) view.setBigUint64(index * 8, BigInt.asUintN(64, word), little);
    else if (size === 4) view.setUint32(index * 4, Number(BigInt.asUintN(32, word)), little);
    else view.setUint16(index * 2, Number(BigInt.asUintN(16, word)), little);
  });
  return bytes;
}
