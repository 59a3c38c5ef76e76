/**
 * A prologue for one image: exactly the loops, handlers and checks its fixups need, assembled, with its table.
 *
 * Templates hold each machine's loops; the rules' handlers come from instruction selection. Offsets that depend on the
 * size of the code (where the table stands, how handlers are reached) are found by assembling until nothing moves.
 */
import { loadArchitecture } from '../relocator-dsl/architectures.ts';
import { assemble } from './assemble/keystone.ts';
import type { OwnInstruction } from './assemble/own.ts';
import { wordBytes } from './formats/format.ts';
import { formatters } from './formats/index.ts';
import { symbolOffset } from './formats/records.ts';
import { templateFor } from './formats/template.ts';
import { targetFor } from './machines/index.ts';
import type { PrologueRequest, WordContents } from './request.ts';

export interface Prologue {
  /** GNU-syntax assembly. */
  readonly source: string;
  /** Code and table, to stand at the blob's first byte. */
  readonly bytes: Uint8Array;
  /** Bytes of code. The table stands behind it, or is an operand in the midst of it. */
  readonly codeSize: number;
  readonly table: { readonly offset: number; readonly size: number };
  /** Blob offset of each entry of `symbols`, for `records`. */
  readonly symbolOffsets: readonly number[];
  /**
   * What words must hold in the file, by offset: for `chain` all of it, in the machine's byte order; for split
   * ones the bits that each field shows, without rounding.
   */
  readonly words: WordContents;
  /** The code's instructions as they were written, where an encoder of our own made them; for listings. */
  readonly instructions?: readonly OwnInstruction[] | undefined;
  /** Offsets of labels in the code, for listings and tests (`next`, `fail`, one per handler). */
  readonly labels: ReadonlyMap<string, number>;
}

export interface GenerateOptions {
  /**
   * What a handler does with a value that fails its check: `stop` in the failure state, or, for verification only,
   * `mark` the record (bit 31 of its place) and go on.
   */
  readonly onOverflow?: 'stop' | 'mark';
}

const FIRST_GUESS = 0x40;
const ROUNDS = 8;

/**
 * Generates and assembles the prologue `request` asks for.
 * @throws FormatError when the format cannot express the request
 */
export async function generatePrologue(
  request: PrologueRequest,
  options: GenerateOptions = {},
): Promise<Prologue> {
  const { arch, format, symbols } = request;
  const architecture = await loadArchitecture(arch);
  if (!architecture) throw new RangeError(`no architecture is called ${arch}`);
  const target = await targetFor(arch);
  const job = { request, architecture, target, mark: options.onOverflow === 'mark' };
  const formatted = formatters[format](job);
  const template = templateFor(architecture.machine.psabi, target.questions, format);
  let table = FIRST_GUESS;
  for (let round = 0; round < ROUNDS; round++) {
    const source = template(formatted.context(table));
    const { bytes: code, labels, instructions } = await assemble(target.assembler, source);
    const end = labels.get('table');
    if (end === undefined) throw new RangeError('the template has no label "table"');
    // The table stands behind the code, or is the operand of an instruction called "head".
    const head = labels.get('head');
    const needed =
      head === undefined ? alignUp(end, formatted.tableAlignment) : head + (target.chain?.headOperand ?? 0);
    if (needed !== table) {
      table = needed;
      continue;
    }
    const encoded = formatted.encode(table, labels);
    const bytes = new Uint8Array(Math.max(end, table + encoded.length));
    bytes.set(code.subarray(0, end));
    bytes.set(encoded, table);
    const word = wordBytes(architecture);
    return {
      source,
      bytes,
      codeSize: end,
      table: { offset: table, size: encoded.length },
      symbolOffsets: format === 'records' ? symbols.map((_, index) => symbolOffset(needed, index, word)) : [],
      words: formatted.words,
      labels,
      instructions,
    };
  }
  throw new RangeError(`${arch} ${format}: the prologue's size does not settle`);
}

function alignUp(value: number, alignment: number): number {
  return Math.ceil(value / alignment) * alignment;
}
