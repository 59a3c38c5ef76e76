/** Function descriptors: on some machines a function's symbol names a few words, of which the first is the code's address. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import type { ElfFile, Relocation } from '../elf/types.ts';

/**
 * The relocation that says where the code is, of the descriptor that stands `offset` bytes into a section; undefined
 * if the section holds none, `unclear` if no descriptor begins there.
 */
export function describedCode(
  elf: ElfFile,
  { machine, byName }: Architecture,
  section: number,
  offset: bigint,
): Relocation | 'unclear' | undefined {
  const descriptors = machine.functions?.descriptors;
  if (!descriptors || elf.sections[section]?.name !== descriptors.section) return undefined;
  const pointer = byName.get(descriptors.pointer)?.type;
  const words = elf.relocations.filter(({ target }) => target === section);
  const found = words
    .flatMap(({ relocations }) => relocations)
    .find((relocation) => relocation.offset === offset && relocation.type === pointer);
  return found ?? 'unclear';
}
