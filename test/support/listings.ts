/** Listings in generated-asm/, read back. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FORMATS } from '../../codegen/request.ts';
import type { ReferenceAssembler } from './reference-assemblers.ts';

/** A line of a listing with bytes. */
export interface Listed {
  readonly labels: readonly string[];
  readonly bytes: readonly number[];
  /** The instruction; undefined for data behind the code. */
  readonly code: string | undefined;
}

/** @param name of the listing, such as `chain` */
export function listed(arch: string, name: string): Listed[] {
  const file = new URL(`../../generated-asm/${arch}/${name}.lst`, import.meta.url);
  let labels: string[] = [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const label = /^(\w+):$/.exec(line)?.[1];
      if (label !== undefined) labels.push(label);
      const [, bytes = '', code = ''] = /^[0-9a-f]{4} {2}((?:[0-9a-f]{2} )+) +(.+)$/.exec(line) ?? [];
      if (bytes === '') return [];
      const row = { labels, bytes: [...Buffer.from(bytes.replaceAll(' ', ''), 'hex')] };
      labels = [];
      return [{ ...row, code: code === '(data)' ? undefined : code.replace(/ +/, ' ') }];
    });
}

/** The listings of every machine. */
export const LISTINGS = [...FORMATS, 'handlers'];

/** Between listings, so that each begins at a multiple of what any of them aligns. */
const APART = 16;

interface Line {
  readonly text: string;
  readonly at: number;
  readonly bytes: readonly number[];
}

/** The lines of all listings, one behind the other, with labels that tell whose they are. */
function linesOf(arch: string): Line[] {
  let at = 0;
  return LISTINGS.flatMap((name) => {
    const rows = listed(arch, name);
    const labels = new Set(rows.flatMap((row) => row.labels));
    const own = (text: string): string =>
      text.replace(/[a-z_]\w*/gi, (word) => (labels.has(word) ? `${name}_${word}` : word));
    const aligned = Math.ceil(at / APART) * APART;
    const gap = { text: `    .balign ${APART}, 0`, at, bytes: Array.from({ length: aligned - at }, () => 0) };
    at = aligned;
    const lines = rows.flatMap(({ labels: here, bytes, code }): Line[] => {
      const [, mnemonic = '', operands = ''] = /^(\S+)\s*(.*)$/.exec(code ?? `.byte ${bytes}`) ?? [];
      const line = { text: `    ${mnemonic} ${own(operands)}`, at, bytes };
      at += bytes.length;
      return [...here.map((label) => ({ text: `${own(label)}:`, at: line.at, bytes: [] })), line];
    });
    return [gap, ...lines];
  });
}

/** Tests that what every listing of the machine shows is what the reference makes its bytes of. */
export function testListings(arch: string, reference: ReferenceAssembler): void {
  test(`listings say what ${reference.name} makes their bytes of`, () => {
    const lines = linesOf(arch);
    const { bytes, refused, messages } = reference.read(lines.map(({ text }) => text));
    expect(refused.size, messages).toBe(0);
    const differing = lines.filter((line) =>
      line.bytes.some((byte, index) => byte !== bytes[line.at + index]),
    );
    expect(differing.map(({ text }) => text.trim())).toEqual([]);
    for (const name of LISTINGS) expect(listed(arch, name).length, name).toBeGreaterThan(8);
  });
}
