/** Relocations of a type that a loader applies, and gets wrong. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { type Flaw, type LoaderKnowledge, typeNames } from '../../relocator-dsl/loader.ts';
import { compareReleases } from '../../relocator-dsl/loaders.ts';
import type { ElfSymbol, Section } from '../elf/types.ts';
import { localEntryOf } from '../input/symbol-use.ts';

interface Place {
  readonly section: Section | undefined;
  readonly offset: bigint;
  readonly symbol: ElfSymbol | undefined;
  readonly architecture: Architecture;
}

/** What a release gets wrong at a relocation of the type called `short`, which it applies; undefined if it does not. */
export function flawOf(
  knowledge: LoaderKnowledge | undefined,
  release: string,
  short: string,
  type: string,
  place: Place,
): Flaw | undefined {
  return knowledge?.flaws?.find(
    ({ types, of, until }) =>
      compareReleases(release, until) < 0 && typeNames(types).includes(short) && IS[of](type, place),
  );
}

const IS: Readonly<Record<Flaw['of'], (type: string, place: Place) => boolean>> = {
  'fields that hold something': (type, { section, offset, architecture }) => {
    const rule = architecture.byName.get(type);
    if (section === undefined || rule?.kind !== 'rule') return false;
    const at = Number(offset);
    return section.data.subarray(at, at + rule.field.bytes).some((byte) => byte !== 0);
  },
  'functions with a local entry': (_type, { symbol, architecture }) =>
    symbol !== undefined && (localEntryOf(symbol, architecture.machine) ?? 0n) !== 0n,
};
