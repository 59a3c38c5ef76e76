/**
 * Symbols that are known only at load time: the image keeps its references to them as records, the loader stores their
 * addresses in the words the map names, and the prologue applies and checks every reference before the entry.
 *
 *   npx tsx examples/late-symbol.ts purgatory.ro console=0xfe201000 [exit=0x…]
 */
import { readFileSync } from 'node:fs';
// Outside this repository: from 'relocator'.
import { buildImage, emulatorMissing, type ImageMap, verifyImage } from '../index.ts';

/** Stores the address of a late symbol where the prologue will look for it; little-endian machines only. */
export function bind(blob: Uint8Array, map: ImageMap, name: string, address: bigint): void {
  const word = map.late.find((late) => late.name === name);
  if (word === undefined) throw new RangeError(`the image has no late symbol ${name}`);
  for (let index = 0; index < word.size; index++) {
    blob[word.offset + index] = Number((address >> BigInt(8 * index)) & 0xffn);
  }
}

async function main(path: string, bindings: ReadonlyMap<string, bigint>): Promise<void> {
  const { blob, map } = await buildImage(readFileSync(path), { late: [...bindings.keys()] });
  for (const [name, address] of bindings) bind(blob, map, name, address);
  for (const { type, symbol, offset, target } of map.fixups) {
    if (target.kind === 'late') console.log(`${type} against ${symbol} at offset 0x${offset.toString(16)}`);
  }
  const missing = emulatorMissing(map.arch);
  if (missing !== undefined) {
    console.log(`not run: ${missing}`);
    return;
  }
  const base = (map.bases.max < 0x10_0000n ? map.bases.min : 0x10_0000n) & ~BigInt(map.loadAlign - 1);
  const { bases } = await verifyImage(blob, map, { bases: [base], late: bindings });
  for (const { trouble } of bases) console.log(trouble ?? 'the prologue bound every reference as it must');
}

const [path, ...pairs] = process.argv.slice(2);
if (path !== undefined) {
  const bindings = pairs.map((pair): [string, bigint] => {
    const [name = '', address = '0'] = pair.split('=');
    return [name, BigInt(address)];
  });
  await main(path, new Map(bindings));
}
