/**
 * Words of an ELF file in its own class and byte order, for tests that read files as linkers made them: by another way
 * than image/elf, which would refuse some of them.
 */

export interface ElfWords {
  readonly wide: boolean;
  readonly little: boolean;
  readonly view: DataView;
  /** 2 bytes. */
  half(at: number): number;
  /** 4 bytes. */
  full(at: number): number;
  /** An address: 8 bytes in ELF64, else 4. */
  word(at: number): bigint;
}

export function elfWords(file: Uint8Array): ElfWords {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const wide = file[4] === 2;
  const little = file[5] === 1;
  return {
    wide,
    little,
    view,
    half: (at) => view.getUint16(at, little),
    full: (at) => view.getUint32(at, little),
    word: (at) => (wide ? view.getBigUint64(at, little) : BigInt(view.getUint32(at, little))),
  };
}
