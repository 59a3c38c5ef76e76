/** The byte tables behind the code: one encoder per format. */
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { ChainForm } from '../machine.ts';
import { type Format, FormatError, type WordGroup } from '../request.ts';

/** Distances between words, each as base-128 digits, highest first, bit 7 set on all but the last; 0 ends the table. */
export function deltaTable(group: WordGroup): Uint8Array {
  const bytes: number[] = [];
  let at = 0;
  for (const { offset } of group.words) {
    const digits: number[] = [];
    for (let rest = offset - at; rest > 0; rest = Math.floor(rest / 128)) digits.unshift(rest % 128);
    bytes.push(...digits.map((digit, index) => (index < digits.length - 1 ? digit | 0x80 : digit)));
    at = offset;
  }
  return Uint8Array.of(...bytes, 0);
}

/** RELR words (generic ABI): an even entry is the offset of a word, an odd one is a bitmap over the words behind it; 0 ends. */
export function relrTable(group: WordGroup, order: Machine['dataOrder']): Uint8Array {
  const { bytes: size, words } = group;
  const perBitmap = size * 8 - 1;
  const table: bigint[] = [];
  for (let index = 0; index < words.length; ) {
    const first = words[index]?.offset ?? 0;
    if (first % 2 !== 0)
      throw new FormatError('relr', `the slot at 0x${first.toString(16)} has an odd offset`);
    table.push(BigInt(first));
    index++;
    let base = first + size;
    for (;;) {
      let bitmap = 0n;
      for (; index < words.length; index++) {
        const distance = (words[index]?.offset ?? 0) - base;
        if (distance >= perBitmap * size || distance % size !== 0) break;
        bitmap |= 1n << BigInt(distance / size);
      }
      if (bitmap === 0n) break;
      table.push((bitmap << 1n) | 1n);
      base += perBitmap * size;
    }
  }
  return packWords([...table, 0n], size, order);
}

/** ElfN_Rela entries of the architecture's RELATIVE type; an entry with r_offset 0 ends the table. */
export function relaTable(group: WordGroup, relativeType: number, order: Machine['dataOrder']): Uint8Array {
  const words = group.words.flatMap(({ offset, value }) => [BigInt(offset), BigInt(relativeType), value]);
  return packWords([...words, 0n], group.bytes, order);
}

/**
 * Chained words: each one's lower half is its target, the upper half the offset of the next word, 0 for the last; with
 * `chainTargetAbove` the other way round. With `signedChains` halves of 32 bits are read with their sign. All count from
 * `chainOrigin`.
 */
export function chainWords(group: WordGroup, form: ChainForm = {}): { offset: number; value: bigint }[] {
  const half = BigInt(group.bytes * 4);
  const above = form.chainTargetAbove && !group.fields;
  const limit = 1n << (form.signedChains && half === 32n ? 31n : half);
  const { chainOrigin = 0 } = form;
  const [first] = group.words;
  // Where words hold the next one below, the head is read like one of them; elsewhere it may have no more bits either.
  if (first && (above || form.headBytes) && BigInt(first.offset - chainOrigin) >= limit)
    throw unchainable(`the slot at 0x${first.offset.toString(16)} is too far from the start`);
  return group.words.map(({ offset, value: address }, index) => {
    const following = group.words[index + 1]?.offset;
    const where = `slot at 0x${offset.toString(16)}`;
    const value = address - BigInt(chainOrigin);
    if (value < 0n) throw unchainable(`the target of the ${where} is in front of all that can be said`);
    if (value >= limit)
      throw unchainable(`the target of the ${where}, 0x${address.toString(16)}, needs more than half a word`);
    if (following === undefined) return { offset, value: above ? value << half : value };
    if (!group.fields && following - offset < group.bytes)
      throw unchainable(`the ${where} overlaps the next one`);
    const next = BigInt(following - chainOrigin);
    if (next >= limit) throw unchainable(`the slot behind the ${where} is too far from the start`);
    return { offset, value: above ? (value << half) | next : (next << half) | value };
  });
}

function unchainable(why: string): FormatError {
  const format: Format = 'chain';
  return new FormatError(format, why);
}

/** Words of `size` bytes in the machine's byte order. */
export function packWords(
  words: readonly bigint[],
  size: 2 | 4 | 8,
  order: Machine['dataOrder'],
): Uint8Array {
  const little = order === 'little';
  const bytes = new Uint8Array(words.length * size);
  const view = new DataView(bytes.buffer);
  words.forEach((word, index) => {
    if (size === 8) view.setBigUint64(index * 8, BigInt.asUintN(64, word), little);
    else if (size === 4) view.setUint32(index * 4, Number(BigInt.asUintN(32, word)), little);
    else view.setUint16(index * 2, Number(BigInt.asUintN(16, word)), little);
  });
  return bytes;
}
