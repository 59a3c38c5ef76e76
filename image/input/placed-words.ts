/** Whole words that hold an address of the image, in their places: columns in the order of the places. */
import type { Rule } from '../../relocator-dsl/rule.ts';
import type { Application } from './application.ts';

/** What words are made of. */
export interface WordColumns {
  /** Bytes of each word: those of a machine word. */
  readonly bytes: 4 | 8;
  /** Blob offsets, in ascending order. */
  readonly offsets: Uint32Array;
  /** Blob offsets of their symbols, which may be outside of the image. */
  readonly symbols: Float64Array;
  readonly addends: Float64Array;
  /** Where each is told more of, by whoever made the columns. */
  readonly rows: Uint32Array;
}

/** What is told of a word by its row. */
export interface WordTeller {
  ruleOf(row: number): Rule;
  symbolOf(row: number): string;
  applicationOf(row: number): Application;
}

export class PlacedWords {
  readonly columns: WordColumns;
  readonly #teller: WordTeller;

  constructor(columns: WordColumns, teller: WordTeller) {
    this.columns = columns;
    this.#teller = teller;
  }

  get count(): number {
    return this.columns.offsets.length;
  }

  offsetAt(index: number): number {
    return this.columns.offsets[index] ?? 0;
  }

  symbolAt(index: number): number {
    return this.columns.symbols[index] ?? 0;
  }

  addendAt(index: number): number {
    return this.columns.addends[index] ?? 0;
  }

  /** S + A at link base 0, not yet cut to a word. */
  sumAt(index: number): number {
    return this.symbolAt(index) + this.addendAt(index);
  }

  ruleAt(index: number): Rule {
    return this.#teller.ruleOf(this.columns.rows[index] ?? 0);
  }

  symbolNameAt(index: number): string {
    return this.#teller.symbolOf(this.columns.rows[index] ?? 0);
  }

  applicationAt(index: number): Application {
    return this.#teller.applicationOf(this.columns.rows[index] ?? 0);
  }

  /** The first word that ends behind `offset`; `count` if none does. */
  firstBehind(offset: number): number {
    const { offsets, bytes } = this.columns;
    let low = 0;
    let high = offsets.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((offsets[middle] ?? 0) + bytes > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The words of which a byte is in [start, end), as the first and one past the last. */
  within(start: number, end: number): readonly [number, number] {
    const first = this.firstBehind(start);
    let last = first;
    while (last < this.count && this.offsetAt(last) < end) last++;
    return [first, last];
  }

  /** The words without some. */
  without(taken: ReadonlySet<number>): PlacedWords {
    if (taken.size === 0) return this;
    const { bytes, offsets, symbols, addends, rows } = this.columns;
    const isLeft = (_: number, index: number): boolean => !taken.has(index);
    return new PlacedWords(
      {
        bytes,
        offsets: offsets.filter(isLeft),
        symbols: symbols.filter(isLeft),
        addends: addends.filter(isLeft),
        rows: rows.filter(isLeft),
      },
      this.#teller,
    );
  }
}

/** Columns in the order of places. */
export function inOrder(columns: WordColumns): WordColumns {
  const { bytes, offsets, symbols, addends, rows } = columns;
  if (offsets.every((offset, index) => index === 0 || (offsets[index - 1] ?? 0) <= offset)) return columns;
  const order = Uint32Array.from(offsets, (_, index) => index).sort(
    (a, b) => (offsets[a] ?? 0) - (offsets[b] ?? 0),
  );
  const moved = <Column extends Uint32Array | Float64Array>(column: Column): Column =>
    column.map((_, index) => column[order[index] ?? 0] ?? 0) as Column;
  return {
    bytes,
    offsets: moved(offsets),
    symbols: moved(symbols),
    addends: moved(addends),
    rows: moved(rows),
  };
}

const NOBODY: WordTeller = {
  ruleOf: () => fail(),
  symbolOf: () => fail(),
  applicationOf: () => fail(),
};

function fail(): never {
  throw new RangeError('there are no words');
}

export const NO_WORDS = new PlacedWords(
  {
    bytes: 8,
    offsets: new Uint32Array(),
    symbols: new Float64Array(),
    addends: new Float64Array(),
    rows: new Uint32Array(),
  },
  NOBODY,
);
