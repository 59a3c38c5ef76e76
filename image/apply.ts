/**
 * What memory must look like after the prologue ran: from the blob and its map, or from the object itself, evaluated
 * directly at the base without any analysis of what moves.
 */
import type { ReferenceRule } from '../reference-model/types.ts';
import { lettersAt } from '../relocator-dsl/letters.ts';
import type { Machine } from '../relocator-dsl/machine.ts';
import { type BuildOptions, buildWithSource } from './build.ts';
import { resolveAt } from './fixups/resolve.ts';
import type { Input } from './input/files.ts';
import type { ImageMap, MapFixup } from './map/map.ts';
import { checkBase, checkLateValues, openMapped } from './map/mapped.ts';
import { hex } from './memory/bytes.ts';
import { readField, whyNoContainer, writeField } from './memory/container.ts';
import type { LateValues } from './memory/symbol-value.ts';
import { InputError } from './trouble/errors.ts';

/**
 * The memory [imageOffset, memsz) of an image after its prologue ran at `base`, by the reference model. `late` gives
 * the addresses the loader stored; those left out count as 0.
 * @throws InputError when the prologue would refuse, or the map does not belong to the blob
 */
export function applyAt(
  blob: Uint8Array,
  map: ImageMap,
  base: bigint,
  late: LateValues = new Map(),
): Uint8Array {
  const image = imageAt(blob, map, base, late);
  const memory = new Uint8Array(map.memsz - map.imageOffset);
  memory.set(image);
  return memory;
}

/** The same without the zeros behind the blob: [imageOffset, size). @throws as `applyAt` does */
export function imageAt(
  blob: Uint8Array,
  map: ImageMap,
  base: bigint,
  late: LateValues = new Map(),
): Uint8Array {
  const { machine, model } = openMapped(blob, map);
  checkLateValues(map, machine, late);
  checkBase(map, base);
  // Not slice(): that of a Buffer is a view of the same memory.
  const memory = Uint8Array.from(blob.subarray(map.imageOffset));
  for (const fixup of map.fixups) {
    const { offset, type, symbol, target, addend } = fixup;
    const rule = model.rules.get(type);
    if (!rule) throw new InputError(`the map has a fixup of type ${type}, which ${map.arch} does not have`);
    const at = offset - map.imageOffset;
    if (at < 0 || whyNoContainer(BigInt(offset), rule, addend, map.size) !== undefined) {
      throw new InputError(
        `the map has a fixup at ${hex(offset)}, outside the image; pass the image's own map`,
      );
    }
    const { value, why } = evaluateFixup(map, machine, rule, fixup, base, late);
    if (why !== undefined) {
      const remedy = target.kind === 'late' ? `another address for ${symbol}, or ` : '';
      throw new InputError(`${type} at ${hex(offset)}: ${why}; choose ${remedy}another load base`);
    }
    const old = readField(memory, at, rule, addend, machine);
    writeField(memory, at, rule, addend, machine, rule.insert(old, value));
  }
  return memory;
}

interface EvaluatedFixup {
  /** X, an unsigned machine word. */
  readonly value: bigint;
  /** Why it does not fit; undefined when it does. */
  readonly why: string | undefined;
}

/** What a fixup of the map comes to at `base`. */
export function evaluateFixup(
  map: ImageMap,
  machine: Machine,
  rule: ReferenceRule,
  { offset, symbol, target, addend, second, slot }: MapFixup,
  base: bigint,
  late: LateValues,
): EvaluatedFixup {
  const address = addressOf(target, symbol, base, late);
  const letters = lettersAt(machine, {
    base,
    place: offset,
    symbol: address,
    addend,
    second: second ?? 0n,
    // The addend of a relocation that completes another is as seen from its own place.
    completed: (slot === undefined ? address : base + BigInt(slot)) + addend - (base + BigInt(offset)),
    got: map.got ?? 0,
    slot,
    toc: map.toc ?? 0,
    size: 0n,
    // What leads to the function's state or local entry is in the addend.
    functionBit: 0n,
    localEntry: 0n,
  });
  const value = rule.value(letters);
  return { value, why: rule.check(value) };
}

export interface AppliedObject {
  /** The memory [imageOffset, memsz). */
  readonly memory: Uint8Array;
  readonly map: ImageMap;
  /** As those of `buildImage`'s summary. */
  readonly notes: readonly string[];
}

/**
 * The same memory, reached by another way: the object is laid out as `buildImage` does it, and then every relocation
 * is evaluated at `base`, those that the build settles as well as those it leaves to the prologue.
 * @throws InputError when the image cannot be built, or a field does not fit at that base
 */
export async function applyObject(
  input: Input,
  base: bigint,
  options: BuildOptions = {},
  late: LateValues = new Map(),
): Promise<AppliedObject> {
  const { source, layout, map, settings, summary } = await buildWithSource(input, options);
  checkLateValues(map, source.architecture.machine, late);
  checkBase(map, base);
  const memory = new Uint8Array(map.memsz - map.imageOffset);
  const skip = new Set(map.dropped.map(({ offset }) => offset));
  memory.set(resolveAt(source, layout, base, late, skip));
  for (const { offset, bytes: content } of settings) memory.set(content, offset - map.imageOffset);
  return { memory, map, notes: summary.notes };
}

function addressOf(target: MapFixup['target'], symbol: string, base: bigint, late: LateValues): bigint {
  switch (target.kind) {
    case 'image':
      return base + target.value;
    case 'absolute':
      return target.value;
    case 'late':
      return late.get(symbol) ?? 0n;
  }
}
