/**
 * Debian's purgatories as objects that can be built. On some architectures kexec-tools ships a purgatory that lacks
 * functions, its entry among them, because nothing loads it there. GNU ld -r completes these with functions of ours;
 * all other relocations are those of Debian's compiler.
 */
import { readFileSync } from 'node:fs';
import { readElf } from '../../index.ts';
import { fetchPurgatories } from '../../scripts/debian-purgatories.ts';
import { FAMILIES } from '../machines/index.ts';
import type { DebianFact } from './debian-facts.ts';
import { gnuMerged } from './gnu-object.ts';

export interface DebianObject {
  /** Debian's name of the architecture. */
  readonly name: string;
  readonly arch: string;
  /** Where it is as shipped. */
  readonly path: string;
  readonly facts: DebianFact;
  readonly shipped: Uint8Array;
  /** As shipped, or completed. */
  readonly object: Uint8Array;
  readonly completed: boolean;
}

const facts = new Map(FAMILIES.flatMap(({ debian = {} }) => Object.entries(debian)));

let found: readonly DebianObject[] | undefined;

/** @throws Error for a purgatory of which test/machines knows nothing */
export function debianObjects(): readonly DebianObject[] {
  found ??= fetchPurgatories().map(({ name, arch, path }): DebianObject => {
    const shipped = readFileSync(path);
    const known = facts.get(name);
    if (!known) throw new Error(`test/machines has nothing of Debian's ${name}`);
    const { completion } = known;
    const object = completion === undefined ? shipped : gnuMerged(arch, shipped, completion);
    return { name, arch, path, facts: known, shipped, object, completed: completion !== undefined };
  });
  return found;
}

/** Names of the global symbols that a file leaves undefined, but for those that only their declaration asks for. */
export function undefinedSymbols(object: Uint8Array): string[] {
  const { symbols, relocations } = readElf(object);
  const used = new Set(relocations.flatMap((table) => table.relocations.map(({ symbol }) => symbol)));
  return symbols.flatMap(({ name, place, index }) =>
    place.kind === 'undefined' && name !== '' && (used.has(index) || name === 'purgatory_start')
      ? [name]
      : [],
  );
}
