/** Why a loader takes none of a file's relocations, by what the file is as a whole. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import type { Loader, Takes } from '../../relocator-dsl/loader.ts';
import { compareReleases } from '../../relocator-dsl/loaders.ts';
import { toldBy } from '../../relocator-dsl/own-purgatory.ts';
import type { ToldSymbol } from '../../relocator-dsl/told.ts';
import { SHF, SHT, STT } from '../elf/constants.ts';
import type { ElfFile } from '../elf/types.ts';
import { INSTEAD } from './instead.ts';

interface Asked {
  readonly loader: Loader;
  readonly release: string;
  /** The types that it knows. */
  readonly known: ReadonlySet<string>;
  readonly takes: Takes;
  /** The file with the relocations that its linker kept, if it did. */
  readonly kept: ElfFile | undefined;
  /** It is a part of what is given to the loader, which has an entry as a whole. */
  readonly parts: boolean;
}

/** Why a loader takes no such file, if that is so. */
export function whyNotAtAll(
  elf: ElfFile,
  { machine }: Architecture,
  { loader, release, known, takes, kept, parts }: Asked,
): string | undefined {
  const {
    name,
    seen: [first],
  } = loader;
  if (compareReleases(release, first) < 0)
    return `nothing is known of ${name} before ${first}; ask about a later release`;
  if (known.size === 0) return `it relocates nothing of ${machine.title}; ${INSTEAD}`;
  switch (takes) {
    case 'files with --emit-relocs':
      return kept
        ? undefined
        : 'it takes linked files with the relocations of their sections; link it with --emit-relocs';
    case 'objects':
      if (elf.type !== 'relocatable') return 'it takes objects only; give it what is not linked (ld -r)';
      return (
        (loader.writes ? whyNotWritten(elf, toldBy(loader.writes, machine) ?? []) : undefined) ??
        (parts ? undefined : ambiguousEntry(elf, loader, release))
      );
    case 'static PIEs':
      return elf.type === 'dynamic' ? undefined : 'it takes linked files only; link it (ld -pie)';
  }
}

/** A symbol that is to be written and is in a section that has no bytes, or has another size: loaders take neither. */
function whyNotWritten({ symbols, sections }: ElfFile, told: readonly ToldSymbol[]): string | undefined {
  for (const { name, binding, place, size, type } of symbols) {
    const written = told.find((each) => each.name === name);
    if (!written || binding !== 'global' || place.kind !== 'section') continue;
    const section = sections[place.section];
    if (section?.type === SHT.NOBITS)
      return (
        `it writes ${name} and cannot, in ${section.name}, which has no bytes in the file; ` +
        'compile with -fno-zero-initialized-in-bss, or give the symbol a section of data'
      );
    // A label, or a function where loaders have a header: of an object that is a part of a purgatory.
    if (size === 0n || type === STT.FUNC) continue;
    if (size !== BigInt(written.bytes))
      return `it writes ${written.bytes} bytes into ${name}, which has ${size}; declare it as long as that`;
  }
  return undefined;
}

/** An entry that more than one section may hold, for a release that does not choose one. */
function ambiguousEntry(
  { entry, sections }: ElfFile,
  { entryFlaw, name }: Loader,
  release: string,
): string | undefined {
  if (entryFlaw === undefined || compareReleases(release, entryFlaw.until) >= 0) return undefined;
  const holding = sections.filter(({ flags, address, size }) => {
    const code = flags & SHF.ALLOC && flags & SHF.EXECINSTR;
    return code && address <= entry && entry < address + BigInt(size);
  });
  if (holding.length < 2) return undefined;
  const names = holding.map((section) => section.name).join(' and ');
  return (
    `its entry 0x${entry.toString(16)} may lie in ${names}, and ${name} ${release} ${entryFlaw.how}; ` +
    `take ${name} ${entryFlaw.until} or later, or make them one section when you link (ld -r), or ${INSTEAD}`
  );
}
