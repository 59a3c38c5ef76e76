/** The structures that symbols of an image consist of, as the emitted forms declare them. */
import { architectureNamed } from '../../relocator-dsl/architectures.ts';
import { toldBy } from '../../relocator-dsl/own-purgatory.ts';
import {
  bytesOf,
  FAMILIES,
  type Family,
  type Member,
  placedMembers,
  purgatoryFamily,
} from '../../relocator-dsl/told.ts';

/** Several of these one behind the other, if `count` says so. */
export interface SymbolStructure {
  readonly family: Family;
  /** Whose purgatories have it, fit for a comment. */
  readonly whose: string;
  /** Words of the type's name: the family's, and that of the structure. Two families never have one type. */
  readonly words: readonly [family: string, structure: string];
  /** Of one. */
  readonly bytes: number;
  readonly count: number | undefined;
  readonly members: readonly (Member & { readonly offset: number })[];
}

/** What the symbols of a machine's image with these names and sizes consist of, by name, where it is known whose purgatory has them. */
export function structuresOf(
  symbols: readonly { readonly name: string; readonly size: number }[],
  arch: string,
): Map<string, SymbolStructure> {
  const machine = architectureNamed(arch)?.machine;
  const sizes = new Map(symbols.map(({ name, size }) => [name, size]));
  const family = purgatoryFamily(new Set(sizes.keys()));
  const facts = FAMILIES.find((each) => each.family === family);
  const told = (facts && machine && toldBy(facts.family, machine)) ?? [];
  return new Map(
    told.flatMap(({ name, bytes, structure }): [string, SymbolStructure][] => {
      if (!facts || !structure || sizes.get(name) !== bytes) return [];
      const described: SymbolStructure = {
        family: facts.family,
        whose: `purgatories of ${facts.title}`,
        words: [facts.family.replaceAll('-', '_'), structure.name],
        bytes: bytesOf(structure),
        count: structure.count,
        members: placedMembers(structure),
      };
      return [[name, described]];
    }),
  );
}

/** Those of the symbols that forms have functions for, each type once. */
export function typesIn(
  symbols: readonly { readonly isWritten: boolean; readonly structure?: SymbolStructure | undefined }[],
): SymbolStructure[] {
  const written = symbols.flatMap(({ isWritten, structure }) => (isWritten && structure ? [structure] : []));
  return [...new Map(written.map((structure) => [structure.words.join(' '), structure])).values()];
}

/** As programs read it in JSON; offsets are in bytes from the symbol's first one. */
export interface StructureData {
  readonly family: Family;
  readonly name: string;
  readonly size: number;
  readonly count?: number;
  readonly members: readonly { readonly name: string; readonly offset: number; readonly size: number }[];
}

export function structureData({ family, words, bytes, count, members }: SymbolStructure): StructureData {
  return {
    family,
    name: words[1],
    size: bytes,
    ...(count === undefined ? {} : { count }),
    members: members.map(({ name, offset, bytes: size }) => ({ name, offset, size })),
  };
}
