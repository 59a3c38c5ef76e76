/** What relocator knows about one relocation type, and of those who apply them. */
import { describeType, descriptionText, type TypeDescription } from '../codegen/docs/describe.ts';
import { MACHINES } from '../relocator-dsl/arch/table.ts';
import { type Architecture, commonPrefix } from '../relocator-dsl/architecture.ts';
import {
  allArchitectures,
  architectureNamed,
  architecturesNaming,
  loadArchitectures,
} from '../relocator-dsl/architectures.ts';
import { type Habits, type Loader, type LoaderKnowledge, typeNames } from '../relocator-dsl/loader.ts';
import { compareReleases, notesOf, sourceOf } from '../relocator-dsl/loaders.ts';
import type { RelocationType } from '../relocator-dsl/rule.ts';
import { closeNames, closeText } from './trouble/close-names.ts';
import { InputError } from './trouble/errors.ts';
import { REPORT } from './trouble/report.ts';
import { isTypeNumber, type ListedType, listTypes, typesMeant } from './type-list.ts';

/** How many similar names an unknown one is answered with. */
const SUGGESTIONS = 3;

/**
 * The type with that name or another one that it is known by (in any case, and with what all of the architecture's begin
 * with left out or not), or with that number (decimal or 0x…).
 * @throws InputError when the architecture or the type is unknown, with names that come close
 */
export function explainType(typeNameOrNumber: string, arch: string): TypeDescription {
  const architecture = knownArchitecture(arch);
  const entry = isTypeNumber(typeNameOrNumber)
    ? architecture.byType.get(Number(typeNameOrNumber))
    : typeNamed(typeNameOrNumber, architecture);
  if (!entry) {
    const [other] = architecturesWith(typeNameOrNumber);
    if (other) {
      throw new InputError(
        `${typeNameOrNumber} is no type of ${arch}; pass --arch ${other.machine.arch}, which has it`,
      );
    }
    const close = closeTypes(typeNameOrNumber, architecture);
    const hint =
      close.length > 0
        ? `; close to it ${close.length > 1 ? 'are' : 'is'} ${close.join(', ')}`
        : `; relocator explain --list ${arch} tells all that it has`;
    throw new InputError(
      `relocator's table for ${arch} has no relocation type ${typeNameOrNumber}${hint}; if a file has it, it is newer ` +
        `than relocator: ${REPORT}`,
    );
  }
  return describeType(architecture, entry);
}

/** Loads what `listOfTypes` tells of. */
export function loadForList(arch?: string): Promise<void> {
  return loadArchitectures(arch === undefined ? MACHINES.map((machine) => machine.arch) : [arch]);
}

/** All types of an architecture, or of all that have been loaded. @throws InputError when it is unknown */
export function listOfTypes(arch?: string): ListedType[] {
  return (arch === undefined ? allArchitectures() : [knownArchitecture(arch)]).flatMap(listTypes);
}

/** @throws InputError when there is none of that name, with names that come close */
function knownArchitecture(arch: string): Architecture {
  const architecture = architectureNamed(arch);
  if (architecture) return architecture;
  const known = MACHINES.map((machine) => machine.arch);
  throw new InputError(
    `unknown architecture ${arch}${closeText(arch, known)}; known are ${known.join(', ')}`,
  );
}

/**
 * The architecture that a type belongs to: the one that has it, or whose types have names that begin like it; the first one
 * where several share a psABI.
 * @throws InputError when there is none, or when it means another type in each
 */
export function architectureOfType(typeName: string): string {
  const known = architecturesWith(typeName);
  const [first] = known;
  const machines = new Set(known.map(({ machine }) => machine.elfMachine));
  if (first && machines.size === 1) return first.machine.arch;
  const family = architecturesNaming(typeName).flatMap((arch) => architectureNamed(arch) ?? []);
  const asked = family.length > 0 ? family : allArchitectures();
  const meant = typesMeant(typeName, asked);
  const [only, ...others] = meant;
  if (only && others.length === 0) return only.archs[0] ?? '';
  if (only) {
    throw new InputError([
      `${typeName} alone does not tell the architecture; add --arch, since`,
      ...meant.map(
        ({ name, archs }) => `${archs.join(' and ')} ${archs.length > 1 ? 'have' : 'has'} ${name}`,
      ),
    ]);
  }
  const owner = nearestOwner(typeName, asked) ?? family[0];
  if (owner) return owner.machine.arch;
  const what = isTypeNumber(typeName) ? `of number ${typeName}` : typeName;
  throw new InputError(
    `relocator's tables have no relocation type ${what}; if a file has it, it is newer than relocator: ${REPORT}`,
  );
}

/** The one with the type whose name comes closest, with what all names of a machine begin with left out or not. */
function nearestOwner(name: string, architectures: readonly Architecture[]): Architecture | undefined {
  const owners = new Map<string, Architecture>();
  for (const architecture of [...architectures].reverse()) {
    const prefix = commonPrefix(architecture.types);
    for (const type of architecture.types) {
      owners.set(type.name, architecture);
      owners.set(type.name.slice(prefix.length), architecture);
    }
  }
  const [nearest = ''] = closeNames(name, owners.keys());
  return owners.get(nearest);
}

/**
 * Loads the architectures that are asked when a type is explained: the one that is named and those that its name points
 * to, or all where it points to none.
 */
export async function loadForType(typeName: string, arch?: string): Promise<void> {
  const named = [...architecturesNaming(typeName), ...(arch === undefined ? [] : [arch])];
  await loadArchitectures(named.length > 0 ? named : MACHINES.map((machine) => machine.arch));
}

/** Those that have a type of that name, or know one by it, in any case. */
function architecturesWith(name: string): Architecture[] {
  const named = architecturesNaming(name).flatMap((arch) => architectureNamed(arch) ?? []);
  return named.filter((architecture) => typeNamed(name, architecture) !== undefined);
}

function typeNamed(name: string, { types, byName, byOtherName }: Architecture): RelocationType | undefined {
  const upper = name.toUpperCase();
  return (
    byName.get(name) ?? byName.get(upper) ?? byOtherName.get(upper) ?? byName.get(commonPrefix(types) + upper)
  );
}

/** `explainType` as text. @throws InputError like `explainType` */
export function explain(typeNameOrNumber: string, arch: string): string {
  return descriptionText(explainType(typeNameOrNumber, arch));
}

/** At most three types that may have been meant: of close names or, for a number, of the nearest numbers. */
export function closeTypes(wanted: string, { types }: Pick<Architecture, 'types'>): string[] {
  const number = Number(wanted);
  if (!Number.isNaN(number)) {
    const near = types.map((entry) => ({ ...entry, distance: Math.abs(entry.type - number) }));
    near.sort((a, b) => a.distance - b.distance || a.type - b.type);
    return near.slice(0, SUGGESTIONS).map(({ name, type }) => `${name} (${type})`);
  }
  const prefix = commonPrefix(types);
  const bareName = (name: string): string => name.slice(name.startsWith(prefix) ? prefix.length : 0);
  const full = new Map(types.map(({ name }) => [bareName(name), name]));
  const target = bareName(wanted.toUpperCase());
  const parts = [...full.keys()].filter((name) => target !== '' && name.includes(target));
  const close = new Set([...closeNames(target, full.keys()), ...parts.sort((a, b) => a.length - b.length)]);
  return [...close].slice(0, SUGGESTIONS).map((name) => full.get(name) ?? name);
}

/** What a loader knows of one machine. */
export interface MachineKnowledge {
  readonly arch: string;
  /** The file of its source with the list. */
  readonly source: string;
  /** Full names, by the first release looked at that has them. */
  readonly types: Readonly<Record<string, readonly string[]>>;
  /** Those that it has no more, by the first release without them. */
  readonly until: Readonly<Record<string, readonly string[]>>;
  /** What it does there otherwise than elsewhere. */
  readonly otherwise: Partial<Habits>;
  /** What it does with a type otherwise than the psABI says, by full name. */
  readonly notes: Readonly<Record<string, string>>;
}

/** The machines of which a loader knows any type. */
export function knowledgeOf({ name }: Loader): MachineKnowledge[] {
  return allArchitectures().flatMap(({ machine: { arch, loading }, types: all }) => {
    const full = (short: string): string => commonPrefix(all) + short;
    const lists = (short: LoaderKnowledge['types']): Record<string, string[]> =>
      Object.fromEntries(
        Object.entries(short).map(([release, names]) => [release, typeNames(names).map(full)]),
      );
    return loading.loaders
      .filter(({ loader, types }) => loader === name && Object.keys(types).length > 0)
      .map((knowledge) => {
        const { loader, source, types, until = {}, withoutSymbol, notes, flaws, ...otherwise } = knowledge;
        return {
          arch,
          source: sourceOf(knowledge),
          types: lists(types),
          until: lists(until),
          otherwise,
          notes: Object.fromEntries(
            Object.entries(notesOf(knowledge)).map(([type, note]) => [full(type), note]),
          ),
        };
      });
  });
}

/** The releases of a loader at which something of what is known of it begins or ends, in order; of machines that have been loaded. */
export function releasesOf({ name, seen, relr, entryFlaw }: Loader): string[] {
  const known = allArchitectures().flatMap(({ machine }) =>
    machine.loading.loaders.filter(({ loader }) => loader === name),
  );
  const changes = known.flatMap(({ types, until = {}, flaws = [], relr: own }) => [
    ...Object.keys(types),
    ...Object.keys(until),
    ...flaws.map((flaw) => flaw.until),
    ...(own?.since === undefined ? [] : [own.since]),
  ]);
  const all = [...seen, ...changes, ...(relr?.since === undefined ? [] : [relr.since])];
  return [...new Set([...all, ...(entryFlaw ? [entryFlaw.until] : [])])].sort(compareReleases);
}
