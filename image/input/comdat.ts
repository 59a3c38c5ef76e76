/** Sections of which one file's stand for those of all others: COMDAT groups, and what follows them. */
import { GRP_COMDAT, SHF, SHT } from '../elf/constants.ts';
import { sectionLabel } from '../elf/sections.ts';
import type { Section } from '../elf/types.ts';
import { readContainer } from '../memory/bytes.ts';
import { InputError } from '../trouble/errors.ts';
import type { NamedElf } from './files.ts';

/** Before SHT_GROUP there were names that say so. */
const LINK_ONCE = '.gnu.linkonce.';
const WORD = 4;

/**
 * Decides for one file after the other which of its sections an earlier one has already.
 * @throws InputError naming a group that is damaged
 */
export class Comdat {
  /** The file that has a group, by its signature or the name of its section. */
  readonly #owners = new Map<string, string>();

  /** Why sections of a file are left out, by their index. */
  replaced({ name = '', elf }: NamedElf): ReadonlyMap<number, string> {
    const reasons = new Map<number, string>();
    const own = new Set<string>();
    const isReplaced = (key: string, what: string): string | undefined => {
      const owner = this.#owners.get(key);
      if (owner === undefined) own.add(key);
      return owner === undefined ? undefined : `${what} is there already, that of ${owner}`;
    };
    for (const section of elf.sections) {
      if (section.type === SHT.GROUP) {
        const { flags, members } = readGroup({ name, elf }, section);
        if (!(flags & GRP_COMDAT)) continue;
        const signature = elf.symbols[section.info]?.name ?? '';
        const reason = isReplaced(`group ${signature}`, `the COMDAT group ${signature}`);
        if (reason !== undefined) for (const member of members) reasons.set(member, reason);
      } else if (section.name.startsWith(LINK_ONCE)) {
        const reason = isReplaced(section.name, section.name);
        if (reason !== undefined) reasons.set(section.index, reason);
      }
    }
    // What belongs to the order of a section goes with it.
    for (const { index, flags, link } of elf.sections) {
      const reason = flags & SHF.LINK_ORDER ? reasons.get(link) : undefined;
      if (reason !== undefined && !reasons.has(index)) reasons.set(index, reason);
    }
    for (const key of own) this.#owners.set(key, name);
    return reasons;
  }
}

/** The flags and the sections of a group. */
function readGroup(
  { name, elf }: Required<NamedElf>,
  section: Section,
): { readonly flags: number; readonly members: readonly number[] } {
  const damaged = (why: string): InputError =>
    new InputError(`${name}: ${sectionLabel(section)}: ${why}; rebuild the object, it is damaged`);
  if (section.size % WORD !== 0 || section.size === 0)
    throw damaged(`a group has words of ${WORD} bytes, and it has ${section.size} bytes`);
  const words = Array.from({ length: section.size / WORD }, (_, index) =>
    Number(readContainer(section.data, index * WORD, WORD, elf.byteOrder)),
  );
  const [flags = 0, ...members] = words;
  const outside = members.find((member) => member === 0 || member >= elf.sections.length);
  if (outside !== undefined)
    throw damaged(`it names section ${outside}, and the file has ${elf.sections.length}`);
  return { flags, members };
}
