/** What every purgatory is told of the memory that it checks, and this project's of its console, as values of symbols. */
import { createHash } from 'node:crypto';
import type { ImageMap } from '../../index.ts';
import { toldBy } from '../../relocator-dsl/own-purgatory.ts';
import { type Family, placedMembers, REGIONS } from '../../relocator-dsl/told.ts';
import { architectureOf } from '../support/architecture.ts';
import { write } from '../support/memory.ts';

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
export function consoleValue(map: ImageMap, [kind, address]: readonly [number, bigint]): Uint8Array {
  return structureValue(map, 'relocator', 'purgatory_console', { kind: BigInt(kind), address });
}

/** A structure of what a family is told, with these members; the others are 0. @throws Error when it has none of a name */
export function structureValue(
  { arch }: ImageMap,
  family: Family,
  symbol: string,
  values: Readonly<Record<string, bigint>>,
): Uint8Array {
  const { machine } = architectureOf(arch);
  const told = toldBy(family, machine)?.find(({ name }) => name === symbol);
  const members = told?.structure ? placedMembers(told.structure) : [];
  const memory = new Uint8Array(told?.bytes ?? 0);
  for (const [name, value] of Object.entries(values)) {
    const member = members.find((each) => each.name === name);
    if (!member) throw new Error(`${symbol} of ${family} has no ${name} on ${arch}`);
    write(memory, member.offset, member.bytes, BigInt.asUintN(8 * member.bytes, value), machine.dataOrder);
  }
  return memory;
}

function isLittle(arch: string): boolean {
  return architectureOf(arch).machine.dataOrder === 'little';
}
