/** From the words of a command line to values; what cannot be read is a usage error. */
import { InvalidArgumentError } from 'commander';
import { BEACONS, type Beacon } from '../codegen/request.ts';
import { closeText } from '../image/trouble/close-names.ts';
import { printableName } from '../image/trouble/printable.ts';
import type { LoaderRequest } from '../image/verdict.ts';
import { LOADERS } from '../relocator-dsl/loader-list.ts';

/** `a,b` and repeated options add up to one list. */
export function names(text: string, before: readonly string[] = []): string[] {
  const more = text.split(',').map((name) => name.trim());
  if (more.some((name) => name === '')) throw new InvalidArgumentError('A name in it is empty.');
  return [...before, ...more];
}

/** A number in decimal or 0x…. */
export function address(text: string): bigint {
  if (!/^(0x[0-9a-f]{1,16}|\d{1,20})$/i.test(text)) {
    throw new InvalidArgumentError('It must be an address, in decimal or as 0x….');
  }
  const value = BigInt(text);
  if (value >= 1n << 64n) throw new InvalidArgumentError('It does not fit 64 bits.');
  return value;
}

/** `0x1000,0x2000` and repeated options add up to one list. */
export function addresses(text: string, before: readonly bigint[] = []): bigint[] {
  return [...before, ...text.split(',').map((part) => address(part.trim()))];
}

/** A number of bytes. */
export function size(text: string): number {
  const value = address(text);
  if (value > 2n ** 52n) throw new InvalidArgumentError('It is too large.');
  return Number(value);
}

/** `START+SIZE`, separated by commas or in repeated options. */
export function memoryRanges(
  text: string,
  before: readonly (readonly [bigint, bigint])[] = [],
): (readonly [bigint, bigint])[] {
  const ranges = text.split(',').map((part): readonly [bigint, bigint] => {
    const [start = '', bytes, ...more] = part.trim().split('+');
    if (bytes === undefined || more.length > 0) throw new InvalidArgumentError('It must be START+SIZE.');
    return [address(start), address(bytes)];
  });
  return [...before, ...ranges];
}

/** `port:N`, `mmio:ADDRESS` or `serial:ADDRESS`. */
export function beacon(text: string): Beacon {
  const [, name, place = ''] = /^([a-z]+):(.*)$/.exec(text) ?? [];
  const kind = BEACONS.find((each) => each === name);
  if (!kind) throw new InvalidArgumentError('It must be port:N, mmio:ADDRESS or serial:ADDRESS.');
  return { kind, address: address(place) };
}

/** `SYM` or `SYM=ADDRESS`, separated by commas. */
export function lateValues(
  text: string,
  before: ReadonlyMap<string, bigint | undefined> = new Map(),
): Map<string, bigint | undefined> {
  const all = new Map(before);
  for (const item of names(text)) {
    const [name = '', value] = splitOnce(item);
    all.set(name, value === undefined ? undefined : address(value));
  }
  return all;
}

/** Contents for a symbol: a number, bytes, or the file that has the bytes. */
export type Given = bigint | Uint8Array | { readonly file: string };

/** `SYM=HEX` or `SYM=@FILE`. */
export function setting(text: string, before: ReadonlyMap<string, Given> = new Map()): Map<string, Given> {
  const [name = '', value] = splitOnce(text);
  if (name === '' || value === undefined || value === '') {
    throw new InvalidArgumentError('It must be SYM=HEX or SYM=@FILE.');
  }
  return new Map(before).set(name, value.startsWith('@') ? { file: value.slice(1) } : hexValue(value));
}

/** Up to 64 bits are a number; more digits are bytes in the order they are written, as digests are. */
function hexValue(text: string): bigint | Uint8Array {
  const digits = /^(?:0x)?([0-9a-f]+)$/i.exec(text)?.[1];
  if (digits === undefined) throw new InvalidArgumentError('It must be hexadecimal, or @ and a file name.');
  if (digits.length <= 16) return BigInt(`0x${digits}`);
  if (digits.length % 2 !== 0) throw new InvalidArgumentError('It has an odd number of digits.');
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}

function splitOnce(text: string): [string, string | undefined] {
  const at = text.indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** Goes behind the refusal of a loader's name: those that come close, and all that are known. */
export function knownLoaders(name: string): string {
  const known = LOADERS.map((loader) => loader.name);
  return `${closeText(name, known)}; known are ${known.join(', ')}`;
}

/** `NAME` or `NAME@RELEASE`, or why there is no such loader. */
export function loaderRequest(text: string): LoaderRequest | string {
  const [loader = '', release, ...more] = text.split('@');
  if (!LOADERS.some(({ name }) => name === loader))
    return `no loader is called ${printableName(loader)}${knownLoaders(loader)}`;
  if (more.length > 0 || (release !== undefined && !/\d/.test(release)))
    return `"${printableName(text.slice(loader.length + 1))}" is no release of ${loader}`;
  return { loader, release };
}

/** `NAME` or `NAME@RELEASE`; repeated options add up. */
export function loaders(text: string, before: readonly LoaderRequest[] = []): LoaderRequest[] {
  const more = names(text).map((item): LoaderRequest => {
    const request = loaderRequest(item);
    if (typeof request === 'string') throw new InvalidArgumentError(`${request}.`);
    return request;
  });
  return [...before, ...more];
}

/** How many, in decimal. */
export function count(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a number, in decimal.');
}
