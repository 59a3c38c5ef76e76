/** What an image asks of its prologue. Offsets are bytes from the blob's first byte, which is the load base. */
export const FORMATS = ['chain', 'delta', 'relr', 'rela', 'records'] as const;
export type Format = (typeof FORMATS)[number];

/** An instruction field, `at` bytes behind the first one of its group. */
export interface PlacedField {
  readonly at: number;
  /** Name of the rule. */
  readonly rule: string;
  /** What is added to the address before the field shows its bits: parts may be rounded for all that is below. */
  readonly plus?: bigint;
}

/**
 * Words of one size that all move by +D; `granule` is the widest access, in bytes, that never straddles alignment.
 * With `fields` they are split over instruction fields, all in the same way, and stand where the first field does.
 */
export interface WordGroup {
  readonly bytes: 4 | 8;
  readonly fields?: readonly PlacedField[];
  /** `bytes` where unaligned access is free or every word is aligned; otherwise 4, 2 or 1. */
  readonly granule: 1 | 2 | 4 | 8;
  /** In ascending order, with the value each holds at link base 0 (the target, unsigned, `bytes` wide). */
  readonly words: readonly { readonly offset: number; readonly value: bigint }[];
  /** Some of the words are operands of instructions. */
  readonly inCode?: true;
}

/** One relocation applied at load time. */
export interface LoadRecord {
  readonly place: number;
  /** Name of the rule. */
  readonly rule: string;
  /** Index into `symbols`. */
  readonly symbol: number;
  /** Signed, 32 bits. */
  readonly addend: bigint;
  /** Its place may be in an instruction, though its rule stores words. */
  readonly inCode?: true;
  /** O, for rules with a second addend. */
  readonly second?: bigint;
}

/** A word of the symbol table: the image's base (written by the prologue), a constant, or one the loader fills. */
export type LoadSymbol =
  | { readonly kind: 'base' }
  | { readonly kind: 'absolute'; readonly value: bigint }
  | { readonly kind: 'late'; readonly name: string };

export interface PrologueRequest {
  readonly arch: string;
  readonly format: Format;
  /** Offset of the instruction the prologue ends in. */
  readonly entry: number;
  /** The entry runs in the state that the machine's function bit stands for. */
  readonly entryFunctionBit: boolean;
  /** Load bases for which every field fits, both included; undefined when every base does. */
  readonly bases: { readonly min: bigint; readonly max: bigint } | undefined;
  /** Check that the base is a multiple of this, in bytes; undefined when the loader's contract suffices. */
  readonly alignment: number | undefined;
  /** Check that the memory, up to its byte at offset `last`, lies within one aligned block of `bytes` bytes. */
  readonly block?: { readonly bytes: number; readonly last: number };
  /** For `chain`, `delta`, `relr`, `rela`. */
  readonly groups: readonly WordGroup[];
  /** For `records`. */
  readonly records: readonly LoadRecord[];
  readonly symbols: readonly LoadSymbol[];
  /** Offset of the GOT (the letter GOT) in the blob; for rules that use it. */
  readonly got: number | undefined;
  /** What registers must hold at the entry beside what the contract says of all entries: so many bytes from the load base. */
  readonly registers: readonly PromisedRegister[];
  /** What the TOC pointer counts from the blob's first byte; for rules that use it. */
  readonly toc?: number | undefined;
  /** Where a prologue that stops tells why. */
  readonly beacon?: Beacon | undefined;
}

export const BEACONS = ['port', 'mmio', 'serial'] as const;

/** Where the failure code is stored: as a byte at a port, as a word of 4 bytes at an address, or as a byte there. */
export interface Beacon {
  readonly kind: (typeof BEACONS)[number];
  /** Of a port its number, else an address as it is seen at the entry. */
  readonly address: bigint;
}

export interface PromisedRegister {
  readonly name: string;
  readonly offset: number;
}

/** A request with nothing in it yet: no words, no records, no checks. */
export function emptyRequest(arch: string, format: Format, entry: number): PrologueRequest {
  return {
    arch,
    format,
    entry,
    entryFunctionBit: false,
    bases: undefined,
    alignment: undefined,
    groups: [],
    records: [],
    symbols: [],
    got: undefined,
    registers: [],
  };
}

/** What the file holds where the prologue relocates a word. */
export interface WordContent {
  readonly bytes: 4 | 8;
  readonly value: bigint;
  readonly fields: readonly PlacedField[] | undefined;
}

/** What words hold in the file, group by group. */
export class WordContents implements Iterable<readonly [offset: number, content: WordContent]> {
  readonly #groups: readonly Pick<WordGroup, 'bytes' | 'fields' | 'words'>[];

  /** @param groups with words as the file holds them, in ascending order */
  constructor(groups: readonly Pick<WordGroup, 'bytes' | 'fields' | 'words'>[]) {
    this.#groups = groups;
  }

  get size(): number {
    return this.#groups.reduce((sum, { words }) => sum + words.length, 0);
  }

  *[Symbol.iterator](): Generator<readonly [number, WordContent]> {
    for (const { bytes, fields, words } of this.#groups)
      for (const { offset, value } of words) yield [offset, { bytes, value, fields }];
  }

  /** What stands at an offset; undefined if no word begins there. */
  get(offset: number): WordContent | undefined {
    for (const { bytes, fields, words } of this.#groups) {
      let low = 0;
      let high = words.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((words[middle]?.offset ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      const found = words[low];
      if (found?.offset === offset) return { bytes, value: found.value, fields };
    }
    return undefined;
  }
}

/** A request this format cannot express; `why` names the word. The caller tries another format or tells the user. */
export class FormatError extends Error {
  readonly format: Format;

  constructor(format: Format, why: string) {
    super(`format ${format} cannot hold this image: ${why}`);
    this.name = 'FormatError';
    this.format = format;
  }
}
