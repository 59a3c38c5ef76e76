/** Words of 4 bytes, as a little-endian machine has them in memory. */
export function le32(...words: number[]): Uint8Array {
  const bytes = Buffer.alloc(words.length * 4);
  words.forEach((word, i) => {
    bytes.writeUInt32LE(word >>> 0, i * 4);
  });
  return new Uint8Array(bytes);
}
