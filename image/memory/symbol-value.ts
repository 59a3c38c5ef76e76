/** Values of symbols from outside: addresses of late ones, and contents, with the bytes and where they go. */
import { type ByteOrder, writeContainer } from './bytes.ts';

/** Addresses of late symbols, by name. Missing ones count as 0. */
export type LateValues = ReadonlyMap<string, bigint>;

/** Most bytes that a number may have: more have no byte order that all would agree on, and most are no numbers. */
const NUMBER_BYTES = 8;

/** Bytes to stand at an offset of the blob. */
export interface Setting {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** What there is of an image when symbols are filled in. */
export interface Writable {
  readonly symbols: readonly {
    readonly name: string;
    readonly offset: number;
    readonly size: number;
    readonly section: string;
  }[];
  /** Bytes of the blob. */
  readonly size: number;
  readonly order: ByteOrder;
  /** Fields that the prologue relocates, with the words that name them in messages. */
  readonly occupied: readonly { readonly offset: number; readonly bytes: number; readonly text: string }[];
  /** What is said of a name that none of the symbols has. */
  readonly whyMissing: (name: string) => string;
}

/**
 * A value for one symbol; a bigint is stored with the symbol's size, of 8 bytes at most. In place of a setting, why there can be none and
 * what to do about it.
 */
export function settingFor(target: Writable, name: string, value: Uint8Array | bigint): Setting | string {
  const symbol = target.symbols.find((each) => each.name === name);
  if (!symbol) return target.whyMissing(name);
  const { offset, size } = symbol;
  const end = offset + size;
  if (size === 0) return 'the symbol has no size; give it one with .size';
  if (end > target.size) return `it is in ${symbol.section}, which has no contents; move it into .data`;
  if (typeof value === 'bigint' && size > NUMBER_BYTES) {
    return `it has ${size} bytes, and a number may have ${NUMBER_BYTES}; pass @FILE, or all ${2 * size} hexadecimal digits`;
  }
  if (typeof value === 'bigint') {
    const bits = size * 8;
    if (BigInt.asUintN(bits, value) !== value && BigInt.asIntN(bits, value) !== value) {
      return `0x${value.toString(16)} does not fit its ${size} bytes; pass a smaller value`;
    }
  } else if (value.length !== size) {
    return `it has ${size} bytes, the value has ${value.length}; pass as many bytes as it has`;
  }
  const hit = target.occupied.find((field) => field.offset < end && field.offset + field.bytes > offset);
  if (hit) return `${hit.text} is inside it; build with --loader-writes ${name} to leave that out`;
  if (typeof value !== 'bigint') return { offset, bytes: value };
  const bytes = new Uint8Array(size);
  writeContainer(bytes, 0, size, target.order, value);
  return { offset, bytes };
}
