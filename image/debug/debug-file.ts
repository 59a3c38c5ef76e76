/** An image at a load base as a file that debuggers take: its memory, symbols at their addresses, debugging data. */
import { architectureNamed } from '../../relocator-dsl/architectures.ts';
import { imageAt } from '../apply.ts';
import { SHF, SHT, STB, STT } from '../elf/constants.ts';
import type { ElfSymbol } from '../elf/types.ts';
import type { Input } from '../input/files.ts';
import type { ImageMap } from '../map/map.ts';
import type { LateValues } from '../memory/symbol-value.ts';
import { InputError } from '../trouble/errors.ts';
import { executableFile, holdsCode, type MemorySection, type NamedSymbol } from './executable.ts';
import { type Origin, originAt } from './made-of.ts';

export interface DebugFileOptions {
  /** What was given to build: has what the map has not, symbols of its files and debugging data. */
  readonly object?: Input | undefined;
  /** Addresses that the loader stores for late symbols; those left out count as 0. */
  readonly late?: LateValues | undefined;
}

export interface DebugFile {
  readonly file: Uint8Array;
  /** Bytes of debugging data. */
  readonly debug: number;
  /** What the user may not expect, each in a line of its own. */
  readonly notes: readonly string[];
}

/** Names that gdb has for what relocator makes. */
const PROLOGUE = { section: '.relocator', start: 'relocator_prologue', stop: 'relocator_stop' } as const;

/**
 * Writes an image as it stands at `base` after its prologue ran, as an executable (ET_EXEC). The prologue itself is as
 * it was before.
 * @throws InputError when the base is none of the image's, the map is of another blob, or the object of another image
 */
export function debugFile(
  blob: Uint8Array,
  map: ImageMap,
  base: bigint,
  { object, late = new Map() }: DebugFileOptions = {},
): DebugFile {
  const machine = architectureNamed(map.arch)?.machine;
  const image = imageAt(blob, map, base, late);
  if (!machine) throw new InputError(`the map is for ${map.arch}, which this relocator does not know`);
  const origin = object === undefined ? undefined : originAt(object, map, image, base, late);
  const memory = Uint8Array.from(blob);
  memory.set(image, map.imageOffset);
  const sections = [
    prologueSection(map, base),
    ...map.sections.map((each) => section(each, map, base, origin)),
  ];
  const { osAbi, flags } = machine.elf?.objectHeader ?? {};
  const file = executableFile({
    shape: { wordBits: machine.wordBits, byteOrder: machine.dataOrder },
    header: {
      machine: machine.elfMachine,
      entry: base + BigInt(map.header?.offset ?? 0),
      ...(osAbi === undefined ? {} : { osAbi }),
      flags: origin?.elf.flags ?? flags ?? 0,
    },
    address: base,
    memory,
    memorySize: map.memsz,
    sections,
    others: origin?.debug ?? [],
    symbols: [
      ...prologueSymbols(map, base),
      ...(origin ? symbolsOf(origin, map, base) : mappedSymbols(map, base, sections)),
    ],
  });
  const debug = origin?.debug.reduce((sum, { data }) => sum + data.length, 0) ?? 0;
  return { file, debug, notes: notesOn(origin?.leftAlone ?? []) };
}

function notesOn(types: readonly string[]): string[] {
  const left = types.join(', ');
  return left === '' ? [] : [`debugging data has relocations that were left as they are: ${left}`];
}

function prologueSection({ prologue }: ImageMap, base: bigint): MemorySection {
  return {
    ...{ name: PROLOGUE.section, type: SHT.PROGBITS, flags: SHF.ALLOC | SHF.EXECINSTR | SHF.WRITE },
    ...{ address: base, offset: 0, size: prologue.size },
  };
}

function prologueSymbols({ prologue: { size, stop } }: ImageMap, base: bigint): NamedSymbol[] {
  const common = { binding: STB.LOCAL, section: 0 };
  return [
    { name: PROLOGUE.start, value: base, size, type: STT.FUNC, ...common },
    ...(stop ? [{ name: PROLOGUE.stop, value: base + BigInt(stop.offset), ...common }] : []),
  ];
}

/** What a map says of a section leaves its flags to be guessed; nothing but symbols and listings go by them. */
function section(
  { index, name, offset, size, type }: ImageMap['sections'][number],
  { entry }: ImageMap,
  base: bigint,
  origin: Origin | undefined,
): MemorySection {
  const isEntered = entry >= offset && entry < offset + size;
  const guessed = SHF.ALLOC | (isEntered || CODE.test(name) ? SHF.EXECINSTR : SHF.WRITE);
  const own = index > 0 ? origin?.elf.sections[index] : undefined;
  const flags = own ? own.flags & (SHF.ALLOC | SHF.EXECINSTR | SHF.WRITE) : guessed;
  const address = base + BigInt(offset);
  return { name, type: type === SHT.NOBITS ? type : SHT.PROGBITS, flags, address, offset, size };
}

const CODE = /^\.(text|init|fini|head)\b/;

/** The symbols of a map, of which it does not say what they are: those with a size in code are functions. */
function mappedSymbols(map: ImageMap, base: bigint, sections: readonly MemorySection[]): NamedSymbol[] {
  return map.symbols.map(({ name, offset, size }) => {
    const section = sections.findIndex(
      (each, index) => index > 0 && offset >= each.offset && offset < each.offset + Math.max(each.size, 1),
    );
    const home = sections[section];
    const type = home && holdsCode(home) ? STT.FUNC : STT.OBJECT;
    return {
      ...{ name, value: base + BigInt(offset), size, binding: STB.GLOBAL },
      ...{ type: size === 0 ? STT.NOTYPE : type },
      ...(section < 0 ? {} : { section }),
    };
  });
}

/** The symbols of the object that are somewhere, local ones, too, but for those that assemblers make. */
function symbolsOf({ elf, offsets }: Origin, map: ImageMap, base: bigint): NamedSymbol[] {
  const places = new Map(map.sections.map(({ index }, place) => [index, place + 1]));
  return elf.symbols.flatMap((symbol): NamedSymbol[] => {
    const { name, type, binding, other, size, value, place, functionBit } = symbol;
    if (name === '' || name.startsWith('.L') || type === STT.SECTION || type === STT.FILE) return [];
    const common = { name, type, other, size: Number(size), binding: BINDINGS[binding] };
    if (place.kind === 'absolute') return [{ ...common, value }];
    if (place.kind === 'common') return commonSymbol(symbol, map, base);
    const start = place.kind === 'section' ? offsets.get(place.section) : undefined;
    if (start === undefined || place.kind !== 'section') return [];
    const address = base + BigInt(start) + value + (functionBit ? 1n : 0n);
    const section = places.get(place.section);
    return [{ ...common, value: address, ...(section === undefined ? {} : { section }) }];
  });
}

const BINDINGS = { local: STB.LOCAL, global: STB.GLOBAL, weak: STB.WEAK, other: STB.GLOBAL } as const;

function commonSymbol({ name }: ElfSymbol, map: ImageMap, base: bigint): NamedSymbol[] {
  const found = map.symbols.find((each) => each.name === name);
  const section = found ? map.sections.findIndex((each) => each.name === found.section) : -1;
  if (!found || section < 0) return [];
  const { offset, size } = found;
  const value = base + BigInt(offset);
  return [{ name, value, size, binding: STB.GLOBAL, type: STT.OBJECT, section: section + 1 }];
}
