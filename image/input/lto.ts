/** Objects that have what a compiler knows of their source in place of code. */
import type { FileKind } from '../elf/file-kinds.ts';
import type { ElfFile } from '../elf/types.ts';
import { InputError } from '../trouble/errors.ts';

/** What gcc puts into a slim object for linkers to see. */
const SLIM_SYMBOL = '__gnu_lto_slim';
/** `struct lto_section` of gcc: after two 16-bit versions a byte that is not 0 where there is no code. */
const LTO_HEADER = /^\.gnu\.lto_\.lto\./;
const SLIM_BYTE = 4;

const SLIM: FileKind = {
  what: 'a slim LTO object (gcc -flto), which has no code, only what the compiler needs at the final link',
  remedy: 'recompile it with -fno-lto, or with -ffat-lto-objects',
};

/** What an object is that was compiled for optimization at link time and has no code; undefined for others. */
export function slimKind({ sections, symbols }: ElfFile): FileKind | undefined {
  const isSlim =
    symbols.some(({ name, place }) => name === SLIM_SYMBOL && place.kind !== 'undefined') ||
    sections.some(({ name, data }) => LTO_HEADER.test(name) && (data[SLIM_BYTE] ?? 0) !== 0);
  return isSlim ? SLIM : undefined;
}

/** @throws InputError when it is such an object */
export function checkNotSlim(elf: ElfFile): void {
  const kind = slimKind(elf);
  if (kind) throw new InputError(`it is ${kind.what}; ${kind.remedy}`);
}
