/** Objects with their relocations in SHT_CREL, written by another hand than the reader's. */
import { elfWords } from './elf-words.ts';

const SHT_RELA = 4;
const SHT_REL = 9;
const SHT_CREL = 0x40000014;

/** Unsigned LEB128 if `signed` is false. */
export function leb128(value: bigint, signed: boolean): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; ) {
    const byte = Number(BigInt.asUintN(7, rest));
    rest >>= 7n;
    const ends = signed ? rest === (byte & 0x40 ? -1n : 0n) : rest === 0n;
    bytes.push(ends ? byte : byte | 0x80);
    if (ends) return bytes;
  }
}

export interface CrelEntry {
  readonly offset: bigint;
  readonly symbol: bigint;
  readonly type: bigint;
  readonly addend: bigint;
}

/** The contents of an SHT_CREL section; offsets are multiples of 1 << `shift`. */
export function encodeCrel(
  entries: readonly CrelEntry[],
  bits: 32 | 64,
  { addends, shift = 0 }: { readonly addends: boolean; readonly shift?: number },
): Uint8Array {
  const flagBits = addends ? 3n : 2n;
  const bytes = leb128(BigInt(entries.length * 8 + (addends ? 4 : 0) + shift), false);
  let before: CrelEntry = { offset: 0n, symbol: 0n, type: 0n, addend: 0n };
  for (const entry of entries) {
    const members = (['symbol', 'type', ...(addends ? (['addend'] as const) : [])] as const).map(
      (member) => entry[member] - before[member],
    );
    const flags = members.reduce((sum, member, index) => sum + (member === 0n ? 0 : 1 << index), 0);
    const distance = BigInt.asUintN(bits, (entry.offset - before.offset) >> BigInt(shift));
    bytes.push(...leb128((distance << flagBits) + BigInt(flags), false));
    for (const member of members) if (member !== 0n) bytes.push(...leb128(member, true));
    before = entry;
  }
  return Uint8Array.from(bytes);
}

/** The object with all SHT_REL and SHT_RELA in SHT_CREL, without addends where it had none. */
export function withCrel(object: Uint8Array): Uint8Array {
  const { wide, little, half, full, word } = elfWords(object);
  const [table, size, count] = [Number(word(wide ? 40 : 32)), half(wide ? 58 : 46), half(wide ? 60 : 48)];
  const file = [object];
  let end = object.length;
  const changes: { at: number; value: bigint; word: boolean }[] = [];
  for (let index = 0; index < count; index++) {
    const at = table + index * size;
    const type = full(at + 4);
    if (type !== SHT_REL && type !== SHT_RELA) continue;
    const [offsetAt, sizeAt, entrySizeAt] = [
      at + (wide ? 24 : 16),
      at + (wide ? 32 : 20),
      at + (wide ? 56 : 36),
    ];
    const addends = type === SHT_RELA;
    const bytes = wide ? 8 : 4;
    const start = Number(word(offsetAt));
    const step = bytes * (addends ? 3 : 2);
    const entries = Array.from({ length: Number(word(sizeAt)) / step }, (_, number): CrelEntry => {
      const place = start + number * step;
      const info = word(place + bytes);
      return {
        offset: word(place),
        symbol: wide ? info >> 32n : info >> 8n,
        type: wide ? info & 0xffff_ffffn : info & 0xffn,
        addend: addends ? BigInt.asIntN(8 * bytes, word(place + 2 * bytes)) : 0n,
      };
    });
    const shift = [2, 1].find((each) => entries.every(({ offset }) => offset % (1n << BigInt(each)) === 0n));
    const contents = encodeCrel(entries, wide ? 64 : 32, { addends, shift: shift ?? 0 });
    file.push(contents);
    changes.push(
      { at: at + 4, value: BigInt(SHT_CREL), word: false },
      { at: offsetAt, value: BigInt(end), word: true },
      { at: sizeAt, value: BigInt(contents.length), word: true },
      { at: entrySizeAt, value: 1n, word: true },
    );
    end += contents.length;
  }
  const whole = new Uint8Array(Buffer.concat(file));
  const { view } = elfWords(whole);
  for (const { at, value, word: isWord } of changes) {
    if (isWord && wide) view.setBigUint64(at, value, little);
    else view.setUint32(at, Number(value), little);
  }
  return whole;
}
