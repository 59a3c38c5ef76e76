/** Plain data as JSON; values of 64 bits are strings of hexadecimal digits, as in maps. */
import { printableJson } from '../../image/trouble/printable.ts';

export function jsonText(data: unknown): string {
  return printableJson(
    JSON.stringify(data, (_key, value: unknown) => (typeof value === 'bigint' ? hexText(value) : value), 2),
  );
}

function hexText(value: bigint): string {
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}
