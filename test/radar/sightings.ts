/** What the radar's findings say of each type: who emits it, with how little, and since when. */
import { CHECKED_AT, PURGATORIES_AT } from './corpus.ts';
import { STANDS_IN, type StandsIn } from './emitted.ts';
import type { MachineFindings } from './findings.ts';

/** A type of one machine. */
export interface Sighting {
  readonly type: string;
  readonly standsIn: readonly StandsIn[];
  /** The compilers that emit it, each with the least flags that bring it. */
  readonly by: Readonly<Record<string, { readonly flags: string; readonly levels: string }>>;
}

/** All types that compilers emit for a machine, by name. */
export function sightingsOf({ jobs }: MachineFindings): Sighting[] {
  const found = new Map<
    string,
    { standsIn: Set<StandsIn>; by: Record<string, { flags: string; levels: string }> }
  >();
  // The fewest flags first, of as many those that the plan has first.
  const order = [...jobs].sort((a, b) => wordsIn(a.flags) - wordsIn(b.flags));
  for (const { flags, compilers, emitted } of order) {
    for (const { type, levels, standsIn } of emitted.types) {
      const entry = found.get(type) ?? { standsIn: new Set(), by: {} };
      found.set(type, entry);
      for (const kind of standsIn) entry.standsIn.add(kind);
      for (const compiler of compilers) entry.by[compiler] ??= { flags, levels: levelsText(levels) };
    }
  }
  return [...found]
    .map(([type, { standsIn, by }]) => ({
      type,
      standsIn: STANDS_IN.filter((kind) => standsIn.has(kind)),
      by,
    }))
    .sort((a, b) => (a.type < b.type ? -1 : 1));
}

function wordsIn(flags: string): number {
  return flags.split(' ').filter((word) => word !== '').length;
}

/** At which levels a type is there; nothing where one kind of program has it at all of its levels. */
function levelsText(levels: readonly string[]): string {
  const whole = [CHECKED_AT, ...Object.values(PURGATORIES_AT)];
  if (whole.some((all) => all.every((level) => levels.includes(level)))) return '';
  return ` at ${levels.map((level) => `\`${level}\``).join(' ')}`;
}

/** A type that came with a version of a compiler, or went. */
export interface Change {
  readonly compiler: string;
  readonly type: string;
  /** The sets of flags with which it did. */
  readonly flags: readonly string[];
  readonly gone: boolean;
}

/** What each version emits with flags with which the version before it emitted otherwise, though it compiled all. */
export function changesOf({ compilers, jobs }: MachineFindings): Change[] {
  const names = Object.keys(compilers);
  return names.flatMap((compiler, index) => {
    const before = names[index - 1];
    if (before === undefined || familyOf(before) !== familyOf(compiler)) return [];
    const changes = new Map<string, { type: string; gone: boolean; flags: string[] }>();
    for (const flags of new Set(jobs.map((job) => job.flags))) {
      const [old, now] = [before, compiler].map((name) =>
        jobs.find((job) => job.flags === flags && job.compilers.includes(name)),
      );
      if (!old || !now || old.emitted.failed || now.emitted.failed) continue;
      const [had, has] = [old, now].map(({ emitted }) => new Set(emitted.types.map(({ type }) => type)));
      for (const type of new Set([...(had ?? []), ...(has ?? [])])) {
        if (had?.has(type) === has?.has(type)) continue;
        const gone = had?.has(type) === true;
        const change = changes.get(`${gone} ${type}`) ?? { type, gone, flags: [] };
        changes.set(`${gone} ${type}`, change);
        change.flags.push(flags);
      }
    }
    const sorted = [...changes.values()].sort((a, b) => (a.type < b.type ? -1 : 1));
    return sorted.map((change) => ({ compiler, ...change }));
  });
}

function familyOf(compiler: string): string {
  return compiler.replace(/-.*/, '');
}
