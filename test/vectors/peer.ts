/** A self-relocation loop that nobody here wrote, as Debian ships it: how to have it done with a table of the test vectors. */
import type { Region, Run } from '../../emulate/index.ts';
import type { LoopVector } from '../support/loop-vectors.ts';

/** A file of a Debian package that has such a loop. */
export interface Port {
  /** As docs name it, with where in its source the loop is. */
  readonly name: string;
  readonly package: string;
  readonly suite: string;
  /** The machine by Debian's name. */
  readonly debian: string;
  /** Where the file is in the package. */
  readonly path: string;
  readonly arch: string;
  /** The tables that the loop goes over. */
  readonly kinds: readonly LoopVector['kind'][];
  /** What of the vectors it does otherwise, by kind and name, and why. */
  readonly differs?: readonly { readonly vectors: RegExp; readonly why: string }[];
}

/** The loop, and how it comes to be run. */
export interface Peer extends Port {
  prepare(vector: LoopVector): Prepared;
}

/** What to run; the vector's image is the region with that index. */
export interface Prepared {
  readonly run: Run;
  readonly image: number;
}

/** Far behind all that a peer has, so that what it does after its loop is not in the image's way. */
export const ARENA = 0x40_0000n;
export const TABLE = ARENA + 0x10_0000n;
export const STACK = ARENA + 0x20_0000n;
/** More than any loop takes for the longest vector. */
export const INSTRUCTIONS = 60_000;

/** Memory with `data` in it, and nothing behind that up to its size. */
export function region(address: bigint, data: Uint8Array, size = data.length): Region {
  return { address, data, size };
}
