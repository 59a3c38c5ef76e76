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
import { columnsOf, type RelocationColumns } from './elf/relocation-columns.ts';
import type { ElfFile, ElfSymbol, RelocationSection, Section } from './elf/types.ts';
import { bySection } from './input/addresses.ts';
import { originOf, splitType } from './input/origin.ts';
import { supportCode } from './input/support-code.ts';
import { oncePer } from './memory/groups.ts';
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
  /** It takes the file, and ends at none of its relocations. */
  readonly takes: boolean;
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
  const about = factsOf(architecture, name, asked);
  const { loader, release, known, habits } = about;
  const later = laterRelease({ loader: name, release }) === undefined ? {} : { judgedBy: loader.seen[1] };
  const facts = { loader, release, ...later, known, unknownHow: habits.unknownHow };
  const whole = whyNotAtAll(elf, architecture, { loader, release, known, takes: habits.takes, kept, parts });
  if (whole !== undefined) return { ...facts, whole, takes: false, refused: [], wrong: [] };
  const asks = { ...about, parts };
  const read = habits.takes === 'files with --emit-relocs' && kept ? kept : elf;
  const judgedAt = judging(read, architecture);
  const kinds = kindsOf(read).map((kind) => {
    const judged = judgedAt(kind.table, kind.index);
    return { ...kind, number: judged.place.number, unfit: unfit(judged, asks) };
  });
  const packedWords = packed(read, architecture, asks);
  // Of a large file few ask for every place.
  let all: readonly Unfit[] | undefined;
  const troubles = (runsOn: boolean): Trouble[] => {
    all ??= [...unfitPlaces(read, kinds, asks), ...packedWords];
    return all.filter((each) => each.runsOn === runsOn).map(({ trouble }) => trouble);
  };
  // Where the place decides, one does not stand for others.
  const isFlawed = kinds.some(({ number }) => asks.flawed.has(number));
  const firsts = [...kinds.map((kind) => kind.unfit), ...packedWords];
  const ends = isFlawed ? troubles(false).length > 0 : firsts.some((each) => each && !each.runsOn);
  return {
    ...facts,
    takes: !ends,
    get refused() {
      return troubles(false);
    },
    get wrong() {
      return troubles(true);
    },
  };
}

/** Relocations that all loaders do the same with, but for what the place holds: one stands for them. */
interface Kind {
  readonly key: number;
  readonly table: RelocationSection;
  readonly index: number;
}

/** Says what kind a relocation is of: its type, whether it has a symbol, and which, if that is undefined or COMMON. */
function keysIn({ symbols }: ElfFile): (columns: RelocationColumns, index: number) => number {
  const asks = new Uint8Array(symbols.length);
  for (const { index, place } of symbols)
    if (place.kind === 'undefined' || place.kind === 'common') asks[index] = 1;
  return (columns, index) => {
    const symbol = columns.symbolAt(index);
    const told = symbol === 0 ? 0 : asks[symbol] ? symbol : symbols.length;
    return columns.typeAt(index) * (symbols.length + 1) + told;
  };
}

/** The kinds that there are, each with the first of them, in the order of the file. */
const kindsOf = oncePer((elf: ElfFile): readonly Kind[] => {
  const keyOf = keysIn(elf);
  const kinds = new Map<number, Kind>();
  for (const table of judgedTables(elf)) {
    const columns = columnsOf(table);
    let last = -1;
    for (let index = 0; index < columns.length; index++) {
      const key = keyOf(columns, index);
      if (key !== last && !kinds.has(key)) kinds.set(key, { key, table, index });
      last = key;
    }
  }
  return [...kinds.values()];
});

/** Every relocation that is not done as it is meant. */
function unfitPlaces(
  elf: ElfFile,
  kinds: readonly (Kind & { readonly unfit: Unfit | undefined })[],
  asks: Asks,
): Unfit[] {
  const { architecture, flawed } = asks;
  const keyOf = keysIn(elf);
  const unfitKeys = new Set(kinds.flatMap(({ key, unfit: found }) => (found ? [key] : [])));
  const found: Unfit[] = [];
  const judgedIn = judging(elf, architecture);
  for (const table of judgedTables(elf)) {
    const columns = columnsOf(table);
    for (let index = 0; index < columns.length; index++) {
      const { number } = splitType(architecture.machine, columns.typeAt(index));
      if (!flawed.has(number) && !unfitKeys.has(keyOf(columns, index))) continue;
      const each = unfit(judgedIn(table, index), asks);
      if (each) found.push(each);
    }
  }
  return found;
}

/** What is known of a release of a loader on a machine. */
interface Facts {
  readonly loader: Loader;
  readonly release: string;
  readonly architecture: Architecture;
  readonly known: ReadonlySet<string>;
  readonly habits: Habits;
  readonly knowledge: LoaderKnowledge | undefined;
  /** Types that some place may have it get wrong. */
  readonly flawed: ReadonlySet<number>;
  /** Types that it does not know where they have a symbol, without their prefix. */
  readonly withoutSymbol: ReadonlySet<string>;
  /** What all names of types begin with. */
  readonly prefix: string;
  /** What is said of each type that it does not know; files have thousands of one. */
  readonly whyUnknown: Map<string, Pick<Trouble, 'why' | 'remedy'>>;
}

interface Asks extends Facts {
  /** Undefined symbols are others' business. */
  readonly parts: boolean;
}

/** Looked up once: thousands of files ask the same. */
const factsKnown = oncePer((_: Architecture) => new Map<string, Facts>());

/** @throws RangeError when no loader has that name */
function factsOf(architecture: Architecture, name: string, asked: string | undefined): Facts {
  const loader = loaderNamed(name);
  const release = asked ?? loader.seen[1];
  const key = `${name}@${release}`;
  const found = factsKnown(architecture).get(key);
  if (found) return found;
  const knowledge = architecture.machine.loading.loaders.find((each) => each.loader === name);
  const prefix = commonPrefix(architecture.types);
  const facts: Facts = {
    loader,
    release,
    architecture,
    known: knowledge ? typesOf(architecture, knowledge, release) : new Set(),
    habits: habitsOf(loader, knowledge),
    knowledge,
    flawed: new Set(
      (knowledge?.flaws ?? [])
        .flatMap(({ types }) => typeNames(types))
        .flatMap((short) => architecture.byName.get(prefix + short)?.type ?? []),
    ),
    withoutSymbol: new Set(typeNames(knowledge?.withoutSymbol ?? '')),
    prefix,
    whyUnknown: new Map(),
  };
  factsKnown(architecture).set(key, facts);
  return facts;
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

/** The tables of what takes memory. */
function judgedTables(elf: ElfFile): RelocationSection[] {
  return elf.relocations.filter(({ target }) => {
    const section = elf.sections[target];
    return elf.type === 'dynamic' || (section && section.flags & SHF.ALLOC);
  });
}

/** Makes of relocations what is judged. */
function judging(
  elf: ElfFile,
  architecture: Architecture,
): (table: RelocationSection, index: number) => Judged {
  const placed = elf.type === 'dynamic' ? bySection(elf) : undefined;
  return (table, index) => {
    const relocation = columnsOf(table).at(index);
    const own = placed ? undefined : elf.sections[table.target];
    const place = originOf(elf, architecture, own ?? { name: table.name }, relocation);
    return {
      place: placed ? placed(place) : place,
      symbol: relocation.symbol === 0 ? undefined : elf.symbols[relocation.symbol],
      marker: architecture.byType.get(place.number)?.kind === 'marker',
      section: own,
      offset: relocation.offset,
    };
  };
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
