/**
 * What a loader does: builds an image, chooses a load base the map allows, lays the image out as memory, and checks
 * beforehand what that memory will be once the prologue has run.
 *
 *   npx tsx examples/place-in-memory.ts purgatory.ro [base]
 */
import { readFileSync } from 'node:fs';
// Outside this repository: from 'relocator'.
import { applyAt, buildImage, type ImageMap, InputError } from '../index.ts';

/** The lowest load base at or above `wanted` that the map allows. */
export function chooseBase(map: ImageMap, wanted: bigint): bigint {
  const align = BigInt(map.loadAlign);
  const least = wanted > map.bases.min ? wanted : map.bases.min;
  const base = ((least + align - 1n) / align) * align;
  if (base > map.bases.max) throw new InputError(`no load base from 0x${wanted.toString(16)} on is allowed`);
  return base;
}

/** The bytes to copy to the load base: the blob, and zeros behind it up to memsz. */
export function memoryOf(blob: Uint8Array, map: ImageMap): Uint8Array {
  const memory = new Uint8Array(map.memsz);
  memory.set(blob);
  return memory;
}

async function main(path: string, wanted: bigint): Promise<void> {
  const { blob, map } = await buildImage(readFileSync(path));
  const base = chooseBase(map, wanted);
  const memory = memoryOf(blob, map);
  console.log(`copy ${memory.length} bytes to 0x${base.toString(16)} and jump there`);
  const after = applyAt(blob, map, base);
  const changed = after.filter((byte, index) => byte !== memory[map.imageOffset + index]).length;
  console.log(`the prologue will change ${changed} of the image's ${after.length} bytes`);
  const entry = map.symbols.find(({ offset }) => offset === map.entry);
  console.log(`and then enter ${entry?.name ?? 'the image'} at 0x${(base + BigInt(map.entry)).toString(16)}`);
}

const [path, base = '0x100000'] = process.argv.slice(2);
if (path !== undefined) await main(path, BigInt(base));
