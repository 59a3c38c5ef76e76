/** Maps of large images: words in tables, a row each, which are read back as what they were. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { buildImage, formatMap, type ImageMap, InputError, parseMap, verifyImage } from '../../../index.ts';
import { PLAIN } from '../../machines/samples.ts';
import { architectureOf } from '../../support/architecture.ts';
import { ROOT } from '../../support/files.ts';
import { manyRelocations } from '../../support/many-relocations.ts';

/** The most that are told one by one. */
const MOST = 4096;
/** R_X86_64_64. */
const WORD = 1;

const validate = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(ROOT, 'docs/map.schema.json'), 'utf8')),
);

function large(count: number): Promise<{ blob: Uint8Array; map: ImageMap }> {
  return buildImage(manyRelocations(architectureOf(PLAIN).machine, WORD, count, 8));
}

type Json = { [key: string]: unknown };

describe('the map of a large image', () => {
  it('has its words in tables, of at most 32 bytes a word', async () => {
    const { map, blob } = await large(MOST + 1);
    const text = formatMap(map);
    const json: Json = JSON.parse(text);
    expect(json.version).toBe(2);
    expect(json.fixups).toEqual([]);
    expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
    expect(text.length / map.fixups.length).toBeLessThan(32);
    expect(parseMap(text)).toEqual(map);
    expect(formatMap(parseMap(text)).length).toBe(text.length);
    expect((await verifyImage(blob, parseMap(text), { bases: [0x10_0000n] })).ok).toBe(true);
  });

  it('keeps what each word has', async () => {
    const { map } = await large(MOST + 1);
    const fixups = map.fixups.map((fixup, index): ImageMap['fixups'][number] => ({
      ...fixup,
      addend: BigInt((index % 7) - 3) * 0x1_0000_0000n,
      symbol: `symbol ${index % 5}`,
      target: { kind: 'image', value: BigInt(index % 3) },
      ...(index % 11 === 0 ? { kind: 'field', second: 1n } : {}),
      ...(index % 13 === 0 ? { addend: 1n << 60n } : {}),
    }));
    const changed = {
      ...map,
      fixups: [...fixups, ...fixups.map((each) => ({ ...each, type: 'R_X86_64_32' }))],
    };
    changed.fixups.sort((a, b) => a.offset - b.offset);
    const byText = (each: ImageMap['fixups'][number]): string => `${each.offset} ${each.type}`;
    const order = (all: ImageMap['fixups']): ImageMap['fixups'] =>
      [...all].sort((a, b) => (byText(a) < byText(b) ? -1 : 1));
    const read = parseMap(formatMap(changed));
    expect(order(read.fixups)).toEqual(order(changed.fixups));
    expect(read.fixups.map(({ offset }) => offset)).toEqual(changed.fixups.map(({ offset }) => offset));
  });

  it('has them one by one up to a number, as those of before', async () => {
    const { map } = await large(MOST);
    const json: Json = JSON.parse(formatMap(map));
    expect([json.version, json.words]).toEqual([1, undefined]);
    expect(json.fixups).toHaveLength(MOST);
    expect(validate(json)).toBe(true);
  });

  it('is refused where a table is not what the schema says', async () => {
    const { map } = await large(MOST + 1);
    const json: Json = JSON.parse(formatMap(map));
    const table = (json.words as Json[])[0] ?? {};
    const rows = table.rows as unknown[];
    const refusal = (words: unknown, version: unknown = 2): string => {
      try {
        parseMap(JSON.stringify({ ...json, version, words }));
        return 'nothing';
      } catch (error) {
        if (error instanceof InputError) return error.message;
        throw error;
      }
    };
    const withRow = (row: unknown): string => refusal([{ ...table, rows: [...rows.slice(1), row] }]);
    for (const row of [[48, 1, 0], [48, 0], [48, 0, 0, 0], [48, 0, 0.5], [-1, 0, 0], ['48', 0, 0], 7, null])
      expect(withRow(row), JSON.stringify(row)).toMatch(/^the map's words\[0\]\.rows\[4096\] is not /);
    expect(withRow([0, 0, 0])).toBe(
      'the map contradicts itself: the fixup at 0x0 is outside the image; rebuild it',
    );
    expect(refusal([{ ...table, more: 1 }])).toContain('words[0].more');
    expect(refusal([{ ...table, type: 1 }])).toContain('words[0].type is not a string');
    expect(refusal(json.words, 1)).toContain('a field words');
    expect(refusal(json.words, 3)).toContain('the map has version 3, this relocator reads 1 and 2');
  });
});
