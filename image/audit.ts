/** What relocations an object or a linked image has and what becomes of each type, without building anything. */

import type { Architecture } from '../relocator-dsl/architecture.ts';
import { avoidanceOf } from '../relocator-dsl/loaders.ts';
import {
  type AuditClass,
  type AuditPlace,
  linkedPlaces,
  linkerPlaces,
  objectPlaces,
} from './audit-places.ts';
import { ET, SHF } from './elf/constants.ts';
import { fileType } from './elf/header.ts';
import { readKept } from './elf/read.ts';
import type { ElfFile } from './elf/types.ts';
import type { Input } from './input/files.ts';
import { analyseLinked } from './input/linked.ts';
import { analyseObject } from './input/object.ts';
import { readWithRules, rulesFor } from './input/open.ts';
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
  /** Every relocation of what takes memory. */
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
 * @throws InputError when the file is neither, or of no known machine
 */
export function auditObject(input: Input, options: AuditOptions = {}): Audit {
  const [only, ...others] = input instanceof Uint8Array ? [input] : input.map(({ bytes }) => bytes);
  const kept = only && others.length === 0 ? readKept(only) : undefined;
  // A program at a fixed address has nothing else that could be read.
  const isFixed = kept !== undefined && only !== undefined && fileType(only) === ET.EXEC;
  const { architecture, found, elf } = isFixed ? fixedPlaces(kept) : movablePlaces(input, options, kept);
  const verdicts = distinctLoaders(options.loaders ?? purgatoryLoaders(architecture)).map((request) =>
    judge(elf, architecture, request, { kept, parts: options.parts }),
  );
  const avoidances = new Map(
    [...new Set(found.map(({ type }) => type))].map((type) => [type, avoidanceOf(architecture, type)]),
  );
  const places = found.map((place): AuditPlace => {
    const avoid = avoidances.get(place.type);
    return avoid === undefined ? place : { ...place, avoid };
  });
  const entries = tally(places, (name) => {
    const type = architecture.byName.get(name);
    const formula = type?.kind === 'rule' ? `${type.value}` : '';
    return { formula, knownTo: verdicts.filter(({ known }) => known.has(name)).map(verdictName) };
  });
  return { arch: architecture.machine.arch, entries, sections: sectionsOf(kept ?? elf), places, verdicts };
}

function sectionsOf({ sections }: ElfFile): string[] {
  return [...new Set(sections.filter(({ flags }) => flags & SHF.ALLOC).map(({ name }) => name))];
}

interface Placed {
  readonly elf: ElfFile;
  readonly architecture: Architecture;
  readonly found: readonly AuditPlace[];
}

function fixedPlaces(kept: ElfFile): Placed {
  const { architecture } = rulesFor(kept);
  return { elf: kept, architecture, found: linkerPlaces(kept, architecture) };
}

function movablePlaces(input: Input, options: AuditOptions, kept: ElfFile | undefined): Placed {
  const { elf, architecture, model } = readWithRules(input, options);
  const { loaderWrites } = options;
  if (elf.type === 'relocatable') {
    const object = analyseObject(elf, architecture, model, options);
    return { elf, architecture, found: objectPlaces(object, architecture, loaderWrites) };
  }
  const image = analyseLinked(elf, architecture, model);
  const dynamic = linkedPlaces(elf, image, architecture, loaderWrites);
  return { elf, architecture, found: [...dynamic, ...(kept ? linkerPlaces(kept, architecture) : [])] };
}

/** By type and by what becomes of them, most frequent first. Undefined symbols are told apart elsewhere. */
function tally(
  places: readonly AuditPlace[],
  factsOf: (name: string) => Pick<AuditEntry, 'formula' | 'knownTo'>,
): AuditEntry[] {
  const groups = new Map<string, { first: AuditPlace; count: number }>();
  for (const place of places) {
    const why = place.class === 'refused' ? place.reason : undefined;
    const key = `${place.number} ${place.class} ${why ?? ''}`;
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { first: place, count: 1 });
  }
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
