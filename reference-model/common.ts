// Generated from codegen/model/shared.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** What the rules of all machines have in common. */
import type { Letters, ReferenceField } from './types.ts';

/** Letters of which some certainly have a value. */
export type Given<Name extends keyof Letters> = Letters & { readonly [Each in Name]: bigint };

function areGiven<Name extends keyof Letters>(
  letters: Letters,
  names: readonly Name[],
): letters is Given<Name> {
  return names.every((name) => letters[name] !== undefined);
}

function signedHex(value: bigint): string {
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

/** The lowest bit of the leading piece of a magnitude: even, and at most seven bits below the highest that is set. */
function pieceStart(magnitude: bigint): bigint {
  let start = 0n;
  while (magnitude >> start > 0xffn) start += 2n;
  return start;
}

/** The letters that `formula` needs. @throws TypeError naming the first that has no value */
export function given<Name extends keyof Letters>(
  letters: Letters,
  formula: string,
  ...names: Name[]
): Given<Name> {
  if (areGiven(letters, names)) return letters;
  const missing = names.find((name) => letters[name] === undefined);
  throw new TypeError(`no value for ${missing} in ${formula}`);
}

/** The start of the 4 KiB page in which `address` lies. */
export function page(address: bigint): bigint {
  return address & ~0xfffn;
}

/** `address` with its low `bits` bits cleared. */
export function clear(address: bigint, bits: number): bigint {
  return address - BigInt.asUintN(bits, address);
}

/** `distance`, if it is even rounded up to a multiple of 4. */
export function wordUnlessOdd(distance: bigint): bigint {
  return distance & 1n ? distance : (distance + 3n) & ~3n;
}

/** What so many leading pieces, of eight bits from an even one on, leave of a magnitude. */
export function withoutPieces(magnitude: bigint, count: number): bigint {
  let rest = magnitude;
  for (let index = 0; index < count; index++) rest &= (1n << pieceStart(rest)) - 1n;
  return rest;
}

/** The leading piece of a magnitude, and above it half of how far it is rotated to the right. */
export function rotatedPiece(magnitude: bigint): bigint {
  const start = pieceStart(magnitude);
  return (magnitude >> start) | (start === 0n ? 0n : (16n - start / 2n) << 8n);
}

/** The magnitude that such a piece stands for. */
export function unrotated(held: bigint): bigint {
  const right = (held >> 8n) * 2n;
  const piece = held & 0xffn;
  return ((piece >> right) | (piece << (32n - right))) & 0xffff_ffffn;
}

/** The check that refuses nothing. */
export function unchecked(): undefined {
  return undefined;
}

/** The refusal of a value that is not within `limits`. */
export function outOfRange(value: bigint, limits: string): string {
  return `value ${signedHex(value)} is out of range, ${limits}`;
}

/** The refusal of a value that is not a multiple of `bytes`. */
export function notMultiple(value: bigint, bytes: number): string {
  return `value ${signedHex(value)} is not a multiple of ${bytes}`;
}

/** The refusal of a value that is not odd. */
export function notOdd(value: bigint): string {
  return `value ${signedHex(value)} is not odd`;
}

/** X[7:0] at bit 0. */
export const word8: ReferenceField = {
  bytes: 1,
  kind: 'word',
  insert: (_container, value) => BigInt.asUintN(8, value),
  extract: (container) => container,
};

/** X[15:0] at bit 0. */
export const word16: ReferenceField = {
  bytes: 2,
  kind: 'word',
  insert: (_container, value) => BigInt.asUintN(16, value),
  extract: (container) => container,
};

/** X[31:0] at bit 0. */
export const word32: ReferenceField = {
  bytes: 4,
  kind: 'word',
  insert: (_container, value) => BigInt.asUintN(32, value),
  extract: (container) => container,
};

/** X[63:0] at bit 0. */
export const word64: ReferenceField = {
  bytes: 8,
  kind: 'word',
  insert: (_container, value) => BigInt.asUintN(64, value),
  extract: (container) => container,
};
