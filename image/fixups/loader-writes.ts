/** Fixups inside symbols that the loader writes before the jump: they would move what the loader has placed. */
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { PlacedWords } from '../input/placed-words.ts';
import type { Layout, PlacedSymbol } from '../input/source.ts';
import { type LoaderWrites, writtenNames } from '../input/written.ts';
import { byteRanges } from '../memory/container.ts';
import { InputError } from '../trouble/errors.ts';
import { whyNoGlobal } from '../trouble/missing-symbols.ts';
import { placeText } from '../trouble/troubles.ts';
import { type Fixup, type Resolved, wordFixup } from './resolve.ts';

export interface LoaderWritten {
  /** Those that are left to the prologue, words in columns and others. */
  readonly fixups: readonly Fixup[];
  readonly words: PlacedWords;
  readonly dropped: readonly Dropped[];
  /** The symbols that the loader writes and the blob has bytes for. */
  readonly written: readonly string[];
}

/** A fixup that is left out, and the symbol on whose account. */
export interface Dropped {
  readonly fixup: Fixup;
  readonly inside: string;
}

/**
 * Takes out the fixups that stand in symbols the loader writes. Of all that a family is told an object
 * need not have all. A word that begins in a symbol goes with it even if it is longer: kexec-tools declares
 * entry32_regs to end in the middle of its last word, an 8-byte entry address.
 * @throws InputError when a named symbol is missing or has no size, a fixup runs into it from the front, or the family is another
 */
export function dropLoaderWrites(
  { fixups, words }: Pick<Resolved, 'fixups' | 'words'>,
  layout: Layout,
  machine: Machine,
  written: LoaderWrites | undefined,
  locals: ReadonlySet<string>,
): LoaderWritten {
  if (written === undefined) return { fixups, words, dropped: [], written: [] };
  const names = writtenNames(
    written,
    machine,
    layout.symbols.map(({ name }) => name),
  );
  // What has no size takes no bytes; loaders write only symbols of the size they expect.
  const symbols = layout.symbols.filter(({ name, size }) => size > 0 && names.has(name));
  if (typeof written !== 'string') {
    const missing = written.filter((name) => !symbols.some((symbol) => symbol.name === name));
    if (missing.length > 0) throw new InputError(missing.map((name) => whyMissing(name, layout, locals)));
  }
  const met = new Set<number>();
  for (const symbol of symbols) {
    const [first, last] = words.within(symbol.offset, endOf(symbol));
    for (let index = first; index < last; index++) met.add(index);
  }
  const left: Fixup[] = [];
  const dropped: Dropped[] = [];
  for (const fixup of [...fixups, ...[...met].map((index) => wordFixup(words, index))]) {
    const { offset, rule, origin, addend } = fixup.application;
    const taken = byteRanges(offset, rule.field, addend);
    const inside = symbols.find((symbol) =>
      taken.some(({ start, end }) => start < endOf(symbol) && end > symbol.offset),
    );
    if (!inside) {
      left.push(fixup);
      continue;
    }
    // A word that begins inside and runs past the end (amd64's entry32_regs) goes too: adding the base to it would
    // change what the loader wrote. The bytes past the end then keep their value at link base 0.
    if (offset < inside.offset) {
      throw new InputError(
        `${placeText(origin)} begins before ${inside.name}, which the loader writes, and runs into it; ` +
          'leave it out of --loader-writes',
      );
    }
    dropped.push({ fixup, inside: inside.name });
  }
  const inFile = symbols.filter((symbol) => endOf(symbol) <= layout.size);
  return {
    fixups: left,
    words: words.without(met),
    dropped,
    written: [...new Set(inFile.map(({ name }) => name))],
  };
}

function whyMissing(name: string, { symbols }: Layout, locals: ReadonlySet<string>): string {
  const names = symbols.map((symbol) => symbol.name);
  const why = names.includes(name)
    ? 'the symbol has no size; give it one with .size'
    : whyNoGlobal(name, names, locals);
  return `--loader-writes ${name}: ${why}`;
}

function endOf({ offset, size }: PlacedSymbol): number {
  return offset + size;
}
