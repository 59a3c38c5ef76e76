/**
 * SHT_CREL, LLVM's compact relocations: a number that says how many there are, how far their offsets are shifted and
 * whether they have addends; then what each differs in from the one before, in LEB128.
 */
import { hex } from '../memory/bytes.ts';
import { RELOCATION_LIMIT, RELOCATION_LIMIT_TEXT } from '../memory/limits.ts';
import type { Relocation } from './types.ts';
import type { Source, View } from './view.ts';

/** Most bytes of a number of 64 bits and the flags beside it. */
const MOST_BYTES = 10;
/** The first number: the low two bits are the shift of offsets, then comes whether there are addends, then the count. */
const HEADER = { shift: 3n, addends: 4n, countFrom: 3n } as const;
/** In the first byte of each relocation, which members follow. */
const FLAG = { symbol: 1, type: 2, addend: 4 } as const;

/**
 * Decodes SHT_CREL entries, their offsets in bytes from `origin`; nothing is checked but that they are whole.
 * @throws InputError saying what is not
 */
export function readCrel(source: Source, where: string, bytes: Uint8Array, origin: bigint): Relocation[] {
  const numbers = new Numbers(source, where, source.view(where, bytes));
  const header = numbers.unsigned();
  const count = header >> HEADER.countFrom;
  if (count > BigInt(numbers.left)) {
    throw source.error(
      `${where}: it is to have ${count} relocations, but only ${hex(numbers.left)} bytes of them; rebuild the object, ` +
        'it is damaged',
    );
  }
  // They become objects, of which a file may have fewer than of entries that are read where they stand.
  if (count > BigInt(RELOCATION_LIMIT))
    throw source.error(`${where}: it has ${count} relocations; ${RELOCATION_LIMIT_TEXT}`);
  source.countRelocations(where, Number(count));
  const withAddends = (header & HEADER.addends) !== 0n;
  const shift = header & HEADER.shift;
  const bits = 8 * source.wordBytes;
  let offset = 0n;
  let symbol = 0n;
  let type = 0n;
  let addend = 0n;
  return Array.from({ length: Number(count) }, (): Relocation => {
    const { flags, distance } = numbers.start(withAddends ? 3 : 2);
    offset += distance;
    if (flags & FLAG.symbol) symbol += numbers.signed();
    if (flags & FLAG.type) type += numbers.signed();
    if (flags & FLAG.addend) addend += numbers.signed();
    return {
      offset: BigInt.asUintN(bits, offset << shift) - origin,
      symbol: Number(BigInt.asUintN(32, symbol)),
      type: Number(BigInt.asUintN(32, type)),
      addend: withAddends ? BigInt.asIntN(bits, addend) : undefined,
    };
  });
}

/** Numbers in LEB128, one after the other. */
class Numbers {
  readonly #source: Source;
  readonly #where: string;
  readonly #view: View;
  #at = 0;

  constructor(source: Source, where: string, view: View) {
    this.#source = source;
    this.#where = where;
    this.#view = view;
  }

  /** Bytes that are left. */
  get left(): number {
    return this.#view.length - this.#at;
  }

  unsigned(): bigint {
    return this.#read().value;
  }

  signed(): bigint {
    const { value, bits } = this.#read();
    return BigInt.asIntN(bits, value);
  }

  /** The flags of a relocation, and how far its offset, still to be shifted, is from that of the one before. */
  start(flagBits: 2 | 3): { readonly flags: number; readonly distance: bigint } {
    const { value } = this.#read();
    const width = BigInt(flagBits);
    return { flags: Number(value & ((1n << width) - 1n)), distance: value >> width };
  }

  #read(): { readonly value: bigint; readonly bits: number } {
    const start = this.#at;
    let value = 0n;
    for (let bits = 0; ; ) {
      if (this.#at - start === MOST_BYTES) {
        throw this.#source.error(
          `${this.#where}: the number at ${hex(start)} has more than ${MOST_BYTES} bytes; rebuild the object, it is damaged`,
        );
      }
      const byte = this.#view.u8(this.#at++);
      value |= BigInt(byte & 0x7f) << BigInt(bits);
      bits += 7;
      if ((byte & 0x80) === 0) return { value, bits };
    }
  }
}
