/**
 * What C++ and Rust leave in an object for whoever unwinds its stack: tables of handlers, and pointers to what reads them.
 * The unwinding tables that name them are no part of an image, and then nobody asks for these.
 */
import { columnsOf } from '../elf/relocation-columns.ts';
import type { ElfFile, Section } from '../elf/types.ts';
import { grouped } from '../memory/groups.ts';

/** Tables of handlers, and pointers to a personality routine or a type of exceptions, as GNU and LLVM compilers name them. */
const SERVES_UNWINDING = /^\.gcc_except_table(\.|$)|\.DW\.ref\./;

/** Those sections of `candidates` that serve unwinding and that no other of them refers to, directly or by way of such. */
export function unwindingOnly(elf: ElfFile, candidates: readonly Section[]): ReadonlySet<Section> {
  const serving = new Map(
    candidates.flatMap((each) => (SERVES_UNWINDING.test(each.name) ? [[each.index, each]] : [])),
  );
  if (serving.size === 0) return new Set();
  const tables = grouped(elf.relocations, ({ target }) => target);
  const reached = candidates.filter(({ index }) => !serving.has(index));
  for (const { index } of reached) {
    for (const table of tables.get(index) ?? []) {
      const columns = columnsOf(table);
      for (let row = 0; row < columns.length; row++) {
        const place = elf.symbols[columns.symbolAt(row)]?.place;
        const found = place?.kind === 'section' ? serving.get(place.section) : undefined;
        if (found && serving.delete(found.index)) reached.push(found);
      }
    }
  }
  return new Set(serving.values());
}
