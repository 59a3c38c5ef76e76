/** What every purgatory is told of the memory that it checks, and this project's of its console, as values of symbols. */
import { createHash } from 'node:crypto';
import type { ImageMap } from '../../index.ts';
import { architectureOf } from '../support/architecture.ts';

const REGIONS = 16;

export interface Checked {
  readonly address: bigint;
  readonly data: Uint8Array;
}

/** The regions and their digest. @param flipDigest one bit of it is wrong */
export function regionValues(
  { arch }: ImageMap,
  regions: readonly Checked[],
  flipDigest: boolean,
): (readonly [symbol: string, value: Uint8Array])[] {
  const table = new Uint8Array(REGIONS * 16);
  const words = new DataView(table.buffer);
  const little = isLittle(arch);
  const hash = createHash('sha256');
  for (const [index, { address, data }] of regions.entries()) {
    words.setBigUint64(index * 16, BigInt.asUintN(64, address), little);
    words.setBigUint64(index * 16 + 8, BigInt(data.length), little);
    hash.update(data);
  }
  const digest = Uint8Array.from(hash.digest());
  if (flipDigest) digest[0] = (digest[0] ?? 0) ^ 1;
  return [
    ['sha256_regions', table],
    ['sha256_digest', digest],
  ];
}

/** Where messages go. */
export function consoleValue({ arch }: ImageMap, [kind, address]: readonly [number, bigint]): Uint8Array {
  const value = new Uint8Array(16);
  const words = new DataView(value.buffer);
  words.setUint32(0, kind, isLittle(arch));
  words.setBigUint64(8, BigInt.asUintN(64, address), isLittle(arch));
  return value;
}

function isLittle(arch: string): boolean {
  return architectureOf(arch).machine.dataOrder === 'little';
}
