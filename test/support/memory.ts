/** The bytes of words in memory. */

export type Order = 'little' | 'big';

export function read(memory: Uint8Array, offset: number, bytes: number, order: Order): bigint {
  let value = 0n;
  for (let index = 0; index < bytes; index++) {
    const at = order === 'big' ? index : bytes - 1 - index;
    value = (value << 8n) | BigInt(memory[offset + at] ?? 0);
  }
  return value;
}

export function write(memory: Uint8Array, offset: number, bytes: number, value: bigint, order: Order): void {
  for (let index = 0; index < bytes; index++) {
    const at = order === 'big' ? bytes - 1 - index : index;
    memory[offset + at] = Number((value >> BigInt(8 * index)) & 0xffn);
  }
}
