/** Fills in symbols of an image that has been built, where a loader cannot or need not do it. */
import { hex } from '../memory/bytes.ts';
import { byteRanges } from '../memory/container.ts';
import { settingFor, type Writable } from '../memory/symbol-value.ts';
import { InputError } from '../trouble/errors.ts';
import { whyNoGlobal } from '../trouble/missing-symbols.ts';
import { checkDigest, digestOf } from './digest.ts';
import type { ImageMap } from './map.ts';
import { openMapped } from './mapped.ts';

/** Bytes of the branch to the prologue that a header begins with, and which stays. */
const BRANCH = 4;

export interface PatchedImage {
  readonly blob: Uint8Array;
  /** The map with the digest of this blob. */
  readonly map: ImageMap;
}

/**
 * A copy of the blob with values in its symbols, late ones included. What the prologue relocates is never touched.
 * @throws InputError when the map does not belong to the blob, or telling every value that cannot be written
 */
export function patchImage(
  blob: Uint8Array,
  map: ImageMap,
  values: ReadonlyMap<string, Uint8Array | bigint>,
): PatchedImage {
  const { machine, model } = openMapped(blob, map);
  checkDigest(blob, map);
  const names = [...map.symbols, ...map.late].map(({ name }) => name);
  const locals = new Set(map.locals);
  const target: Writable = {
    symbols: [...map.symbols, ...map.late.map((late) => ({ ...late, section: 'the symbol table' }))],
    size: map.size,
    whyMissing: (name) => whyNoGlobal(name, names, locals),
    order: machine.dataOrder,
    occupied: map.fixups.flatMap(({ offset, type, symbol, addend }) => {
      const rule = model.rules.get(type);
      const text = `${type} against ${symbol} at ${hex(offset)}`;
      const ranges = rule ? byteRanges(offset, rule, addend) : [];
      return ranges.map(({ start, end }) => ({ offset: start, bytes: end - start, text }));
    }),
  };
  // Not slice(): that of a Buffer is a view of the same memory.
  const patched = Uint8Array.from(blob);
  const troubles: string[] = [];
  for (const [name, value] of values) {
    const setting = settingFor(target, name, value);
    if (typeof setting === 'string') troubles.push(`${name}: ${setting}`);
    else patched.set(setting.bytes, setting.offset);
  }
  const branch = map.header && blob.subarray(map.header.offset, map.header.offset + BRANCH);
  if (map.header && branch) patched.set(branch, map.header.offset);
  if (troubles.length > 0) throw new InputError(troubles);
  return { blob: patched, map: map.digest ? { ...map, digest: digestOf(patched, map) } : map };
}
