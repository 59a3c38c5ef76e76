/** Whether another loader would take a file, by what is known of the types it applies. */
import type { Architecture } from '../relocator-dsl/architecture.ts';
import {
  avoidanceOf,
  type Loader,
  type LoaderTask,
  loaderNamed,
  loadersOf,
  typesOf,
} from '../relocator-dsl/loaders.ts';
import { SHF } from './elf/constants.ts';
import type { ElfFile, ElfSymbol } from './elf/types.ts';
import { originOf } from './input/origin.ts';
import type { RelocationPlace, Trouble } from './trouble/troubles.ts';

/** A loader, and the release that is meant; the last one looked at, if none is given. */
export interface LoaderRequest {
  readonly loader: string;
  readonly release?: string | undefined;
}

export interface Verdict {
  readonly loader: Loader;
  readonly release: string;
  /** The types that it knows. */
  readonly known: ReadonlySet<string>;
  /** Why it takes no such file at all, and what to do. */
  readonly whole?: string;
  /** Every relocation at which it ends. */
  readonly refused: readonly Trouble[];
  /** Every relocation that it applies, but not to what is meant. */
  readonly wrong: readonly Trouble[];
}

const TAKES: Readonly<Record<LoaderTask, 'relocatable' | 'dynamic'>> = {
  'loads purgatories': 'relocatable',
  'loads modules': 'relocatable',
  'converts linked files': 'dynamic',
  'relocates itself': 'dynamic',
};

const INSTEAD = 'load the image that relocator build makes of it';

/** A loader as it is asked for; the last release looked at has no need to be named. */
export function verdictName({ loader, release }: Verdict): string {
  return release === loader.seen[1] ? loader.name : `${loader.name}@${release}`;
}

/** Those who load purgatories of the machine. */
export function purgatoryLoaders({ machine }: Architecture): LoaderRequest[] {
  return machine.loading.loaders
    .filter(({ loader }) => loaderNamed(loader).does === 'loads purgatories')
    .map(({ loader }) => ({ loader }));
}

/** What a loader does with the relocations of a file. @throws RangeError when no loader has that name */
export function judge(
  elf: ElfFile,
  architecture: Architecture,
  { loader: name, release: asked }: LoaderRequest,
): Verdict {
  const loader = loaderNamed(name);
  const release = asked ?? loader.seen[1];
  const { title, loading } = architecture.machine;
  const knowledge = loading.loaders.find((each) => each.loader === name);
  const known = knowledge ? typesOf(architecture, knowledge, release) : new Set<string>();
  const none = { loader, release, known, refused: [], wrong: [] };
  if (known.size === 0) return { ...none, whole: `it relocates nothing of ${title}; ${INSTEAD}` };
  if (elf.type !== TAKES[loader.does]) {
    const [what, otherwise] =
      elf.type === 'dynamic'
        ? ['objects', 'give it what is not linked (ld -r)']
        : ['linked files', 'link it (ld -pie)'];
    return { ...none, whole: `it takes ${what} only; ${otherwise}` };
  }
  const refused: Trouble[] = [];
  const wrong: Trouble[] = [];
  for (const { place, symbol } of relocationsOf(elf, architecture)) {
    if (!known.has(place.type)) {
      refused.push({
        ...place,
        why: `${name} ${release} does not know it`,
        remedy: remedyFor(place, name, release, architecture),
      });
      continue;
    }
    // Every loader gives the pointer of the table of contents a meaning.
    const meant = symbol !== undefined && symbol.name === architecture.machine.pointers?.toc?.symbol;
    const unusable = symbol && !meant ? whyUnusable(symbol, { ...loader, ...knowledge }) : undefined;
    if (unusable === undefined) continue;
    (unusable.silent ? wrong : refused).push({ ...place, why: unusable.why, remedy: unusable.remedy });
  }
  return { ...none, refused, wrong };
}

interface Judged {
  readonly place: RelocationPlace;
  readonly symbol: ElfSymbol | undefined;
}

/** Every relocation of what takes memory. */
function* relocationsOf(elf: ElfFile, architecture: Architecture): Generator<Judged> {
  for (const { target, relocations } of elf.relocations) {
    const section = elf.sections[target];
    if (!section || (elf.type === 'relocatable' && !(section.flags & SHF.ALLOC))) continue;
    for (const relocation of relocations) {
      yield {
        place: originOf(elf, architecture, section, relocation),
        symbol: relocation.symbol === 0 ? undefined : elf.symbols[relocation.symbol],
      };
    }
  }
}

function remedyFor(
  { type }: RelocationPlace,
  name: string,
  release: string,
  architecture: Architecture,
): string {
  const since = loadersOf(architecture, type).find(
    ({ loader }) => loader.name === name && loader.name,
  )?.since;
  const update = since === undefined ? [] : [`take ${name} ${since} or later, where ${release} is too old`];
  const flag = avoidanceOf(architecture, type);
  return [...update, ...(flag === undefined ? [] : [flag]), INSTEAD].join(', or ');
}

interface Unusable {
  readonly silent: boolean;
  readonly why: string;
  readonly remedy: string;
}

function whyUnusable(
  { place, binding }: ElfSymbol,
  { name, undefinedSymbols, commonSymbols }: Pick<Loader, 'name' | 'undefinedSymbols' | 'commonSymbols'>,
): Unusable | undefined {
  if (place.kind === 'common' && commonSymbols === 'refused') {
    return { silent: false, why: `${name} takes no COMMON symbols`, remedy: 'compile with -fno-common' };
  }
  if (place.kind !== 'undefined' || undefinedSymbols === 'looked up') return undefined;
  if (undefinedSymbols === 'refused') {
    return {
      silent: false,
      why: `the symbol is undefined, which ${name} refuses`,
      remedy: 'link what defines it (ld -r)',
    };
  }
  if (binding === 'weak') return undefined;
  return {
    silent: true,
    why: `the symbol is undefined, which ${name} takes for 0 and says nothing`,
    remedy: 'link what defines it (ld -r)',
  };
}
