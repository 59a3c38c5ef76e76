/** Purgatories inside other files: programs that load them, kernels, and what kernels are compressed into. */
import { architectureForElf } from '../relocator-dsl/architectures.ts';
import { carveObjects } from './elf/carve.ts';
import { COMPRESSED, type Compression } from './elf/compression.ts';
import { readElf } from './elf/read.ts';
import { USUAL_ENTRY } from './input/entry-point.ts';
import { InputError } from './trouble/errors.ts';

/** Undoes a compression, whatever stands behind its end; undefined when the bytes are not what they seem. */
export type Unpack = (form: Compression, bytes: Uint8Array) => Uint8Array | undefined;

/** A relocatable object inside a file. */
export interface Extracted {
  /** Where it begins, in bytes; behind what has been decompressed, if it was. */
  readonly offset: number;
  /** The stream that it stands in, and where that begins. */
  readonly inside?: { readonly form: Compression; readonly offset: number };
  readonly arch: string;
  /** It has the symbol by which purgatories are entered. */
  readonly purgatory: boolean;
  readonly bytes: Uint8Array;
}

/**
 * The relocatable objects of known machines inside a file, purgatories first. Compressed streams are looked into one
 * level deep.
 */
export function extractObjects(bytes: Uint8Array, unpack: Unpack): Extracted[] {
  const found = known(bytes);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { form, magic } of COMPRESSED) {
    for (let at = file.indexOf(magic); at >= 0; at = file.indexOf(magic, at + 1)) {
      const inner = unpack(form, file.subarray(at));
      if (inner) found.push(...known(inner).map((each) => ({ ...each, inside: { form, offset: at } })));
    }
  }
  return found.sort((a, b) => Number(b.purgatory) - Number(a.purgatory));
}

function known(bytes: Uint8Array): Extracted[] {
  return carveObjects(bytes).flatMap(({ offset, bytes: object }) => {
    try {
      const elf = readElf(object);
      const architecture = architectureForElf(elf.machine, elf.wordBits, elf.byteOrder);
      if (!architecture) return [];
      const purgatory = elf.symbols.some(
        ({ name, place }) => name === USUAL_ENTRY && place.kind === 'section',
      );
      return [{ offset, arch: architecture.machine.arch, purgatory, bytes: object }];
    } catch (error) {
      // What only looks like one.
      if (error instanceof InputError) return [];
      throw error;
    }
  });
}
