/**
 * The values of the psABI's letters, assembled in one place: from where things stand to what formulas count with. What
 * each letter means is told in expression.ts.
 */
import type { Letter } from './expression.ts';
import type { Machine } from './machine.ts';

/** A value for each letter an expression uses, in bytes; two's complement, any width. */
export type Letters = { readonly [letter in Letter]?: bigint | undefined };

/**
 * All that one relocation may count from. What is in the image is told in bytes from the load base, a symbol by its
 * address. Letters that follow from what is left out have no value, and no formula can use them.
 */
export interface Placement {
  /** Address of the image's first byte: B. */
  readonly base: bigint;
  /** Where the first byte is that is patched: P. */
  readonly place?: number | undefined;
  /** Address of the symbol, or of what stands for it: S and L. */
  readonly symbol?: bigint | undefined;
  readonly addend?: bigint | undefined;
  /** Where the global offset table is: GOT, and GP on machines that have a global pointer. */
  readonly got?: number | undefined;
  /** Where the symbol's slot in that table is: G. Without a slot the table itself is meant, and G is 0. */
  readonly slot?: number | undefined;
  /** Where the TOC pointer points. */
  readonly toc?: number | undefined;
  /** Size of the symbol: Z. */
  readonly size?: bigint | undefined;
  /** Bytes from the symbol to its local entry: E. */
  readonly localEntry?: bigint | undefined;
  /** 1 for a function in the state that the function bit tells: T. */
  readonly functionBit?: bigint | undefined;
  /** The second addend: O. */
  readonly second?: bigint | undefined;
  /** Value of the relocation that this one completes: H. */
  readonly completed?: bigint | undefined;
  /** What the field at the place holds: V. */
  readonly held?: bigint | undefined;
}

/** The letters of one relocation on a machine with that global pointer. */
export function lettersAt(
  { pointers }: Pick<Machine, 'pointers'>,
  { base, symbol, addend, second, completed, held, size, localEntry, functionBit, ...image }: Placement,
): Record<Letter, bigint | undefined> {
  const addressOf = (offset: number | undefined): bigint | undefined =>
    offset === undefined ? undefined : base + BigInt(offset);
  const GOT = addressOf(image.got);
  return {
    S: symbol,
    A: addend,
    P: addressOf(image.place),
    L: symbol,
    G: GOT === undefined ? undefined : (addressOf(image.slot) ?? GOT) - GOT,
    GOT,
    B: base,
    Z: size,
    T: functionBit,
    E: localEntry,
    TOC: addressOf(image.toc),
    GP: GOT === undefined || !pointers?.global ? undefined : GOT + BigInt(pointers.global.fromGot),
    V: held,
    O: second,
    H: completed,
  };
}
