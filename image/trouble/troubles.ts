/** What is wrong with one relocation, and how all of them are told in one message. */
import { hex } from '../memory/bytes.ts';
import { InputError } from './errors.ts';

/** Where a relocation stands and what it refers to. */
export interface RelocationPlace {
  /** The type's name, or what `typeText` says where the number has none. */
  readonly type: string;
  readonly number: number;
  /** The patched section. */
  readonly section: string;
  /** Where that section is from, if there are several files. */
  readonly file?: string | undefined;
  /** Bytes into that section; of dynamic relocations, where no section is told but the table that has them, the address. */
  readonly offset: bigint;
  /** The address that a linker gave the place, where the audit tells it beside. */
  readonly address?: bigint | undefined;
  readonly symbol: string;
}

/** Why something cannot be used, and what to do instead. */
export interface Unusable {
  readonly why: string;
  readonly remedy: string;
  /** It is only that nobody defines the symbol. */
  readonly lacking?: true;
}

export interface Trouble extends RelocationPlace, Unusable {}

/** Names a section as messages do. */
export function sectionText({
  name,
  file,
}: {
  readonly name: string;
  readonly file?: { readonly name: string };
}): string {
  return file === undefined ? name : `${name} of ${file.name}`;
}

/** Names a relocation as messages do: type, symbol, section, offset. */
export function placeText(place: RelocationPlace): string {
  const symbol = place.symbol === '' ? '' : ` against ${place.symbol}`;
  const file = place.file === undefined ? '' : ` of ${place.file}`;
  return `${place.type}${symbol} in ${place.section}${file} at ${hex(place.offset)}`;
}

/** One line for each trouble; those that differ only in their offset share a line. */
export function troubleLines(troubles: readonly Trouble[]): string[] {
  const groups = new Map<string, { first: Trouble; count: number }>();
  for (const trouble of troubles) {
    const key = JSON.stringify([trouble.type, trouble.section, trouble.file, trouble.symbol, trouble.why]);
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { first: trouble, count: 1 });
  }
  return [...groups.values()].map(({ first, count }) => {
    const more = count > 1 ? ` (and ${count - 1} more)` : '';
    return `${placeText(first)}${more}: ${first.why}; ${first.remedy}`;
  });
}

/** What is wrong with relocations, each with its place. */
export class RelocationError extends InputError {
  readonly places: readonly Trouble[];

  constructor(places: readonly Trouble[]) {
    super(troubleLines(places));
    this.places = places;
  }
}

/** @throws RelocationError with every trouble on its line, if there is any */
export function throwTroubles(troubles: readonly Trouble[]): void {
  if (troubles.length > 0) throw new RelocationError(troubles);
}
