/** Small helpers over bytes and numbers that the image's files share. */

export type ByteOrder = 'little' | 'big';

/** The unsigned integer in `size` bytes at `at`. */
export function readContainer(bytes: Uint8Array, at: number, size: number, order: ByteOrder): bigint {
  let value = 0n;
  for (let index = 0; index < size; index++) {
    const byte = bytes[order === 'big' ? at + index : at + size - 1 - index];
    if (byte === undefined) throw new RangeError(`no ${size} bytes at 0x${at.toString(16)}`);
    value = (value << 8n) | BigInt(byte);
  }
  return value;
}

/** Stores the low `size` bytes of `value` at `at`. */
export function writeContainer(
  bytes: Uint8Array,
  at: number,
  size: number,
  order: ByteOrder,
  value: bigint,
): void {
  if (at < 0 || at + size > bytes.length) throw new RangeError(`no ${size} bytes at 0x${at.toString(16)}`);
  let rest = BigInt.asUintN(size * 8, value);
  for (let index = 0; index < size; index++) {
    bytes[order === 'little' ? at + index : at + size - 1 - index] = Number(rest & 0xffn);
    rest >>= 8n;
  }
}

export function alignUp(value: number, alignment: number): number {
  return Math.ceil(value / alignment) * alignment;
}

export function isPowerOfTwo(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0 && 2 ** Math.round(Math.log2(value)) === value;
}

/** True when `size` bytes at `start` lie in one of the blocks of `block` bytes that begin at multiples of that. */
export function isInOneBlock(start: bigint, size: bigint, block: bigint): boolean {
  return start / block === (start + size - 1n) / block;
}

/** `0x1f`, or `-0x1f` for negative values. */
export function hex(value: bigint | number): string {
  return value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}
