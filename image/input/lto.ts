/** Objects that have what a compiler knows of their source in place of code. */
import type { ElfFile } from '../elf/types.ts';
import { InputError } from '../trouble/errors.ts';

/** What gcc puts into a slim object for linkers to see. */
const SLIM_SYMBOL = '__gnu_lto_slim';
/** `struct lto_section` of gcc: after two 16-bit versions a byte that is not 0 where there is no code. */
const LTO_HEADER = /^\.gnu\.lto_\.lto\./;
const SLIM_BYTE = 4;

/** @throws InputError when the object was compiled for optimization at link time, and has no code */
export function checkNotSlim({ sections, symbols }: ElfFile): void {
  const slim =
    symbols.some(({ name, place }) => name === SLIM_SYMBOL && place.kind !== 'undefined') ||
    sections.some(({ name, data }) => LTO_HEADER.test(name) && (data[SLIM_BYTE] ?? 0) !== 0);
  if (!slim) return;
  throw new InputError(
    'it is a slim LTO object (gcc -flto), which has no code, only what the compiler needs at the final link; ' +
      'recompile it with -fno-lto, or with -ffat-lto-objects',
  );
}
