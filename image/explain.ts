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
import { notesOf, sourceOf } from '../relocator-dsl/loaders.ts';
import type { RelocationType } from '../relocator-dsl/rule.ts';
import { closeNames, closeText } from './trouble/close-names.ts';
import { InputError } from './trouble/errors.ts';
import { REPORT } from './trouble/report.ts';

const NUMBER = /^(\d+|0x[0-9a-f]+)$/i;
/** How many similar names an unknown one is answered with. */
const SUGGESTIONS = 3;

/**
 * The type with that name or another one that it is known by (in any case) or number (decimal or 0x…).
 * @throws InputError when the architecture or the type is unknown, with names that come close
 */
export function explainType(typeNameOrNumber: string, arch: string): TypeDescription {
  const architecture = architectureNamed(arch);
  if (!architecture) {
    throw unknownArchitecture(arch);
  }
  const entry = NUMBER.test(typeNameOrNumber)
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
      close.length > 0 ? `; close to it ${close.length > 1 ? 'are' : 'is'} ${close.join(', ')}` : '';
    throw new InputError(
      `relocator's table for ${arch} has no relocation type ${typeNameOrNumber}${hint}; if a file has it, it is newer ` +
        `than relocator: ${REPORT}`,
    );
  }
  return describeType(architecture, entry);
}

/**
 * The architecture whose relocation types have that name; the first one where several share a psABI.
 * @throws InputError when there is none, or when it is a number, which means another type in each
 */
export function architectureOfType(typeName: string): string {
  const known = architecturesWith(typeName);
  const [first] = known;
  const machines = new Set(known.map(({ machine }) => machine.elfMachine));
  if (first && machines.size === 1) return first.machine.arch;
  const all = MACHINES.map((machine) => machine.arch).join(', ');
  if (NUMBER.test(typeName)) {
    throw new InputError(
      `${typeName} is another type on each machine (${numbered(Number(typeName)).join(', ') || 'on none yet'}); ` +
        `add --arch (${all})`,
    );
  }
  const names = allArchitectures().flatMap(({ types }) => types.map(({ name }) => name));
  throw new InputError(
    first
      ? `${typeName} alone does not tell the architecture; add --arch (${all})`
      : `relocator's tables have no relocation type ${typeName}${closeText(typeName, names)}; if a file has it, it is ` +
          `newer than relocator: ${REPORT}`,
  );
}

/** What the types with that number are called; machines of one psABI have one name for it. */
function numbered(number: number): string[] {
  const named = allArchitectures().flatMap(({ machine, byType }) => {
    const entry = byType.get(number);
    return entry ? [[entry.name, machine.arch] as const] : [];
  });
  return [...new Map(named.reverse())].reverse().map(([name, arch]) => `${name} of ${arch}`);
}

function unknownArchitecture(arch: string): InputError {
  const known = MACHINES.map((machine) => machine.arch);
  return new InputError(
    `unknown architecture ${arch}${closeText(arch, known)}; known are ${known.join(', ')}`,
  );
}

/** All types of one architecture, or of every one. @throws InputError when there is none of that name */
export async function listTypes(arch?: string): Promise<TypeDescription[]> {
  if (arch !== undefined && !MACHINES.some((machine) => machine.arch === arch))
    throw unknownArchitecture(arch);
  const names = arch === undefined ? MACHINES.map((machine) => machine.arch) : [arch];
  await loadArchitectures(names);
  return names.flatMap((name) => {
    const architecture = architectureNamed(name);
    return architecture ? architecture.types.map((entry) => describeType(architecture, entry)) : [];
  });
}

/**
 * Loads the architectures that are asked when a type is explained: the one that is named and those that its name points
 * to, or all where none of them has it, to tell what comes close.
 */
export async function loadForType(typeName: string, arch?: string): Promise<void> {
  await loadArchitectures([...architecturesNaming(typeName), ...(arch === undefined ? [] : [arch])]);
  if (arch === undefined && architecturesWith(typeName).length === 0)
    await loadArchitectures(MACHINES.map((machine) => machine.arch));
}

/** Those that have a type of that name, or know one by it, in any case. */
function architecturesWith(name: string): Architecture[] {
  const named = architecturesNaming(name).flatMap((arch) => architectureNamed(arch) ?? []);
  return named.filter((architecture) => typeNamed(name, architecture) !== undefined);
}

function typeNamed(name: string, { byName, byOtherName }: Architecture): RelocationType | undefined {
  const upper = name.toUpperCase();
  return byName.get(name) ?? byName.get(upper) ?? byOtherName.get(upper);
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
