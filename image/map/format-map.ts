/** Maps as text. */
import { hex } from '../memory/bytes.ts';
import { printableJson } from '../trouble/printable.ts';
import { type ImageMap, TABLES_VERSION } from './map.ts';
import { type WordTable, wordTables } from './word-tables.ts';

/**
 * The map as JSON text, a line for each key and each element of a list; 64-bit values are hex strings. Words of large images
 * are in tables.
 */
export function formatMap(map: ImageMap): string {
  const tables = wordTables(map.fixups);
  if (!tables) return objectOf(members(map).map(([key, value]) => [key, linesOf(value)]));
  const { words, others } = tables;
  const told = { ...map, version: TABLES_VERSION, fixups: others };
  return objectOf([
    ...members(told).map(([key, value]): [string, string] => [key, linesOf(value)]),
    ['words', `[\n${words.map(tableText).join(',\n')}\n  ]`],
  ]);
}

function objectOf(lines: readonly (readonly [string, string])[]): string {
  return `{\n${lines.map(([key, text]) => `  ${JSON.stringify(key)}: ${text}`).join(',\n')}\n}\n`;
}

function tableText({ type, symbols, rows }: WordTable): string {
  const shown = symbols.map((symbol) => `      ${lineOf(symbol)}`).join(',\n');
  return `    { "type": ${lineOf(type)}, "symbols": [\n${shown}\n    ], "rows": [\n${rows.join(',\n')}\n    ] }`;
}

function linesOf(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return lineOf(value);
  return `[\n${value.map((element) => `    ${lineOf(element)}`).join(',\n')}\n  ]`;
}

function lineOf(value: unknown): string {
  if (typeof value === 'bigint') return JSON.stringify(hex(value));
  if (Array.isArray(value)) return `[${value.map(lineOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return printableJson(JSON.stringify(value));
  return `{ ${members(value)
    .map(([key, member]) => `${JSON.stringify(key)}: ${lineOf(member)}`)
    .join(', ')} }`;
}

/** The members that are there. */
function members(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}
