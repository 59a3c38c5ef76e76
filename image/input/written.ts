/** Which relocations stand inside of symbols that the loader writes before the jump. */
import type { Machine } from '../../relocator-dsl/machine.ts';
import { toldBy } from '../../relocator-dsl/own-purgatory.ts';
import type { ElfFile } from '../elf/types.ts';
import { byteRanges, type ContainerShape } from '../memory/container.ts';

/** Symbols by name, or those that kexec-tools writes. */
export type LoaderWrites = readonly string[] | 'kexec-tools';

export function writtenNames(written: LoaderWrites, machine: Machine): ReadonlySet<string> {
  return new Set(written === 'kexec-tools' ? toldBy(written, machine)?.map(({ name }) => name) : written);
}

/**
 * Tells of a field whether it takes bytes of such a symbol, by its section and its bytes into it; of linked images, by
 * section 0 and its bytes from `low`.
 */
export function writtenPlaces(
  elf: ElfFile,
  written: LoaderWrites | undefined,
  machine: Machine,
  low = 0n,
): (section: number, at: number, shape: ContainerShape, addend: bigint) => boolean {
  if (written === undefined) return () => false;
  const names = writtenNames(written, machine);
  const symbols = elf.symbols.flatMap(({ name, binding, place, value, size }) => {
    if (binding === 'local' || place.kind !== 'section' || !names.has(name)) return [];
    const section = elf.type === 'relocatable' ? place.section : 0;
    const start = Number(value - low);
    return [{ section, start, end: start + Number(size) }];
  });
  return (section, at, shape, addend) =>
    symbols.some(
      (symbol) =>
        symbol.section === section &&
        byteRanges(at, shape, addend).some(({ start, end }) => start < symbol.end && end > symbol.start),
    );
}
