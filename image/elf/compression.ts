/** Compressions in which objects come. */

export type Compression = 'gzip' | 'xz' | 'zstd' | 'lz4';

/** How streams of each begin; Linux's are these, whatever its builder wrote behind them. */
export const COMPRESSED: readonly { readonly form: Compression; readonly magic: Buffer }[] = [
  { form: 'gzip', magic: Buffer.from([0x1f, 0x8b, 0x08]) },
  { form: 'xz', magic: Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]) },
  { form: 'zstd', magic: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]) },
  { form: 'lz4', magic: Buffer.from([0x02, 0x21, 0x4c, 0x18]) },
];

/** By what a file is compressed as a whole, if it is. */
export function compressionOf(bytes: Uint8Array): Compression | undefined {
  return COMPRESSED.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte))?.form;
}
