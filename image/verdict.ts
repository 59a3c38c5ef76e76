/** Whether another loader would take a file, by what is known of the types it applies. */
import { type Architecture, commonPrefix, relativeWordRule } from '../relocator-dsl/architecture.ts';
import {
  goesOn,
  type Habits,
  type Loader,
  type LoaderKnowledge,
  typeNames,
} from '../relocator-dsl/loader.ts';
import {
  avoidanceOf,
  compareReleases,
  habitsOf,
  loaderNamed,
  loadersOf,
  typesOf,
} from '../relocator-dsl/loaders.ts';
import { SHF } from './elf/constants.ts';
import type { ElfFile, ElfSymbol, Section } from './elf/types.ts';
import { bySection } from './input/addresses.ts';
import { originOf } from './input/origin.ts';
import { supportCode } from './input/support-code.ts';
import type { RelocationPlace, Trouble } from './trouble/troubles.ts';
import { whyNotAtAll } from './verdict/file.ts';
import { flawOf } from './verdict/flaws.ts';
import { INSTEAD } from './verdict/instead.ts';

/** A loader, and the release that is meant; the last one looked at, if none is given. */
export interface LoaderRequest {
  readonly loader: string;
  readonly release?: string | undefined;
}

export interface Verdict {
  readonly loader: Loader;
  readonly release: string;
  /** The last release that was looked at, by which one that is later is judged. */
  readonly judgedBy?: string;
  /** The types that it knows. */
  readonly known: ReadonlySet<string>;
  /** What it does with a type that it does not know, as in "it …". */
  readonly unknownHow: string;
  /** Why it takes no such file at all, and what to do. */
  readonly whole?: string;
  /** Every relocation at which it ends. */
  readonly refused: readonly Trouble[];
  /** Every relocation that is not done as it is meant, and it goes on: it applies it otherwise, or not at all. */
  readonly wrong: readonly Trouble[];
}

/** A loader as it is asked for; the last release looked at has no need to be named. */
export function verdictName({ loader, release }: Verdict): string {
  return release === loader.seen[1] ? loader.name : `${loader.name}@${release}`;
}

/** That nothing is known of a release yet, and what is said of it instead; undefined for those that are known. */
export function laterRelease({ loader: name, release }: LoaderRequest): string | undefined {
  const [, last] = loaderNamed(name).seen;
  if (release === undefined || compareReleases(release, last) <= 0) return undefined;
  return `${name} ${release} is later than ${last}, the last release that was looked at, and is judged by what that one knows`;
}

/** Those who load purgatories of the machine. */
export function purgatoryLoaders({ machine }: Architecture): LoaderRequest[] {
  return machine.loading.loaders
    .filter(({ loader }) => loaderNamed(loader).does === 'loads purgatories')
    .map(({ loader }) => ({ loader }));
}

/**
 * Each loader and release once, in the order in which they are named first.
 * @throws RangeError when no loader has such a name
 */
export function distinctLoaders(requests: readonly LoaderRequest[]): LoaderRequest[] {
  const seen = new Set<string>();
  return requests.filter(({ loader, release }) => {
    const key = `${loader}@${release ?? loaderNamed(loader).seen[1]}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What else there is to know of a file that is judged. */
export interface Judgement {
  /** The file with the relocations that its linker kept, if it did. */
  readonly kept?: ElfFile | undefined;
  /** Others define what is undefined in it, before any loader sees it. */
  readonly parts?: boolean | undefined;
}

/**
 * What a loader does with the relocations of a file.
 * @throws RangeError when no loader has that name
 */
export function judge(
  elf: ElfFile,
  architecture: Architecture,
  { loader: name, release: asked }: LoaderRequest,
  { kept, parts = false }: Judgement = {},
): Verdict {
  const loader = loaderNamed(name);
  const release = asked ?? loader.seen[1];
  const knowledge = architecture.machine.loading.loaders.find((each) => each.loader === name);
  const known = knowledge ? typesOf(architecture, knowledge, release) : new Set<string>();
  const habits = habitsOf(loader, knowledge);
  const later = laterRelease({ loader: name, release }) === undefined ? {} : { judgedBy: loader.seen[1] };
  const none = { loader, release, ...later, known, unknownHow: habits.unknownHow, refused: [], wrong: [] };
  const whole = whyNotAtAll(elf, architecture, { loader, release, known, takes: habits.takes, kept, parts });
  if (whole !== undefined) return { ...none, whole };
  const withoutSymbol = new Set(typeNames(knowledge?.withoutSymbol ?? ''));
  const prefix = commonPrefix(architecture.types);
  const whyUnknown = new Map();
  const own = { loader, release, architecture, known, habits, knowledge, parts };
  const asks = { ...own, withoutSymbol, prefix, whyUnknown };
  const read = habits.takes === 'files with --emit-relocs' && kept ? kept : elf;
  const judged = [...relocationsOf(read, architecture)].flatMap((each) => unfit(each, asks) ?? []);
  const all = [...judged, ...packed(read, architecture, asks)];
  const troubles = (runsOn: boolean): Trouble[] =>
    all.filter((each) => each.runsOn === runsOn).map(({ trouble }) => trouble);
  return { ...none, refused: troubles(false), wrong: troubles(true) };
}

interface Asks {
  readonly loader: Loader;
  readonly release: string;
  readonly architecture: Architecture;
  readonly known: ReadonlySet<string>;
  readonly habits: Habits;
  readonly knowledge: LoaderKnowledge | undefined;
  /** Undefined symbols are others' business. */
  readonly parts: boolean;
  /** Types that it does not know where they have a symbol, without their prefix. */
  readonly withoutSymbol: ReadonlySet<string>;
  /** What all names of types begin with. */
  readonly prefix: string;
  /** What is said of each type that it does not know; files have thousands of one. */
  readonly whyUnknown: Map<string, Pick<Trouble, 'why' | 'remedy'>>;
}

interface Unfit {
  /** The loader does not stop at it. */
  readonly runsOn: boolean;
  readonly trouble: Trouble;
}

/** Why a relocation is not done as it is meant, if that is so. */
function unfit({ place, symbol, marker, section, offset }: Judged, asks: Asks): Unfit | undefined {
  const { loader, release, architecture, habits, known, knowledge, withoutSymbol, prefix } = asks;
  const short = place.type.slice(prefix.length);
  const applies = known.has(place.type) && (symbol === undefined || !withoutSymbol.has(short));
  if (!applies) {
    // What stores nothing is done by whoever does nothing.
    if (marker && SKIPS.includes(habits.unknown)) return undefined;
    return { runsOn: goesOn(habits.unknown), trouble: { ...place, ...whyUnknown(place, asks) } };
  }
  const flaw = flawOf(knowledge, release, short, place.type, { section, offset, symbol, architecture });
  if (flaw !== undefined) {
    const since = `take ${loader.name} ${flaw.until} or later, where ${release} is too old`;
    const remedy = `${since}, or ${INSTEAD}`;
    return { runsOn: true, trouble: { ...place, why: `${loader.name} ${release} ${flaw.how}`, remedy } };
  }
  // Every loader gives the pointer of the table of contents a meaning.
  const meant = symbol !== undefined && symbol.name === architecture.machine.pointers?.toc?.symbol;
  const othersDefine = asks.parts && symbol?.place.kind === 'undefined';
  const unusable = symbol && !meant && !othersDefine ? whyUnusable(symbol, loader.name, habits) : undefined;
  if (unusable === undefined) return undefined;
  return { runsOn: unusable.silent, trouble: { ...place, why: unusable.why, remedy: unusable.remedy } };
}

function whyUnknown(
  { type }: RelocationPlace,
  { loader: { name }, release, architecture, habits, known, whyUnknown: before }: Asks,
): Pick<Trouble, 'why' | 'remedy'> {
  const told = before.get(type);
  if (told) return told;
  const why = known.has(type) ? 'does not know it with a symbol' : 'does not know it';
  const silent = goesOn(habits.unknown) ? `, and ${habits.unknownHow}` : '';
  const fresh = {
    why: `${name} ${release} ${why}${silent}`,
    remedy: remedyFor(type, name, release, architecture),
  };
  before.set(type, fresh);
  return fresh;
}

const SKIPS: readonly string[] = ['skipped with a warning', 'skipped in silence'];

/** What becomes of words packed as RELR, of which the first stands for all. */
function packed(elf: ElfFile, architecture: Architecture, { loader, release, habits }: Asks): Unfit[] {
  const [first] = elf.relr;
  const { relr } = habits;
  if (first === undefined || relr === undefined) return [];
  if (relr.since !== undefined && compareReleases(relr.since, release) <= 0) return [];
  const relative = relativeWordRule(architecture);
  const since = relr.since === undefined ? '' : `take ${loader.name} ${relr.since} or later, or `;
  return [
    {
      runsOn: relr.otherwise !== 'refused',
      trouble: {
        type: relative?.name ?? 'RELR',
        number: relative?.type ?? 0,
        symbol: '',
        section: 'DT_RELR',
        offset: first,
        why:
          `${loader.name} ${release} knows no packed words (DT_RELR), of which there are ${elf.relr.length}; ` +
          `they are ${relr.otherwise}`,
        remedy: `${since}link with -z nopack-relative-relocs`,
      },
    },
  ];
}

interface Judged {
  readonly place: RelocationPlace;
  readonly symbol: ElfSymbol | undefined;
  /** Its type stores nothing. */
  readonly marker: boolean;
  /** Where it stands in the file that is judged; no section, if it is linked. */
  readonly section: Section | undefined;
  readonly offset: bigint;
}

/** Every relocation of what takes memory. */
function* relocationsOf(elf: ElfFile, architecture: Architecture): Generator<Judged> {
  const placed = bySection(elf);
  for (const { target, name, relocations } of elf.relocations) {
    const section = elf.type === 'dynamic' ? { name } : elf.sections[target];
    if (!section || ('flags' in section && !(section.flags & SHF.ALLOC))) continue;
    const own = 'flags' in section ? section : undefined;
    for (const relocation of relocations) {
      const place = originOf(elf, architecture, section, relocation);
      yield {
        place: own ? place : placed(place),
        symbol: relocation.symbol === 0 ? undefined : elf.symbols[relocation.symbol],
        marker: architecture.byType.get(place.number)?.kind === 'marker',
        section: own,
        offset: relocation.offset,
      };
    }
  }
}

function remedyFor(type: string, name: string, release: string, architecture: Architecture): string {
  const support = loadersOf(architecture, type).find(({ loader }) => loader.name === name);
  const { since, until } = support ?? {};
  const update = [
    ...(since !== undefined && compareReleases(release, since) < 0
      ? [`take ${name} ${since} or later, where ${release} is too old`]
      : []),
    ...(until !== undefined && compareReleases(release, until) >= 0 ? [`take ${name} before ${until}`] : []),
  ];
  const flag = avoidanceOf(architecture, type);
  return [...update, ...(flag === undefined ? [] : [flag]), INSTEAD].join(', or ');
}

interface Unusable {
  readonly silent: boolean;
  readonly why: string;
  readonly remedy: string;
}

function whyUnusable(
  { place, binding, name: symbol }: ElfSymbol,
  name: string,
  { undefinedSymbols, commonSymbols }: Habits,
): Unusable | undefined {
  if (place.kind === 'common' && commonSymbols === 'refused') {
    return { silent: false, why: `${name} takes no COMMON symbols`, remedy: 'compile with -fno-common' };
  }
  if (place.kind !== 'undefined') return undefined;
  const support = supportCode(symbol);
  const remedy = support ? `${support.what}: ${support.remedy}` : 'link what defines it (ld -r)';
  switch (undefinedSymbols) {
    case 'looked up':
    case 'not looked at':
      return undefined;
    case 'refused':
      return {
        silent: false,
        why: `the symbol is undefined, which ${name} refuses`,
        remedy,
      };
    case 'taken for 0':
    case 'skipped in silence':
      if (binding === 'weak') return undefined;
      return {
        silent: true,
        why: `the symbol is undefined, which ${name} ${UNDEFINED[undefinedSymbols]}`,
        remedy,
      };
  }
}

const UNDEFINED = {
  'taken for 0': 'takes for 0 and says nothing',
  'skipped in silence': 'leaves as it is and says nothing',
} as const;
