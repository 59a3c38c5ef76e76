/** What purgatories are told: the symbols that a loader writes by name before the jump, and what stands in them. */

/** Purgatories that are told the same, by who writes their symbols. */
export type Family = 'kexec-tools' | 'linux' | 'relocator';

/** A number in a structure, in the machine's byte order. */
export interface Member {
  readonly name: string;
  readonly bytes: 1 | 2 | 4 | 8;
  readonly meaning: string;
}

/** Numbers one behind the other, with nothing between them. */
export interface Structure {
  /** Its name, before which the family's stands wherever a type is named: two families may have one name for two orders. */
  readonly name: string;
  readonly members: readonly Member[];
  /** So many of it stand one behind the other in the symbol; one, without it. */
  readonly count?: number;
  /** The file of the purgatory's source, or of the loader's, that has the order. */
  readonly source: string;
}

export interface ToldSymbol {
  readonly name: string;
  /** As large as the symbol must be: loaders refuse one of another size. */
  readonly bytes: number;
  readonly meaning: string;
  /** The file of the loader's source that writes it. */
  readonly source: string;
  /** What it consists of; without it, it is one number of so many bytes, or bytes without an order. */
  readonly structure?: Structure;
}

/** What is told on a machine, in the order in which its purgatory has it; by whom a family has no purgatory it is missing. */
export type Told = Readonly<Partial<Record<Family, readonly ToldSymbol[]>>>;

export interface FamilyFacts {
  readonly family: Family;
  /** Whose purgatories these are, as in "purgatories of …". */
  readonly title: string;
  /** What was looked at. */
  readonly seen: string;
  /** Symbols that all of its purgatories have, and by which they are known. */
  readonly knownBy: readonly string[];
}

export const FAMILIES: readonly FamilyFacts[] = [
  {
    family: 'kexec-tools',
    title: 'kexec-tools',
    seen: 'releases 2.0.25 and 2.0.29, which tests compile, and 2.0.32',
    knownBy: ['sha256_regions'],
  },
  {
    family: 'linux',
    title: 'Linux',
    seen: 'release 6.1, which tests build',
    knownBy: ['purgatory_sha_regions'],
  },
  {
    family: 'relocator',
    title: 'relocator',
    seen: 'this release',
    knownBy: ['sha256_regions', 'purgatory_kernel_entry'],
  },
];

/** Whose purgatory has these symbols; undefined where it is nobody's that is known, or could be of two. */
export function purgatoryFamily(names: ReadonlySet<string>): Family | undefined {
  const possible = FAMILIES.filter(({ knownBy }) => knownBy.every((name) => names.has(name)));
  // Who is known by what another is known by, and by more, is meant.
  const meant = possible.filter(
    ({ knownBy }) =>
      !possible.some(
        (other) =>
          other.knownBy.length > knownBy.length && knownBy.every((name) => other.knownBy.includes(name)),
      ),
  );
  return meant.length === 1 ? meant[0]?.family : undefined;
}

/** A symbol that is one number, or, with another size than numbers have, bytes without an order. */
export function told(name: string, bytes: number, meaning: string, source: string): ToldSymbol {
  return { name, bytes, meaning, source };
}

/** A symbol that is a structure, or several of it. */
export function toldStructure(
  name: string,
  structure: Structure,
  meaning: string,
  source: string,
): ToldSymbol {
  return { name, bytes: bytesOf(structure) * (structure.count ?? 1), meaning, source, structure };
}

/** Bytes of one of a structure. */
export function bytesOf({ members }: Structure): number {
  return members.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Members with their offsets, in bytes from the structure's first one. */
export function placedMembers({ members }: Structure): (Member & { readonly offset: number })[] {
  let offset = 0;
  return members.map((member) => {
    const placed = { ...member, offset };
    offset += member.bytes;
    return placed;
  });
}

/** Registers of one size, which a purgatory loads before it jumps; `meanings` says of some what the loader has for them. */
export function registerMembers(
  bytes: Member['bytes'],
  names: readonly string[],
  meanings: Readonly<Record<string, string>>,
): Member[] {
  return names.map((name) => ({ name, bytes, meaning: meanings[name] ?? 'at the jump' }));
}

/** Regions of memory whose contents are checked. */
export const REGION_MEMBERS: readonly Member[] = [
  { name: 'start', bytes: 8, meaning: 'address of the first byte' },
  { name: 'len', bytes: 8, meaning: 'bytes; 0: no region' },
];

/** How many there are room for: KEXEC_SEGMENT_MAX. */
export const REGIONS = 16;

const KEXEC_C = 'kexec/kexec.c';

/** What kexec-tools tells every purgatory, whatever the machine. */
export const KEXEC_TOOLS_COMMON: readonly ToldSymbol[] = [
  toldStructure(
    'sha256_regions',
    { name: 'sha256_region', members: REGION_MEMBERS, count: REGIONS, source: 'kexec/kexec-sha256.h' },
    'regions that are checked',
    KEXEC_C,
  ),
  told('sha256_digest', 32, 'SHA-256 of the regions, one after another', KEXEC_C),
  told('skip_checks', 4, 'not 0: jump without checking anything', KEXEC_C),
];

const KEXEC_FILE_C = 'kernel/kexec_file.c';

/** What Linux tells its purgatory on every machine where it has one; all of them have words of 64 bits. */
export const LINUX_COMMON: readonly ToldSymbol[] = [
  toldStructure(
    'purgatory_sha_regions',
    { name: 'sha_region', members: REGION_MEMBERS, count: REGIONS, source: 'include/linux/purgatory.h' },
    'regions that are checked',
    KEXEC_FILE_C,
  ),
  told('purgatory_sha256_digest', 32, 'SHA-256 of the regions, one after another', KEXEC_FILE_C),
];
