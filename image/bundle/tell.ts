/** What a purgatory is told of a bundle: the regions that it checks, their digest, and where it goes on. */
import { createHash } from 'node:crypto';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { toldBy } from '../../relocator-dsl/own-purgatory.ts';
import { FAMILIES, type Family, placedMembers, purgatoryFamily, REGIONS } from '../../relocator-dsl/told.ts';
import { writeContainer } from '../memory/bytes.ts';
import { InputError } from '../trouble/errors.ts';
import type { BundleMachine, Lead } from './machine.ts';

export interface Region {
  readonly address: bigint;
  readonly data: Uint8Array;
}

/** Whose purgatory an image has. @throws InputError when it is nobody's that is known */
export function familyOf(symbols: readonly { readonly name: string }[]): Family {
  const family = purgatoryFamily(new Set(symbols.map(({ name }) => name)));
  if (family) return family;
  const known = FAMILIES.map(({ title, knownBy }) => `${title} (${knownBy.join(', ')})`).join('; ');
  throw new InputError(
    `whose purgatory it is cannot be told by its symbols, of which these are known: ${known}; take relocator's own with --arch, or ` +
      'write its symbols by patch',
  );
}

/** Values of symbols. @throws InputError when nothing leads a purgatory of the family to a kernel of the machine */
export function toldValues(
  family: Family,
  machine: Machine,
  { leads }: BundleMachine,
  entry: bigint,
  argument: bigint,
  regions: readonly Region[],
): Map<string, Uint8Array | bigint> {
  const lead =
    family === 'relocator'
      ? ([
          ['purgatory_kernel_entry', entry],
          ['purgatory_argument', argument],
        ] as const)
      : leads[family]?.(entry, argument);
  if (!lead)
    throw new InputError(
      `${machine.title} has no purgatory of ${family} that leads to a kernel; take relocator's own with --arch`,
    );
  const prefix = family === 'linux' ? 'purgatory_' : '';
  const table = new Uint8Array(REGIONS * 16);
  const hash = createHash('sha256');
  for (const [index, { address, data }] of regions.entries()) {
    writeContainer(table, index * 16, 8, machine.dataOrder, address);
    writeContainer(table, index * 16 + 8, 8, machine.dataOrder, BigInt(data.length));
    hash.update(data);
  }
  return new Map<string, Uint8Array | bigint>([
    [family === 'linux' ? 'purgatory_sha_regions' : 'sha256_regions', table],
    [`${prefix}sha256_digest`, Uint8Array.from(hash.digest())],
    ...lead.map(([symbol, value]): [string, Uint8Array | bigint] => [
      symbol,
      typeof value === 'bigint' ? value : structured(family, machine, symbol, value),
    ]),
  ]);
}

/** A structure with these members; the others are 0. */
function structured(
  family: Family,
  machine: Machine,
  symbol: string,
  values: Exclude<Lead[1], bigint>,
): Uint8Array {
  const told = toldBy(family, machine)?.find(({ name }) => name === symbol);
  const members = told?.structure ? placedMembers(told.structure) : [];
  const bytes = new Uint8Array(told?.bytes ?? 0);
  for (const [name, value] of Object.entries(values)) {
    const member = members.find((each) => each.name === name);
    if (!member) throw new RangeError(`${symbol} of ${family} has no ${name}`);
    writeContainer(bytes, member.offset, member.bytes, machine.dataOrder, value);
  }
  return bytes;
}
