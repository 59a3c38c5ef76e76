/**
 * A prologue for one image: exactly the loops, handlers and checks its fixups need, assembled, with its table.
 *
 * Templates hold each machine's loops; the rules' handlers come from instruction selection. Offsets that depend on the
 * size of the code (where the table stands, how handlers are reached) are found by assembling until nothing moves.
 */
import { architectureNamed } from '../relocator-dsl/arch/index.ts';
import { assemble } from './assemble/keystone.ts';
import { wordBytes } from './formats/format.ts';
import { formatters } from './formats/index.ts';
import { symbolOffset } from './formats/records.ts';
import { compileTemplates, type Template, templateSources } from './formats/template.ts';
import type { Target } from './machine.ts';
import { targetFor } from './machines/index.ts';
import type { Format, Prologue, PrologueRequest } from './request.ts';

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
  const architecture = architectureNamed(arch);
  if (!architecture) throw new RangeError(`no architecture is called ${arch}`);
  const target = targetFor(arch);
  const job = { request, architecture, target, mark: options.onOverflow === 'mark' };
  const formatted = formatters[format](job);
  const template = templateFor(architecture.machine.psabi, target, format);
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

const compiled = new Map<Target, ReadonlyMap<string, Template>>();

function templateFor(psabi: string, target: Target, format: Format): Template {
  const templates = compiled.get(target) ?? compileTemplates(templateSources(psabi), target.questions ?? {});
  compiled.set(target, templates);
  const template = templates.get(format);
  if (!template) throw new RangeError(`${psabi} has no template for format ${format}`);
  return template;
}

function alignUp(value: number, alignment: number): number {
  return Math.ceil(value / alignment) * alignment;
}
