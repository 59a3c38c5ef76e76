/** Addresses of a linked file, as places in its sections. */
import { SHF, SHT } from '../elf/constants.ts';
import type { ElfFile } from '../elf/types.ts';
import type { RelocationPlace } from '../trouble/troubles.ts';

/**
 * What tells of a dynamic relocation the section it patches, and bytes into that, where its table and an address stood;
 * what is in no section, as where section headers were stripped, is left as it is. The address is kept beside.
 */
export function bySection(elf: ElfFile): <T extends RelocationPlace>(place: T) => T {
  const sections = elf.sections
    .filter(({ flags, type, size }) => {
      // Thread-local zeros share addresses with what follows them.
      const isThreads = flags & SHF.TLS && type === SHT.NOBITS;
      return flags & SHF.ALLOC && size > 0 && !isThreads;
    })
    .sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
  return (place) => {
    const address = place.offset;
    let low = 0;
    let high = sections.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const section = sections[middle];
      if (section && section.address <= address) low = middle + 1;
      else high = middle;
    }
    const section = sections[low - 1];
    if (!section || address - section.address >= BigInt(section.size)) return { ...place, address };
    return { ...place, section: section.name, offset: address - section.address, address };
  };
}
