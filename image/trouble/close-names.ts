/** The names that may have been meant by one that there is none of. */

/** How many names are offered. */
const MOST = 3;
/** How many names a list has. */
const MOST_LISTED = 8;
/** Edits that a slip of the hand makes at most; a third of a short name. */
const MOST_EDITS = 5;

/**
 * The names that come closest to `wanted` by edit distance, whatever the case of letters: closest first, at most three,
 * and none where none is close.
 */
export function closeNames(wanted: string, names: Iterable<string>): string[] {
  const most = Math.min(MOST_EDITS, Math.max(1, Math.floor(wanted.length / 3)));
  const ranked = [...new Set(names)].flatMap((name) => {
    if (name === '' || Math.abs(name.length - wanted.length) > most) return [];
    const distance = editDistance(wanted.toLowerCase(), name.toLowerCase(), most);
    return distance > most ? [] : [{ name, distance }];
  });
  ranked.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  // Beside one that is much closer, others were not meant.
  const far = 2 * (ranked[0]?.distance ?? 0);
  return ranked
    .filter(({ distance }) => distance <= far)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** Goes behind the refusal of a name: `; close to it are …`, or nothing. */
export function closeText(wanted: string, names: Iterable<string>): string {
  const close = closeNames(wanted, names);
  return close.length === 0 ? '' : `; close to it ${close.length === 1 ? 'is' : 'are'} ${close.join(', ')}`;
}

/** The first of the names, and how many more there are. @param none said where there is no name */
export function someOf(names: readonly string[], none = 'none'): string {
  if (names.length === 0) return none;
  const more = names.length > MOST_LISTED ? `, and ${names.length - MOST_LISTED} more` : '';
  return `${names.slice(0, MOST_LISTED).join(', ')}${more}`;
}

/**
 * How many characters must be inserted, removed or replaced, or changed for their neighbour, to turn `a` into `b`.
 * @param most where that is certain to be exceeded, the answer may be any larger number
 */
export function editDistance(a: string, b: string, most = Math.max(a.length, b.length)): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    // Farther from the diagonal, more than `most` characters were inserted or removed.
    const first = Math.max(1, i - most);
    if (first > 1) next[first - 1] = most + 1;
    let least = next[first - 1] ?? i;
    for (let j = first; j <= Math.min(b.length, i + most); j++) {
      const replaced = (row[j - 1] ?? most) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? (before[j - 2] ?? most) + 1 : replaced;
      const cost = Math.min(replaced, swapped, (row[j] ?? most) + 1, (next[j - 1] ?? most) + 1);
      next[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? most + 1;
}
