/**
 * The relocations of a table, one number at a time: read where they stand in the file, so that whoever looks at all of them
 * makes an object of none. What is exact as a number is told as one.
 */
import { oncePer } from '../memory/groups.ts';
import type { Relocation, RelocationSection } from './types.ts';

export interface RelocationColumns {
  readonly length: number;
  /** What `offsetAt` counts from. */
  readonly origin: bigint;
  /** Every number that stands as a type. */
  readonly types: ReadonlySet<number>;
  typeAt(index: number): number;
  symbolAt(index: number): number;
  /** r_offset, in bytes from `origin`; exact below 2 ** 53, or NaN. */
  offsetAt(index: number): number;
  /** r_addend, exact up to 2 ** 53; NaN where the addend stands in the place. */
  addendAt(index: number): number;
  /** r_addend as an address, in bytes from `origin`; exact below 2 ** 53, NaN where it stands in the place. */
  addressAt(index: number): number;
  at(index: number): Relocation;
}

/** How entries are written. */
export interface EntryForm {
  readonly little: boolean;
  readonly wide: boolean;
  /** r_info of MIPS n64: a symbol, a second one by number, and three types. */
  readonly threeTypes: boolean;
  readonly withAddend: boolean;
  /** What offsets are counted from where they are told as numbers. */
  readonly origin: bigint;
  /** They are addresses, and told in bytes from `origin` in objects, too. */
  readonly relative: boolean;
}

/** Bytes of an entry. */
export function entrySize({ wide, withAddend }: Pick<EntryForm, 'wide' | 'withAddend'>): number {
  return (wide ? 8 : 4) * (withAddend ? 3 : 2);
}

const HALF = 2 ** 32;

/** Entries of SHT_REL and SHT_RELA. */
export class RelocationEntries implements RelocationColumns {
  readonly length: number;
  readonly origin: bigint;
  readonly #little: boolean;
  readonly #wide: boolean;
  readonly #withAddend: boolean;
  readonly #relative: boolean;
  /** The byte order of the type. */
  readonly #littleType: boolean;
  readonly #view: DataView;
  readonly #size: number;
  readonly #startHigh: number;
  readonly #startLow: number;
  /** Bytes from an entry's start to its type, its symbol, and the upper and lower half of its offset. */
  readonly #type: number;
  readonly #symbol: number;
  readonly #high: number;
  readonly #low: number;
  #types: ReadonlySet<number> | undefined;

  /** @param bytes whole entries */
  constructor(bytes: Uint8Array, form: EntryForm) {
    const { little, wide, threeTypes, withAddend, relative, origin } = form;
    this.origin = origin;
    this.#little = little;
    this.#wide = wide;
    this.#withAddend = withAddend;
    this.#relative = relative;
    // Of three types the bytes have the same order in both byte orders.
    this.#littleType = little && !threeTypes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#size = entrySize(form);
    this.length = bytes.length / this.#size;
    this.#startHigh = Number(origin >> 32n);
    this.#startLow = Number(origin & 0xffff_ffffn);
    this.#type = wide ? (threeTypes || !little ? 12 : 8) : 4;
    this.#symbol = wide ? (threeTypes || !little ? 8 : 12) : 4;
    this.#high = little ? 4 : 0;
    this.#low = wide && !little ? 4 : 0;
  }

  get types(): ReadonlySet<number> {
    if (this.#types) return this.#types;
    const types = new Set<number>();
    let last = -1;
    for (let index = 0; index < this.length; index++) {
      const type = this.typeAt(index);
      if (type !== last) types.add(type);
      last = type;
    }
    this.#types = types;
    return types;
  }

  typeAt(index: number): number {
    const found = this.#view.getUint32(index * this.#size + this.#type, this.#littleType);
    return this.#wide ? found : found & 0xff;
  }

  symbolAt(index: number): number {
    const found = this.#view.getUint32(index * this.#size + this.#symbol, this.#little);
    return this.#wide ? found : found >>> 8;
  }

  offsetAt(index: number): number {
    const at = index * this.#size;
    const low = this.#view.getUint32(at + this.#low, this.#little);
    const high = this.#wide ? this.#view.getUint32(at + this.#high, this.#little) : 0;
    return (high - this.#startHigh) * HALF + (low - this.#startLow);
  }

  addendAt(index: number): number {
    if (!this.#withAddend) return Number.NaN;
    const little = this.#little;
    if (!this.#wide) return this.#view.getInt32(index * this.#size + 8, little);
    const at = index * this.#size + 16;
    return this.#view.getInt32(at + this.#high, little) * HALF + this.#view.getUint32(at + this.#low, little);
  }

  addressAt(index: number): number {
    if (!this.#withAddend) return Number.NaN;
    const little = this.#little;
    const at = index * this.#size;
    if (!this.#wide) return this.#view.getInt32(at + 8, little) - this.#startLow;
    const high = this.#view.getUint32(at + 16 + this.#high, little) - this.#startHigh;
    return high * HALF + (this.#view.getUint32(at + 16 + this.#low, little) - this.#startLow);
  }

  at(index: number): Relocation {
    const [wide, little, view] = [this.#wide, this.#little, this.#view];
    const at = index * this.#size;
    const offset = wide ? view.getBigUint64(at, little) : BigInt(view.getUint32(at, little));
    const addend = (): bigint =>
      wide ? view.getBigInt64(at + 16, little) : BigInt(view.getInt32(at + 8, little));
    return {
      offset: this.#relative ? offset - this.origin : offset,
      symbol: this.symbolAt(index),
      type: this.typeAt(index),
      addend: this.#withAddend ? addend() : undefined,
    };
  }
}

/** Relocations that were written otherwise, or changed since they were read. */
class ListedRelocations implements RelocationColumns {
  readonly origin = 0n;
  readonly types: ReadonlySet<number>;
  readonly #list: readonly Relocation[];

  constructor(list: readonly Relocation[]) {
    this.#list = list;
    this.types = new Set(list.map(({ type }) => type));
  }

  get length(): number {
    return this.#list.length;
  }

  typeAt(index: number): number {
    return this.at(index).type;
  }

  symbolAt(index: number): number {
    return this.at(index).symbol;
  }

  offsetAt(index: number): number {
    return exact(this.at(index).offset);
  }

  addendAt(index: number): number {
    return Number(this.at(index).addend ?? Number.NaN);
  }

  addressAt(index: number): number {
    return this.addendAt(index);
  }

  at(index: number): Relocation {
    const found = this.#list[index];
    if (!found) throw new RangeError(`there is no relocation ${index}`);
    return found;
  }
}

/** The number, NaN where it would be rounded. */
function exact(value: bigint): number {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : Number.NaN;
}

const read = new WeakMap<RelocationSection, RelocationColumns>();
const listed = oncePer(({ relocations }: RelocationSection) => new ListedRelocations(relocations));

/** The columns of a table, whoever made it. */
export function columnsOf(table: RelocationSection): RelocationColumns {
  return read.get(table) ?? listed(table);
}

/** The columns of relocations that are objects already. */
export function listOf(relocations: readonly Relocation[]): RelocationColumns {
  return new ListedRelocations(relocations);
}

/** A table whose relocations become objects where somebody asks for them. */
export function tableOf(
  place: Pick<RelocationSection, 'index' | 'name' | 'target'>,
  columns: RelocationColumns,
): RelocationSection {
  let relocations: readonly Relocation[] | undefined;
  const table = {
    ...place,
    get relocations(): readonly Relocation[] {
      relocations ??= Array.from({ length: columns.length }, (_, index) => columns.at(index));
      return relocations;
    },
  };
  read.set(table, columns);
  return table;
}
