/** Which relocations stand inside of symbols that the loader writes before the jump. */
import type { Machine } from '../../relocator-dsl/machine.ts';
import { toldBy } from '../../relocator-dsl/own-purgatory.ts';
import { FAMILIES, type Family, purgatoryFamily } from '../../relocator-dsl/told.ts';
import type { ElfFile } from '../elf/types.ts';
import { byteRanges, type ContainerShape } from '../memory/container.ts';
import { InputError } from '../trouble/errors.ts';

/** Symbols by name, or all that a family of purgatories is told. */
export type LoaderWrites = readonly string[] | Family;

/**
 * The names of what is written.
 * @param names symbols of the purgatory
 * @throws InputError for a family that has no purgatories on the machine, or whose purgatory this is not
 */
export function writtenNames(
  written: LoaderWrites,
  machine: Machine,
  names: readonly string[],
): ReadonlySet<string> {
  if (typeof written !== 'string') return new Set(written);
  const told = toldBy(written, machine);
  if (!told) throw new InputError(whyNone(written, machine));
  const known = new Set(names);
  const family = purgatoryFamily(known);
  const knownBy = FAMILIES.find((each) => each.family === written)?.knownBy ?? [];
  if (family !== undefined && family !== written && !knownBy.every((name) => known.has(name))) {
    throw new InputError(
      `--loader-writes ${written}: this is a purgatory of ${family}, without ${knownBy.join(' and ')}; ` +
        `name ${family}, or its symbols one by one`,
    );
  }
  return new Set(told.map(({ name }) => name));
}

function whyNone(written: Family, machine: Machine): string {
  const others = FAMILIES.filter(({ family }) => toldBy(family, machine)).map(({ family }) => family);
  const { title = '' } = FAMILIES.find(({ family }) => family === written) ?? {};
  return (
    `--loader-writes ${written}: ${title} has no purgatory of its own for ${machine.title}; ` +
    `name ${others.join(' or ')}, or symbols one by one`
  );
}

/**
 * Tells of a field whether it takes bytes of such a symbol, by its section and its bytes into it; of linked images, by
 * section 0 and its bytes from `low`.
 * @throws InputError as above
 */
export function writtenPlaces(
  elf: ElfFile,
  written: LoaderWrites | undefined,
  machine: Machine,
  low = 0n,
): (section: number, at: number, shape: ContainerShape, addend: bigint) => boolean {
  if (written === undefined) return () => false;
  const globals = elf.symbols.filter(({ binding, place }) => binding !== 'local' && place.kind === 'section');
  const names = writtenNames(
    written,
    machine,
    globals.map(({ name }) => name),
  );
  const symbols = globals.flatMap(({ name, place, value, size }) => {
    if (place.kind !== 'section' || !names.has(name)) return [];
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
