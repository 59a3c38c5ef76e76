/** Names for symbols in the emitted forms, whatever the symbols are called. */
import { InputError } from '../trouble/errors.ts';
import { escapedCharacter, printable } from '../trouble/printable.ts';

/** Names that C, assembly, Rust, Go and ELF take alike. */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Names of sections that need no quotes anywhere. */
const SECTION = /^[\w.$-]+$/;

/** @throws InputError when the prefix is no identifier */
export function checkPrefix(prefix: string): void {
  if (!IDENTIFIER.test(prefix)) throw new InputError(`--prefix ${prefix} is no C identifier`);
}

/** @throws InputError when the name of a section has other characters than letters, digits and `_.$-` */
export function checkSection(section: string): void {
  if (SECTION.test(section)) return;
  throw new InputError(`--section ${section}: name it by letters, digits, "_", ".", "$" and "-" alone`);
}

/**
 * A name for each symbol, all of them different and `free`: its own where that is the one `spelt` makes of it, else a
 * similar one with a number.
 */
export function namesFor(
  symbols: readonly string[],
  spelt: (name: string) => string,
  free: (name: string) => boolean,
): Map<string, string> {
  const own = new Set(symbols.filter((name) => spelt(name) === name && free(name)));
  const taken = new Set(own);
  /** The last number tried behind each name, so that many similar names take no time that grows with their square. */
  const numbers = new Map<string, number>();
  return new Map(
    symbols.map((name) => {
      if (own.has(name)) return [name, name];
      const similar = spelt(name);
      let found = similar;
      let number = numbers.get(similar) ?? 1;
      while (taken.has(found) || !free(found)) found = `${similar}_${++number}`;
      numbers.set(similar, number);
      taken.add(found);
      return [name, found];
    }),
  );
}

/** A name in a comment of C, Rust or Go, which it must not end, nor seem to begin another in. */
export function commentText(name: string): string {
  return printable(name).replace(/[*/]/g, escapedCharacter);
}
