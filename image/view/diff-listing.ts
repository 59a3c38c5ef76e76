/** The prologues of two images, line by line where they differ. */
import { diffArrays } from 'diff';
import type { PrologueRow } from './prologue.ts';

export interface ListingChange {
  /** `both`: a line around those that differ. */
  readonly kind: 'old' | 'new' | 'both';
  readonly row: PrologueRow;
}

/** Lines around what differs. */
const CONTEXT = 2;

/** Empty if the prologues are the same, or one is not known. */
export function listingChanges(
  old: readonly PrologueRow[] | undefined,
  now: readonly PrologueRow[] | undefined,
): ListingChange[] {
  if (!old || !now) return [];
  const parts = diffArrays([...old], [...now], { comparator: isSameRow });
  const lines = parts.flatMap(({ added, removed, value }) => {
    const kind = added ? 'new' : removed ? 'old' : 'both';
    return value.map((row): ListingChange => ({ kind, row }));
  });
  const differs = lines.flatMap(({ kind }, at) => (kind === 'both' ? [] : [at]));
  return lines.filter((_, at) => differs.some((each) => Math.abs(each - at) <= CONTEXT));
}

function isSameRow(one: PrologueRow, other: PrologueRow): boolean {
  return one.bytes === other.bytes && one.text === other.text;
}
