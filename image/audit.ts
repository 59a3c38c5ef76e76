/** What relocations an object or a linked image has and what becomes of each type, without building anything. */

import type { Architecture } from '../relocator-dsl/architecture.ts';
import { avoidanceOf } from '../relocator-dsl/loaders.ts';
import {
  type AuditClass,
  type AuditPlace,
  type FirstPlace,
  type FoundPlaces,
  linkedPlaces,
  linkerPlaces,
  objectPlaces,
} from './audit-places.ts';
import { ET, SHF } from './elf/constants.ts';
import { fileType } from './elf/header.ts';
import { readKept } from './elf/read.ts';
import type { ElfFile } from './elf/types.ts';
import type { Input } from './input/files.ts';
import { ReadInput, rulesFor } from './input/open.ts';
import type { SourceOptions } from './input/source.ts';
import type { LoaderWrites } from './input/written.ts';
import {
  distinctLoaders,
  judge,
  type LoaderRequest,
  purgatoryLoaders,
  type Verdict,
  verdictName,
} from './verdict.ts';

export interface AuditEntry {
  readonly name: string;
  readonly number: number;
  readonly count: number;
  /** In psABI letters; empty for types without a rule. */
  readonly formula: string;
  readonly class: AuditClass;
  /** Where it occurs first. */
  readonly first: {
    readonly section: string;
    /** Where the section is from, if there are several files. */
    readonly file?: string;
    readonly offset: bigint;
    /** Of linked files, the address. */
    readonly address?: bigint;
    readonly symbol: string;
  };
  /** Which of the loaders that were asked know the type. */
  readonly knownTo: readonly string[];
  /** Why it is refused, and what to do. */
  readonly reason?: string;
  readonly remedy?: string;
}

export interface Audit {
  readonly arch: string;
  readonly entries: readonly AuditEntry[];
  /** Names of the sections that take memory, each once. */
  readonly sections: readonly string[];
  /** What is refused, and what nobody defines. */
  readonly faults: readonly AuditPlace[];
  /** Every relocation of what takes memory, in the order of the file; made where it is asked for. */
  readonly places: readonly AuditPlace[];
  /** What each loader that was asked does with the file, each once; of those of its purgatories, if none was named. */
  readonly verdicts: readonly Verdict[];
}

export interface AuditOptions extends SourceOptions {
  /** As a build has it. */
  readonly loaderWrites?: LoaderWrites | undefined;
  /** The input is a part of an image: no loader is asked what it does with symbols that others define. */
  readonly parts?: boolean | undefined;
  /** Those who load purgatories of the machine, if none is named. */
  readonly loaders?: readonly LoaderRequest[];
}

/**
 * The relocations of an object, of several, or of a linked image by type and by what becomes of them, most frequent first;
 * of linked files also those that the linker kept in sections (ld --emit-relocs).
 * @param read the input as somebody else has read it with these options
 * @throws InputError when the file is neither, or of no known machine
 */
export function auditObject(
  input: Input,
  options: AuditOptions = {},
  read = new ReadInput(input, options),
): Audit {
  const [only, ...others] = input instanceof Uint8Array ? [input] : input.map(({ bytes }) => bytes);
  const kept = only && others.length === 0 ? readKept(only) : undefined;
  // A program at a fixed address has nothing else that could be read.
  const isFixed = kept !== undefined && only !== undefined && fileType(only) === ET.EXEC;
  const { architecture, found, elf } = isFixed ? fixedPlaces(kept) : movablePlaces(read, options, kept);
  const verdicts = distinctLoaders(options.loaders ?? purgatoryLoaders(architecture)).map((request) =>
    judge(elf, architecture, request, { kept, parts: options.parts }),
  );
  const avoidances = new Map<string, string | undefined>();
  const withAvoidance = (place: AuditPlace): AuditPlace => {
    const { type } = place;
    if (!avoidances.has(type)) avoidances.set(type, avoidanceOf(architecture, type));
    const avoid = avoidances.get(type);
    return avoid === undefined ? place : { ...place, avoid };
  };
  const order = fileOrder(kept ?? elf);
  const entries = tally(found, order, (name) => {
    const type = architecture.byName.get(name);
    const formula = type?.kind === 'rule' ? `${type.value}` : '';
    return { formula, knownTo: verdicts.filter(({ known }) => known.has(name)).map(verdictName) };
  });
  let places: readonly AuditPlace[] | undefined;
  return {
    arch: architecture.machine.arch,
    entries,
    sections: sectionsOf(kept ?? elf),
    faults: found.listed.filter(({ class: is }) => is === 'refused' || is === 'undefined'),
    get places() {
      const { listed, groups } = found;
      places ??= [...listed, ...groups.flatMap((group) => group.all())].sort(order).map(withAvoidance);
      return places;
    },
    verdicts,
  };
}

/** By section, in the order of the file, and by offset. */
function fileOrder({ sections }: ElfFile): (a: FirstPlace, b: FirstPlace) => number {
  const ranks = new Map<string, number>();
  const keyOf = (name: string, file: string | undefined): string => `${file ?? ''}\0${name}`;
  for (const { name, file, index } of sections) {
    const key = keyOf(name, file?.name);
    if (!ranks.has(key)) ranks.set(key, index);
  }
  const rankOf = ({ section, file }: FirstPlace): number =>
    ranks.get(keyOf(section, file)) ?? sections.length;
  return (a, b) => {
    if (a.section === b.section && a.file === b.file)
      return a.offset < b.offset ? -1 : a.offset > b.offset ? 1 : 0;
    return rankOf(a) - rankOf(b);
  };
}

function sectionsOf({ sections }: ElfFile): string[] {
  return [...new Set(sections.filter(({ flags }) => flags & SHF.ALLOC).map(({ name }) => name))];
}

interface Placed {
  readonly elf: ElfFile;
  readonly architecture: Architecture;
  readonly found: FoundPlaces;
}

function fixedPlaces(kept: ElfFile): Placed {
  const { architecture } = rulesFor(kept);
  return { elf: kept, architecture, found: { listed: [], groups: linkerPlaces(kept, architecture) } };
}

function movablePlaces(read: ReadInput, options: AuditOptions, kept: ElfFile | undefined): Placed {
  const { elf, architecture } = read.file;
  const { loaderWrites } = options;
  if (elf.type === 'relocatable') {
    return { elf, architecture, found: objectPlaces(read.object, architecture, loaderWrites) };
  }
  const dynamic = linkedPlaces(elf, read.linked, architecture, loaderWrites);
  const groups = [...dynamic.groups, ...(kept ? linkerPlaces(kept, architecture) : [])];
  return { elf, architecture, found: { ...dynamic, groups } };
}

/** By type and by what becomes of them, most frequent first. Undefined symbols are told apart elsewhere. */
function tally(
  { listed, groups: found }: FoundPlaces,
  order: (a: FirstPlace, b: FirstPlace) => number,
  factsOf: (name: string) => Pick<AuditEntry, 'formula' | 'knownTo'>,
): AuditEntry[] {
  const groups = new Map<string, { first: FirstPlace; count: number }>();
  const add = (
    { class: is, number, reason }: Pick<AuditPlace, 'class' | 'number' | 'reason'>,
    place: () => FirstPlace,
    count: number,
  ): void => {
    const key = `${number} ${is} ${is === 'refused' ? reason : ''}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { first: place(), count });
    else {
      group.count += count;
      const other = place();
      if (order(other, group.first) < 0) group.first = other;
    }
  };
  for (const place of listed) add(place, () => place, 1);
  for (const group of found) add(group, group.first, group.count);
  const entries = [...groups.values()].map(({ first, count }): AuditEntry => {
    const { type, number, section, file, offset, address, symbol, reason, remedy } = first;
    return {
      name: type,
      number,
      count,
      ...factsOf(type),
      class: first.class,
      first: {
        section,
        ...(file === undefined ? {} : { file }),
        offset,
        ...(address === undefined ? {} : { address }),
        symbol,
      },
      ...(reason === undefined ? {} : { reason }),
      ...(remedy === undefined ? {} : { remedy }),
    };
  });
  return entries.sort((a, b) => b.count - a.count || a.number - b.number);
}
