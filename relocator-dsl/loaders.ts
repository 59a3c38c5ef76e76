/** Who else relocates: what each loader does with a file, and which relocation types it applies since when. */
import { type Architecture, commonPrefix } from './architecture.ts';
import type { LoaderKnowledge } from './machine-facets.ts';

/** Symbols of every purgatory that kexec-tools fills in. */
export const KEXEC_TOOLS_COMMON = ['sha256_regions', 'sha256_digest', 'skip_checks'] as const;

/** A program that relocates with a list of types of its own. */
export interface Loader {
  /** As it is asked for. */
  readonly name: string;
  readonly title: string;
  /** The project whose releases are counted. */
  readonly releases: string;
  /** The first release with a list, and the last that was looked at. */
  readonly seen: readonly [first: string, last: string];
  readonly does: LoaderTask;
  /** What becomes of a type that it does not know. */
  readonly unknown: string;
  /** What becomes of a symbol that is neither defined nor weak. */
  readonly undefinedSymbols: 'refused' | 'taken for 0' | 'looked up';
  /** What becomes of a COMMON symbol. */
  readonly commonSymbols: 'refused' | 'placed';
  /** What it does not look at, in a sentence. */
  readonly unchecked: string;
}

/** What the file is relocated for, and by that which relocations are its. */
export type LoaderTask = 'loads purgatories' | 'loads modules' | 'converts linked files' | 'relocates itself';

export const LOADERS: readonly Loader[] = [
  {
    name: 'kexec-tools',
    title: 'kexec-tools, kexec_load(2)',
    releases: 'kexec-tools',
    seen: ['2.0.0', '2.0.32'],
    does: 'loads purgatories',
    unknown: 'ends with the number of the type when the kernel is loaded',
    undefinedSymbols: 'taken for 0',
    commonSymbols: 'refused',
    unchecked: 'ranges of most types, undefined symbols, offsets and indices of symbols',
  },
  {
    name: 'linux',
    title: 'Linux, kexec_file_load(2)',
    releases: 'Linux',
    seen: ['3.17', '7.2'],
    does: 'loads purgatories',
    unknown: 'refuses the kernel (ENOEXEC); the number of the type is in its log',
    undefinedSymbols: 'refused',
    commonSymbols: 'refused',
    unchecked: 'ranges of PC-relative types',
  },
];

export interface LoaderSupport {
  readonly loader: Loader;
  readonly known: boolean;
  /** The release since which it applies the type, if it did not do so from the first. */
  readonly since?: string;
  readonly note?: string;
}

/** @throws RangeError when there is none */
export function loaderNamed(name: string): Loader {
  const found = LOADERS.find((loader) => loader.name === name);
  if (!found) throw new RangeError(`no loader is called ${name}`);
  return found;
}

/** What each loader for the machine does with the type called `typeName`. */
export function loadersOf({ machine, types }: Architecture, typeName: string): LoaderSupport[] {
  const name = typeName.slice(commonPrefix(types).length);
  return machine.loading.loaders.map((knowledge) => {
    const loader = loaderNamed(knowledge.loader);
    const releases = Object.keys(knowledge.types);
    const since = releases.find((release) => knowledge.types[release]?.includes(name));
    if (since === undefined) return { loader, known: false };
    const note = knowledge.notes?.[name];
    return {
      loader,
      known: true,
      ...(since === releases[0] ? {} : { since }),
      ...(note === undefined ? {} : { note }),
    };
  });
}

/** The types that a release applies, by full name; without one, the last that was looked at. */
export function typesOf(
  { types: all }: Architecture,
  { types }: LoaderKnowledge,
  release?: string,
): Set<string> {
  const prefix = commonPrefix(all);
  const names = Object.entries(types).flatMap(([since, list]) =>
    release === undefined || compareReleases(since, release) <= 0 ? list : [],
  );
  return new Set(names.map((name) => prefix + name));
}

/** Negative if `a` is before `b`, by their numbers from the left; what stands around them does not count. */
export function compareReleases(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => (text.match(/\d+/g) ?? []).map(Number));
  for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What keeps compilers from emitting the type called `typeName`, if that is known. */
export function avoidanceOf({ machine, types: all }: Architecture, typeName: string): string | undefined {
  const name = typeName.slice(commonPrefix(all).length);
  return machine.loading.avoid?.find(({ types }) => types.includes(name))?.by;
}
