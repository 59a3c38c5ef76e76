/** What a map says, held against itself, its machine and its blob, before anything acts on it. */
import type { ReferenceModel } from '../../reference-model/types.ts';
import { architectureNamed } from '../../relocator-dsl/architectures.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { hasSignature, whyNot } from '../elf/file-kinds.ts';
import { hex, isInOneBlock, isPowerOfTwo } from '../memory/bytes.ts';
import { SIZE_LIMIT, SIZE_LIMIT_TEXT } from '../memory/limits.ts';
import type { LateValues } from '../memory/symbol-value.ts';
import { modelOf } from '../models.ts';
import { closeText, someOf } from '../trouble/close-names.ts';
import { InputError } from '../trouble/errors.ts';
import type { ImageMap, MapRange } from './map.ts';

/**
 * Refuses a map that cannot be of an image: parts that lie outside the whole, more memory than an image may take,
 * late symbols that share bytes.
 * @throws InputError naming what contradicts what
 */
export function checkMap(map: ImageMap): void {
  const { entry, header, imageOffset, size, memsz, loadAlign, block, bases, prologue, late, fixups } = map;
  const must = (holds: boolean, what: string): void => {
    if (!holds) throw new InputError(`the map contradicts itself: ${what}; rebuild it`);
  };
  must(imageOffset <= size && size <= memsz, 'imageOffset <= size <= memsz must hold');
  must(memsz <= SIZE_LIMIT, `memsz is ${hex(memsz)}; ${SIZE_LIMIT_TEXT}`);
  must(imageOffset <= entry && entry < size, `the entry ${hex(entry)} is outside the image`);
  must(block === undefined || isPowerOfTwo(block), `block ${block} is not a power of two`);
  must(isPowerOfTwo(loadAlign), `loadAlign ${loadAlign} is not a power of two`);
  must(!header || isInside(header, imageOffset, size), 'the header is outside the image');
  must(0n <= bases.min && bases.min <= bases.max, 'bases.min is above bases.max');
  for (const limit of [bases.minBecause, bases.maxBecause]) {
    must(
      !limit || isInside({ ...limit, size: 0 }, imageOffset, size),
      'a limit of bases is outside the image',
    );
  }
  must(prologue.size <= imageOffset, 'the prologue reaches into the image');
  must(isInside(prologue.table, 0, prologue.size), 'the table is outside the prologue');
  must(!prologue.stop || prologue.stop.offset < prologue.size, 'the stop is outside the prologue');
  const { beacon, offset: halt } = prologue.stop ?? { offset: 0 };
  must(!beacon || beacon.offset < halt, 'the beacon is behind the stop');
  const written = new Set(map.loaderWrites);
  for (const { name, ...range } of map.symbols) {
    must(
      !written.has(name) || isInside(range, 0, size),
      `${name}, which loaders write, is outside the image`,
    );
  }
  const { offset: table, size: tableSize } = prologue.table;
  let end = table;
  for (const each of [...late].sort((a, b) => a.offset - b.offset)) {
    must(isInside(each, table, table + tableSize), `the late symbol ${each.name} is outside the table`);
    must(each.offset >= end, `the late symbol ${each.name} shares bytes with another`);
    end = each.offset + each.size;
  }
  const names = new Set(late.map(({ name }) => name));
  must(names.size === late.length, 'two late symbols have the same name');
  for (const { offset, symbol, target } of fixups) {
    must(imageOffset <= offset && offset < size, `the fixup at ${hex(offset)} is outside the image`);
    must(
      target.kind !== 'late' || names.has(symbol),
      `the fixup at ${hex(offset)} needs ${symbol}, which is no late symbol`,
    );
  }
}

function isInside({ offset, size }: MapRange, start: number, end: number): boolean {
  return start <= offset && offset + size <= end;
}

/** What a file is that is no image; undefined when it may be one. */
export function whyNoImage(bytes: Uint8Array): string | undefined {
  if (!hasSignature(bytes)) return undefined;
  return whyNot(bytes, 'an image', 'pass the image that relocator build wrote, with --emit bin');
}

/**
 * The machine and reference model of an image.
 * @throws InputError when the map is of no known machine, contradicts itself, or is of another blob
 */
export function openMapped(
  blob: Uint8Array,
  map: ImageMap,
): { readonly machine: Machine; readonly model: ReferenceModel } {
  const machine = architectureNamed(map.arch)?.machine;
  const model = modelOf(map.arch);
  if (!machine || !model) {
    throw new InputError(`the map is for ${map.arch}, which this relocator does not know`);
  }
  checkMap(map);
  if (blob.length !== map.size) {
    throw new InputError(
      whyNoImage(blob) ??
        `the map is of an image with ${map.size} bytes, this one has ${blob.length}; pass its own map`,
    );
  }
  if (map.bases.max + BigInt(map.memsz) > 1n << BigInt(machine.wordBits)) {
    throw new InputError(
      `the map allows load bases up to ${hex(map.bases.max)}, from where the image runs past the ` +
        `${machine.wordBits}-bit address space; rebuild it`,
    );
  }
  const odd = map.late.find(({ size }) => size * 8 !== machine.wordBits);
  if (odd) {
    throw new InputError(`the map gives the late symbol ${odd.name} ${odd.size} bytes; rebuild it`);
  }
  return { machine, model };
}

/** @throws InputError when a name is no late symbol of the image, or an address is wider than the machine's word */
export function checkLateValues(map: ImageMap, { wordBits }: Machine, late: LateValues): void {
  const troubles = [...late].flatMap(([name, value]) => {
    if (!map.late.some((each) => each.name === name)) {
      const known = map.late.map((each) => each.name);
      return [`the image has no late symbol ${name}${closeText(name, known) || `; it has ${someOf(known)}`}`];
    }
    if (BigInt.asUintN(wordBits, value) === value) return [];
    return [`the address ${hex(value)} of ${name} does not fit ${wordBits} bits`];
  });
  if (troubles.length > 0) throw new InputError(troubles);
}

/** Whether memory at `base` lies within one block, where the image asks for that. */
export function withinBlock({ block, memsz }: ImageMap, base: bigint): boolean {
  return block === undefined || isInOneBlock(base, BigInt(memsz), BigInt(block));
}

/** @throws InputError when the image is not for that load base */
export function checkBase(map: ImageMap, base: bigint): void {
  if (base < map.bases.min || base > map.bases.max) {
    throw new InputError(
      `the load base ${hex(base)} is outside the range the image is for, ${hex(map.bases.min)} to ${hex(map.bases.max)}`,
    );
  }
  if (!withinBlock(map, base)) {
    throw new InputError(
      `the load base ${hex(base)} puts the image across a multiple of ${hex(map.block ?? 0)}, over which its jumps do not reach`,
    );
  }
  if (base % BigInt(map.loadAlign) !== 0n) {
    throw new InputError(
      `the load base ${hex(base)} is not a multiple of ${hex(map.loadAlign)}, the load alignment`,
    );
  }
}
