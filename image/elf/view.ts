import type { ElfFacet } from '../../relocator-dsl/machine-facets.ts';
import { hex } from '../memory/bytes.ts';
import { TABLE_LIMIT, TABLE_LIMIT_TEXT } from '../memory/limits.ts';
import { InputError } from '../trouble/errors.ts';
import { SIZES } from './constants.ts';

/** The whole file, with its class and byte order: what every part of the reader starts from. */
export class Source {
  readonly bytes: Uint8Array;
  readonly #prefix: string;
  readonly little: boolean;
  readonly wide: boolean;
  /** How many more bytes of names may be decoded; keeps overlapping names from costing quadratic time. */
  nameBudget: number;
  /** How many relocations have been found. */
  #relocations = 0;
  /** How `machineElf` is found; the header tells. */
  findMachineElf: () => ElfFacet | undefined = () => undefined;

  constructor(bytes: Uint8Array, prefix: string, little: boolean, wide: boolean) {
    this.bytes = bytes;
    this.#prefix = prefix;
    this.little = little;
    this.wide = wide;
    this.nameBudget = 16 * bytes.length + 4096;
  }

  get wordBytes(): 4 | 8 {
    return this.wide ? 8 : 4;
  }

  /** What files of its machine have otherwise than those of others. */
  get machineElf(): ElfFacet {
    return this.findMachineElf() ?? {};
  }

  /** Bytes of headers and symbols in the file's class. */
  get sizes(): (typeof SIZES)[32 | 64] {
    return SIZES[this.wide ? 64 : 32];
  }

  /** Takes relocations into account before they are read. @throws InputError when with them the file has too many */
  countRelocations(where: string, count: number): void {
    this.#relocations += count;
    if (this.#relocations <= TABLE_LIMIT) return;
    throw this.error(`${where}: with it, the file has ${this.#relocations}; ${TABLE_LIMIT_TEXT}`);
  }

  error(message: string): InputError {
    return new InputError(this.#prefix + message);
  }

  /** The bytes at `offset`; `names` are the fields the offset and the size come from. */
  range(
    where: string,
    offset: bigint,
    size: bigint,
    names: readonly [string, string] = ['offset', 'size'],
  ): Uint8Array {
    const end = offset + size;
    if (end > BigInt(this.bytes.length)) {
      throw this.error(
        `${where}: ${names[0]} ${hex(offset)} + ${names[1]} ${hex(size)} is past the end of the file ` +
          `(${hex(this.bytes.length)} bytes)`,
      );
    }
    return this.bytes.subarray(Number(offset), Number(end));
  }

  view(where: string, bytes: Uint8Array): View {
    return new View(this, where, bytes);
  }
}

/** Numbers out of a stretch of the file, each checked to lie inside of it. */
export class View {
  readonly length: number;
  readonly #source: Source;
  readonly #where: string;
  readonly #data: DataView;

  constructor(source: Source, where: string, bytes: Uint8Array) {
    this.#source = source;
    this.#where = where;
    this.#data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.length;
  }

  #check(offset: number, size: number): void {
    if (!(Number.isSafeInteger(offset) && offset >= 0 && offset + size <= this.length)) {
      throw this.#source.error(
        `${this.#where}: ${size} bytes at ${hex(offset)} are past its end (${hex(this.length)} bytes)`,
      );
    }
  }

  u8(offset: number): number {
    this.#check(offset, 1);
    return this.#data.getUint8(offset);
  }

  u16(offset: number): number {
    this.#check(offset, 2);
    return this.#data.getUint16(offset, this.#source.little);
  }

  u32(offset: number): number {
    this.#check(offset, 4);
    return this.#data.getUint32(offset, this.#source.little);
  }

  u64(offset: number): bigint {
    this.#check(offset, 8);
    return this.#data.getBigUint64(offset, this.#source.little);
  }

  /** An address, offset or size: 4 or 8 bytes by the file's class. */
  word(offset: number): bigint {
    return this.#source.wide ? this.u64(offset) : BigInt(this.u32(offset));
  }

  signedWord(offset: number): bigint {
    return BigInt.asIntN(this.#source.wide ? 64 : 32, this.word(offset));
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** A string table; names are decoded once each. */
export class StringTable {
  readonly #source: Source;
  readonly #where: string;
  readonly #bytes: Uint8Array;
  readonly #known = new Map<number, string>();

  constructor(source: Source, where: string, bytes: Uint8Array) {
    this.#source = source;
    this.#where = where;
    this.#bytes = bytes;
  }

  /** The name at `offset`; `who` tells whose it is, should it be bad. */
  name(offset: number, who: () => string): string {
    const known = this.#known.get(offset);
    if (known !== undefined) return known;
    if (offset === 0 && this.#bytes.length === 0) return '';
    if (offset >= this.#bytes.length) {
      throw this.#source.error(
        `${who()}: its name at ${hex(offset)} is past the end of ${this.#where} ` +
          `(${hex(this.#bytes.length)} bytes)`,
      );
    }
    const end = this.#bytes.indexOf(0, offset);
    if (end < 0) {
      throw this.#source.error(
        `${who()}: its name at ${hex(offset)} of ${this.#where} has no terminating NUL`,
      );
    }
    this.#source.nameBudget -= end - offset;
    if (this.#source.nameBudget < 0) {
      throw this.#source.error(
        `${who()}: the names read so far overlap so much that they come to over 16 times the file's size`,
      );
    }
    const name = utf8.decode(this.#bytes.subarray(offset, end));
    this.#known.set(offset, name);
    return name;
  }
}
