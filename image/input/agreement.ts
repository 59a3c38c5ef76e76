/** Whether files may make one image: they must be for one machine, and made for it in one way. */
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { FlagAgreement } from '../../relocator-dsl/machine-facets.ts';
import type { ElfFile } from '../elf/types.ts';
import { hex } from '../memory/bytes.ts';
import { InputError } from '../trouble/errors.ts';
import type { NamedElf } from './files.ts';

const ALL_BITS: readonly FlagAgreement[] = [{ mask: 0xffff_ffff, what: 'e_flags' }];

/**
 * What e_flags of the whole are.
 * @throws InputError naming the first file that does not go with the one in front of it
 */
export function commonFlags(files: readonly NamedElf[], { elf: facet }: Machine): number {
  const [first] = files;
  const agreement = facet?.agreement ?? ALL_BITS;
  let flags = first?.elf.flags ?? 0;
  for (const { name, elf } of files) {
    const why = first && (whyOther(first.elf, elf) ?? whyApart(flags, elf.flags, agreement));
    if (why !== undefined) throw new InputError(`${name}: it does not go with ${first?.name}: ${why}`);
    // What one file leaves open another may tell.
    for (const { mask } of agreement) if ((flags & mask) === 0) flags = (flags | (elf.flags & mask)) >>> 0;
  }
  return flags;
}

function whyOther(first: ElfFile, elf: ElfFile): string | undefined {
  const linked = [first, elf].find(({ type }) => type === 'dynamic');
  if (linked && first !== elf)
    return `${linked === elf ? 'it' : 'that one'} is a linked image, which stands alone; pass the objects it was linked of`;
  if (first.machine === elf.machine && first.wordBits === elf.wordBits && first.byteOrder === elf.byteOrder)
    return undefined;
  return `it is for ${shape(elf)}, and that one for ${shape(first)}; compile all for one machine`;
}

function shape({ machine, wordBits, byteOrder }: ElfFile): string {
  return `ELF machine ${machine} (${wordBits}-bit, ${byteOrder} endian)`;
}

function whyApart(known: number, flags: number, agreement: readonly FlagAgreement[]): string | undefined {
  for (const { mask, what, together = [] } of agreement) {
    const [a, b] = [(known & mask) >>> 0, (flags & mask) >>> 0];
    if (a === b || together.some((values) => values.includes(a) && values.includes(b))) continue;
    return `they differ in ${what} (e_flags ${hex(flags)} and ${hex(known)}); compile all with the same options`;
  }
  return undefined;
}
