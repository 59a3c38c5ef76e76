/** Sections that debuggers read. */
import { SHF, SHT } from './constants.ts';
import type { Section } from './types.ts';

/** Whether it has debugging data as DWARF has them: in a section of its own that takes no memory. */
export function isDebugSection({ name, flags, type }: Section): boolean {
  return (flags & SHF.ALLOC) === 0n && type !== SHT.NOBITS && name.startsWith('.debug_');
}
