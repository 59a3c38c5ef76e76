/** Bytes that are cut out of a section, and where what stood around them stands then. */

export interface Cut {
  /** Bytes into the section as the file has it. */
  readonly at: number;
  readonly size: number;
}

export class Cuts {
  /** In the order of their places, none in another. */
  readonly #cuts: readonly Cut[];
  /** Bytes that are cut out in front of each. */
  readonly #before: readonly number[];

  constructor(cuts: readonly Cut[]) {
    let total = 0;
    this.#cuts = cuts;
    this.#before = cuts.map(({ size }) => {
      total += size;
      return total - size;
    });
  }

  /** Where what stood `offset` bytes into the section stands now; what was cut out is where the cut is. */
  moved(offset: bigint): bigint {
    const index = countWhere(this.#cuts, ({ at }) => BigInt(at) < offset) - 1;
    const cut = this.#cuts[index];
    if (!cut) return offset;
    const inside = offset - BigInt(cut.at);
    const own = inside < BigInt(cut.size) ? inside : BigInt(cut.size);
    return offset - own - BigInt(this.#before[index] ?? 0);
  }

  /** What is left of the section's bytes. */
  without(data: Uint8Array): Uint8Array {
    const kept: Uint8Array[] = [];
    let from = 0;
    for (const { at, size } of this.#cuts) {
      kept.push(data.subarray(from, at));
      from = at + size;
    }
    return Buffer.concat([...kept, data.subarray(from)]);
  }
}

/** How many of the elements, of which the first ones do and no others, do what is asked. */
export function countWhere<Element>(
  elements: readonly Element[],
  asked: (element: Element) => boolean,
): number {
  let [low, high] = [0, elements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle];
    if (element !== undefined && asked(element)) low = middle + 1;
    else high = middle;
  }
  return low;
}
