/** What the forms that are source text have in common. */

export const LICENCE = 'SPDX-License-Identifier: GPL-2.0-only OR MIT';

const BYTES_PER_LINE = 16;

/** Bytes in rows of sixteen, in hexadecimal. */
export function rowsOf(bytes: Uint8Array, indent: string, between: string, end = ''): string[] {
  const rows: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += BYTES_PER_LINE) {
    const row = [...bytes.subarray(offset, offset + BYTES_PER_LINE)];
    rows.push(`${indent}${row.map(hexByte).join(between)}${end}`);
  }
  return rows;
}

function hexByte(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`;
}
