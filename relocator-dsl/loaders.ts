/** Who else relocates: what each loader does with a file, and which relocation types it applies since when. */
import { type Architecture, commonPrefix } from './architecture.ts';
import { type Habits, type Loader, type LoaderKnowledge, typeNames } from './loader.ts';
import { LOADERS } from './loader-list.ts';

export interface LoaderSupport {
  readonly loader: Loader;
  readonly known: boolean;
  /** The release since which it applies the type, if it did not do so from the first. */
  readonly since?: string;
  /** The release since which it does so no more. */
  readonly until?: string;
  readonly note?: string;
}

/** @throws RangeError when there is none */
export function loaderNamed(name: string): Loader {
  const found = LOADERS.find((loader) => loader.name === name);
  if (!found) throw new RangeError(`no loader is called ${name}`);
  return found;
}

/** What a loader does on a machine. */
export function habitsOf(loader: Loader, knowledge: LoaderKnowledge | undefined): Habits {
  return { ...loader, ...knowledge };
}

/** The file of the loader's source that has the list of types for the machine. */
export function sourceOf({ loader, source }: LoaderKnowledge): string {
  return source ?? loaderNamed(loader).source ?? '';
}

/** What a loader does otherwise than the psABI says, by the type's name without what all of the machine's begin with. */
export function notesOf({ notes = {}, flaws = [] }: LoaderKnowledge): Readonly<Record<string, string>> {
  const flawed = flaws.flatMap(({ types, of, until, how }) =>
    typeNames(types).map((name) => [name, `of ${of}: it ${how}; right since ${until}`] as const),
  );
  return { ...Object.fromEntries(flawed), ...notes };
}

/** What each loader for the machine does with the type called `typeName`. */
export function loadersOf({ machine, types }: Architecture, typeName: string): LoaderSupport[] {
  const name = typeName.slice(commonPrefix(types).length);
  return machine.loading.loaders.map((knowledge) => {
    const loader = loaderNamed(knowledge.loader);
    const releaseIn = (lists: LoaderKnowledge['types']): string | undefined =>
      Object.keys(lists).find((release) => typeNames(lists[release] ?? '').includes(name));
    const since = releaseIn(knowledge.types);
    if (since === undefined) return { loader, known: false };
    const until = releaseIn(knowledge.until ?? {});
    const note = notesOf(knowledge)[name];
    return {
      loader,
      known: until === undefined,
      ...(since === Object.keys(knowledge.types)[0] ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      ...(note === undefined ? {} : { note }),
    };
  });
}

/** The types that a release applies, by full name; without one, the last that was looked at. */
export function typesOf(
  { types: all }: Architecture,
  { types, until = {} }: LoaderKnowledge,
  release?: string,
): Set<string> {
  const prefix = commonPrefix(all);
  const upTo = (lists: LoaderKnowledge['types']): string[] =>
    Object.entries(lists).flatMap(([since, list]) =>
      release === undefined || compareReleases(since, release) <= 0 ? typeNames(list) : [],
    );
  const gone = new Set(upTo(until));
  return new Set(
    upTo(types)
      .filter((name) => !gone.has(name))
      .map((name) => prefix + name),
  );
}

/** Negative if `a` is before `b`, by their numbers from the left; what stands around them does not count, nor a project's name. */
export function compareReleases(a: string, b: string): number {
  const [left, right] = [a, b].map((text) =>
    (text.replace(/^[a-z]+\d*-/i, '').match(/\d+/g) ?? []).map(Number),
  );
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
