/** The prologue of an image that was built, read back from its bytes. */
import { readBack } from '../../codegen/assemble/listing.ts';
import { assemblerOf, hasPrologue } from '../../codegen/machines/index.ts';
import type { ImageMap, MapRange } from '../map/map.ts';

/** A row of the listing. */
export interface PrologueRow extends MapRange {
  readonly kind: 'instruction' | 'data';
  /** In hexadecimal. */
  readonly bytes: string;
  /** The instruction as Capstone reads it; of data, what it is. */
  readonly text: string;
}

const DATA_ROW = 8;
/** A line of its own that machines with a word for doing nothing fill up delay slots with. */
const NOTHING = 'nop';

/**
 * Every byte of the prologue in rows: instructions where Capstone knows the machine, bytes where it does not, and the
 * table in rows of 8 bytes.
 */
export async function prologueRows(blob: Uint8Array, map: ImageMap): Promise<PrologueRow[]> {
  const { size, table } = map.prologue;
  const behind = table.offset + table.size;
  // A table with code behind it is an operand of an instruction.
  if (behind < size) return codeRows(blob, map.arch, { offset: 0, size });
  return [
    ...(await codeRows(blob, map.arch, { offset: 0, size: table.offset })),
    ...dataRows(blob, table, tableText(map)),
  ];
}

/** Instructions, and what is behind the last of them. */
async function codeRows(blob: Uint8Array, arch: string, part: MapRange): Promise<PrologueRow[]> {
  const assembler = hasPrologue(arch) ? await assemblerOf(arch) : undefined;
  if (!assembler?.capstone) return dataRows(blob, part, () => '(code; Capstone does not know this machine)');
  const code = blob.subarray(part.offset, part.offset + part.size);
  const rows: PrologueRow[] = [];
  let end = 0;
  for (const { offset, size, text } of await readBack(assembler, code)) {
    // Zeros up to the table are there for its alignment, whatever instruction they would be.
    if (offset !== end || (text !== NOTHING && code.subarray(offset).every((byte) => byte === 0))) break;
    const at = { offset: part.offset + offset, size };
    rows.push({ kind: 'instruction', ...at, bytes: hexBytes(blob, at), text });
    end += size;
  }
  const rest = { offset: part.offset + end, size: part.size - end };
  return [...rows, ...dataRows(blob, rest, () => '(fill)')];
}

function tableText({ late }: ImageMap): (row: MapRange) => string {
  return ({ offset, size }) => {
    const words = late.filter((word) => word.offset < offset + size && offset < word.offset + word.size);
    return words.length === 0 ? '(table)' : `(table; address of ${words.map(({ name }) => name).join(', ')})`;
  };
}

function dataRows(blob: Uint8Array, part: MapRange, textOf: (row: MapRange) => string): PrologueRow[] {
  const end = part.offset + part.size;
  const rows: PrologueRow[] = [];
  for (let offset = part.offset; offset < end; offset += DATA_ROW) {
    const row = { offset, size: Math.min(DATA_ROW, end - offset) };
    rows.push({ kind: 'data', ...row, bytes: hexBytes(blob, row), text: textOf(row) });
  }
  return rows;
}

function hexBytes(blob: Uint8Array, { offset, size }: MapRange): string {
  return [...blob.subarray(offset, offset + size)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(' ');
}
