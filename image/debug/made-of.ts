/** The object that an image was made of, found to be that, with what the map does not have: symbols of its files, and debugging data. */
import { SHF, SHT, STT } from '../elf/constants.ts';
import type { ElfFile, ElfSymbol, Section } from '../elf/types.ts';
import { resolveAt } from '../fixups/resolve.ts';
import { USUAL_ENTRY } from '../input/entry-point.ts';
import type { Input } from '../input/files.ts';
import { analyseObject, openObject } from '../input/object.ts';
import { readWithRules } from '../input/open.ts';
import type { Layout, SourceOptions } from '../input/source.ts';
import type { ImageMap, MapRange } from '../map/map.ts';
import { hex } from '../memory/bytes.ts';
import type { LateValues } from '../memory/symbol-value.ts';
import { InputError } from '../trouble/errors.ts';
import { type DebugSection, relocateDebug } from './debug-sections.ts';

/** What is told of an image by what it was made of. */
export interface Origin {
  /** As the image has it. */
  readonly elf: ElfFile;
  /** Where each of its sections stands in the image, by its index. */
  readonly offsets: ReadonlyMap<number, number>;
  readonly debug: readonly DebugSection[];
  /** Types in debugging sections that were left as they are. */
  readonly leftAlone: readonly string[];
}

/**
 * Holds an object against an image, and relocates its debugging sections for a load base.
 * @param memory the image at `base`, from the map's imageOffset on
 * @throws InputError when it is a linked file, or another object than the image was made of, or damaged
 */
export function originAt(
  input: Input,
  map: ImageMap,
  memory: Uint8Array,
  base: bigint,
  late: LateValues,
): Origin {
  const given = { late: map.late.map(({ name }) => name), entry: entryOf(map), withDebug: true };
  const { elf: file, architecture, model } = readWithRules(input, given);
  if (file.type === 'dynamic') {
    throw new InputError(
      'a linked file has lost what its debugging data needs to be moved; have gdb move it: add-symbol-file FILE -o BASE',
    );
  }
  if (architecture.machine.arch !== map.arch) {
    throw new InputError(`it is for ${architecture.machine.arch}, and the image for ${map.arch}`);
  }
  const open = (options: SourceOptions) => {
    const source = openObject(file, architecture, model, options);
    return { options, source, layout: source.place(map.imageOffset) };
  };
  const plain = open(given);
  const isPlain = whyOther(plain.layout, map) === undefined;
  const { options, source, layout } = isPlain ? plain : open({ ...given, keepEhFrame: true });
  const why = whyOther(layout, map);
  if (why !== undefined) throw notMadeOf(why);
  const { elf } = analyseObject(file, architecture, model, options);
  const skip = new Set(map.dropped.map(({ offset }) => offset));
  checkCode(elf, map, memory, resolveAt(source, layout, base, late, skip));
  const offsets = new Map(map.sections.flatMap(({ index, offset }) => (index > 0 ? [[index, offset]] : [])));
  const addressOf = (symbol: ElfSymbol): bigint | undefined =>
    addressIn({ offsets, map }, symbol, base, late);
  const { sections: debug, leftAlone } = relocateDebug({ elf, architecture, model, addressOf });
  return { elf, offsets, debug, leftAlone };
}

/** What was given to build as --entry, if it was not what is entered anyhow. */
function entryOf({ entry, header, symbols }: ImageMap): string | undefined {
  const at = header?.offset ?? entry;
  const names = symbols.flatMap(({ name, offset }) => (offset === at ? [name] : []));
  return names.includes(USUAL_ENTRY) ? undefined : names[0];
}

function whyOther(layout: Layout, map: ImageMap): string | undefined {
  const text = ({ name, offset, size }: MapRange & { readonly name: string }): string =>
    `${name} at ${hex(offset)} with ${size} bytes`;
  const own = layout.sections.map(text);
  const missing = map.sections.map(text).find((each, index) => each !== own[index]);
  if (missing !== undefined) return `the image has ${missing}`;
  return own.length > map.sections.length ? `the image has no ${own[map.sections.length]}` : undefined;
}

function notMadeOf(why: string): InputError {
  return new InputError(
    `the image was made of something else: ${why}; pass what was given to build, in its order`,
  );
}

/** Code is what the lines are of. Data may have been written to, and code that loaders write to is in the map. */
function checkCode(elf: ElfFile, map: ImageMap, memory: Uint8Array, own: Uint8Array): void {
  const written = new Set(map.loaderWrites);
  const left: MapRange[] = [
    ...map.symbols.filter(({ name }) => written.has(name)),
    ...(map.header ? [map.header] : []),
    ...variables(elf, map),
  ];
  const isLeft = (at: number): boolean => left.some(({ offset, size }) => at >= offset && at < offset + size);
  for (const { index, offset, size, name } of map.sections) {
    const section = elf.sections[index];
    if (!section || !isCode(section)) continue;
    for (let at = offset; at < offset + size; at++) {
      const place = at - map.imageOffset;
      if (memory[place] === own[place] || isLeft(at)) continue;
      throw notMadeOf(`its code differs at ${hex(at - offset)} in ${name}`);
    }
  }
}

function isCode({ flags, type }: Section): boolean {
  return (flags & SHF.EXECINSTR) !== 0n && type !== SHT.NOBITS;
}

/** Variables among code, which --set and patch may have written to. */
function variables({ symbols }: ElfFile, map: ImageMap): MapRange[] {
  return symbols.flatMap(({ type, place, value, size }) => {
    if (type !== STT.OBJECT || place.kind !== 'section') return [];
    const section = map.sections.find(({ index }) => index === place.section);
    return section ? [{ offset: section.offset + Number(value), size: Number(size) }] : [];
  });
}

/** The address of what a symbol of an object names, without the function bit; undefined where the image has not got it. */
function addressIn(
  { offsets, map }: Pick<Origin, 'offsets'> & { readonly map: ImageMap },
  { name, type, place, value }: ElfSymbol,
  base: bigint,
  late: LateValues,
): bigint | undefined {
  if (type === STT.TLS) return 0n;
  switch (place.kind) {
    case 'section': {
      const start = offsets.get(place.section);
      return start === undefined ? undefined : base + BigInt(start) + value;
    }
    case 'common': {
      const room = map.symbols.find((each) => each.name === name);
      return room && base + BigInt(room.offset);
    }
    case 'absolute':
      return value;
    case 'undefined':
      return late.get(name) ?? 0n;
  }
}
