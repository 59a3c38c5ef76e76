/** Function descriptors: on some machines a function's symbol names a few words, of which the first is the code's address. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import type { ElfFile, Relocation, Section } from '../elf/types.ts';
import { grouped, oncePer } from '../memory/groups.ts';

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
  const whole = elf.sections[section];
  if (!descriptors || whole?.name !== descriptors.section) return undefined;
  const pointer = byName.get(descriptors.pointer)?.type;
  const here = byPlace(elf)(whole).get(offset) ?? [];
  return here.find(({ type }) => type === pointer) ?? 'unclear';
}

/** The relocations of sections by their offsets, in the order of the file: descriptors are asked for one by one. */
const byPlace = oncePer((elf: ElfFile) => {
  const tables = grouped(elf.relocations, ({ target }) => target);
  return oncePer((section: Section) =>
    grouped(
      (tables.get(section.index) ?? []).flatMap(({ relocations }) => relocations),
      ({ offset }) => offset,
    ),
  );
});
